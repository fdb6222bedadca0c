from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from whence.extract.learned import SEEN, UNNAMED, described, probability, seen
from whence.handover import TriggerScore


def score(types: Mapping[str, float], share: float = 0.9, mode: str | None = None) -> TriggerScore:
    return TriggerScore(
        sentence=0, word=1, probability=share, types=types, mode=mode, realis="past", sign="+",
        certainty="certain", arguments=(),
    )  # fmt: skip


def test_the_likeliest_type_is_coded_with_its_mode_and_reason(frame: Any) -> None:
    found = frame("The army attacked the city.", "attacked")
    coding = seen(found, score({"ASSAULT": 0.8, "THREATEN": 0.1}, mode="aerial"), (found.head,))
    assert coding is not None
    assert (coding.type, coding.mode, coding.other, coding.cameo) == ("ASSAULT", "aerial", None, None)
    assert [w.text for w in coding.actors] == ["army"]
    assert [w.text for w in coding.recipients] == ["city"]
    assert coding.why["type"] == "model"


def test_below_the_threshold_nothing_is_seen(frame: Any) -> None:
    found = frame("The army attacked the city.", "attacked")
    assert seen(found, None, (found.head,)) is None
    assert seen(found, score({"ASSAULT": 0.9}, share=SEEN - 0.01), (found.head,)) is None
    assert seen(found, score({}), (found.head,)) is None


def test_an_event_outside_plover_is_unclassified(frame: Any) -> None:
    found = frame("The army attacked the city.", "attacked")
    coding = seen(found, score({"NONE": 0.7}), (found.head,))
    assert coding is not None
    assert (coding.type, coding.other) == ("NONE", UNNAMED)


@pytest.mark.parametrize(("kind", "directed"), [("CONSULT", ["general"]), ("RETREAT", [])])
def test_a_preposition_directs_some_types(frame: Any, kind: str, directed: list[str]) -> None:
    found = frame("The minister spoke with the general.", "spoke")
    coding = seen(found, score({kind: 0.9}), (found.head,))
    assert coding is not None
    assert [w.text for w in coding.recipients] == directed


def test_what_the_model_saw_is_told_in_words() -> None:
    assert described(score({"ASSAULT": 0.83, "NONE": 0.1, "AID": 0.05}, share=0.92)) == (
        "event .92: ASSAULT .83, NONE .10"
    )
    assert (probability(None), probability(score({}, share=0.4))) == (0.0, 0.4)
