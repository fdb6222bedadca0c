"""Stances as people judged them."""

from collections.abc import Callable
from typing import Any

import pytest

from builders import Claim, report
from whence.judge import anchors
from whence.records import Judgement, Stance
from whence.tables import DocumentRecords

One = Callable[..., DocumentRecords]
TOLD = report("The Gazette", [Claim(voice="Ada Brook", sign="-", narrowed=True)])
ARTICLE, ADA, NARROWED = TOLD.stances


def on(stance: Stance, verdict: Any, field: str, value: str | None = None) -> Judgement:
    (mention,) = TOLD.event_mentions
    holder = next((a for a in TOLD.attributions if a.attribution_id == stance.attribution_id), None)
    return Judgement(
        anchors=anchors.of_stance(TOLD.document, stance, mention, holder),
        verdict=verdict,
        field=field,
        value=value,
        who="A. Nowak",
        when="2031-02-03",
        note=None,
    )


@pytest.mark.parametrize(
    ("stance", "sign", "certainty"), [(ADA, "+", "certain"), (ADA, "?", "none"), (ARTICLE, "+", "certain")]
)
def test_a_sign_brings_a_certainty_that_fits(stance: Stance, sign: str, certainty: str, one: One) -> None:
    found = {s.stance_id: s for s in one(TOLD, on(stance, "corrected", "sign", sign)).stances}
    changed = found.pop(stance.stance_id)
    assert (changed.sign, changed.certainty, changed.why) == (
        sign,
        certainty,
        "corrected by A. Nowak, 2031-02-03",
    )
    assert [(r.field, r.value) for r in changed.reviewed] == [("sign", stance.sign)]
    assert set(found.values()) <= set(TOLD.stances), "nobody else's stance changes"


def test_a_certainty_that_is_judged_goes_before_the_one_that_fits(one: One) -> None:
    judgements = [on(ADA, "corrected", "sign", "+"), on(ADA, "corrected", "certainty", "possible")]
    changed = one(TOLD, *judgements).stances[1]
    assert (changed.sign, changed.certainty) == ("+", "possible")


def test_a_stance_on_an_argument_can_go_but_every_holder_has_one_on_the_event(one: One) -> None:
    assert one(TOLD, on(NARROWED, "wrong", "stance")).stances == (ARTICLE, ADA)
    changed = one(TOLD, on(ADA, "wrong", "stance")).stances[1]
    assert (changed.scope, changed.sign, changed.certainty) == ("event", "?", "none")
