"""A document as people judged it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from typing import Any

from builders import Claim, report
from whence.judge import judge, unanchored
from whence.records import Judgement

Make = Callable[..., Judgement]
REPORT = report("The Gazette", [Claim(voice="Ada Brook"), Claim(target="Lomi")])
OTHER = report("The Post", [Claim(voice="Ada Brook")])


def test_what_nobody_judged_is_the_same_object(on_event: Make) -> None:
    found = judge([REPORT, OTHER], [on_event(REPORT, "corrected", "realis", "future")])
    assert found[0] is not REPORT
    assert found[1] is OTHER
    assert judge([REPORT], []) == [REPORT]


def test_the_stages_records_are_as_they_were(on_event: Make) -> None:
    before = replace(REPORT)
    judge([REPORT], [on_event(REPORT, "wrong", "event"), on_event(REPORT, "corrected", "type", "AID", at=1)])
    assert before == REPORT


def test_the_order_of_judgements_changes_nothing(on_event: Make) -> None:
    judgements = [
        on_event(REPORT, "corrected", "actor", "navy"),
        on_event(REPORT, "corrected", "actor", "marines", when="2031-02-04"),
        on_event(REPORT, "added", "actor", "coast guard", when="2031-02-05"),
        on_event(REPORT, "right", "type", when="2031-02-06"),
    ]
    found = [judge([REPORT], order)[0] for order in permutations(judgements)]
    assert all(other == found[0] for other in found)
    assert [party.name for party in found[0].event_mentions[0].actors] == ["marines", "coast guard"]


def test_a_judgement_holds_in_every_document_of_its_text(on_event: Make) -> None:
    copy = replace(
        OTHER,
        document=replace(OTHER.document, document_id="d-copy"),
        event_mentions=tuple(replace(m, document_id="d-copy") for m in OTHER.event_mentions),
    )
    found = judge([OTHER, copy], [on_event(OTHER, "corrected", "realis", "ongoing")])
    assert [item.event_mentions[0].realis for item in found] == ["ongoing", "ongoing"]


def test_a_judgement_is_lost_with_its_text_or_reading(on_event: Make, on_attribution: Make) -> None:
    of_event = on_event(REPORT, "corrected", "realis", "future")
    of_source = on_attribution(REPORT, "corrected", "kind", "government")
    both = [of_event, of_source]
    assert unanchored([REPORT], both) == []
    assert unanchored([OTHER], both) == both
    assert unanchored([replace(REPORT, event_mentions=(), stances=())], both) == [of_event]


def test_what_cannot_stand_in_a_field_is_applied_nowhere_and_listed(on_event: Make) -> None:
    no_realis: Any = on_event(REPORT, "corrected", "realis", "perhaps")
    no_field = on_event(REPORT, "corrected", "colour", "red")
    assert judge([REPORT], [no_realis, no_field]) == [REPORT]
    assert unanchored([REPORT], [no_realis, no_field]) == [no_realis, no_field]
