"""Which judgements are in force."""

from typing import Any

import pytest

from whence.judge.decided import Decisions, of_field, understand
from whence.records import Anchor, Judgement

EVENT = Anchor(sha256="t", start=0, end=4, field="event")
SENTENCE = Anchor(sha256="t", start=0, end=9, field="value_sentence")
VALUE = Anchor(sha256="t", start=5, end=9, field="value")


def said(
    verdict: Any, field: str = "actor", value: str | None = None, *values: Anchor, when: str = "1"
) -> Judgement:
    return Judgement(
        anchors=(EVENT, *values), verdict=verdict, field=field, value=value, who=None, when=when, note=None
    )


def in_force(*judgements: Judgement, field: str = "actor") -> list[tuple[str, str | None]]:
    held = Decisions(judgements, {}).on((EVENT,)).get(field, ())
    return [(judgement.verdict, judgement.value) for judgement in held]


def test_the_latest_goes_before_earlier_ones_wherever_the_value_stands() -> None:
    earlier, later = said("corrected", "actor", "army", VALUE), said("right", when="2")
    assert in_force(earlier, later) == in_force(later, earlier) == [("right", None)]


def test_items_add_to_what_was_decided_on_the_list() -> None:
    found = in_force(
        said("corrected", "actor", "army"), said("added", "actor", "navy", when="2"),
        said("wrong", "actor", "army", when="3"),
    )  # fmt: skip
    assert found == [("corrected", "army"), ("added", "navy"), ("wrong", "army")]
    assert in_force(said("added", "actor", "navy"), said("wrong", when="2")) == [("wrong", None)]
    assert in_force(
        said("added", "mode", "aerial"), said("added", "mode", "drone", when="2"), field="mode"
    ) == [("added", "drone")]


def test_unsure_takes_back_what_was_decided_before_it_and_nothing_after() -> None:
    assert in_force(said("corrected", "actor", "army"), said("unsure", when="2")) == []
    assert in_force(said("unsure"), said("corrected", "actor", "army", when="2")) == [("corrected", "army")]
    assert Decisions([said("right"), said("unsure", when="2")], {}).texts == frozenset()


def test_an_event_that_was_added_and_called_none_later_is_not_added() -> None:
    added = said("added", "event", "ASSAULT", SENTENCE)
    assert Decisions([added], {}).added("t") == [added]
    assert Decisions([added, said("wrong", "event", when="2")], {}).added("t") == []
    assert Decisions([added], {}).added("other") == []


def test_verdicts_on_pairs_are_none_on_fields() -> None:
    assert not of_field(said("same", "event"))
    assert not of_field(said("unsure", "event", None, EVENT))
    assert of_field(said("unsure", "event"))


@pytest.mark.parametrize(
    ("judgement", "message"),
    [
        (said("corrected", "colour", "red"), "no field of an event"),
        (said("corrected", "actor"), "Say what the actor is"),
        (said("corrected", "actor", " "), "Say what the actor is"),
        (said("wrong", "type"), "cannot be empty"),
        (said("wrong", "place", "Karm"), "no list"),
        (said("corrected", "event", "ASSAULT"), "right or wrong"),
        (said("added", "event", "ASSAULT"), "with its type and its sentence"),
        (said("added", "event", "PARTY", SENTENCE), "none of"),
        (said("corrected", "realis", "perhaps"), "none of past"),
        (said("corrected", "mode", "aerial", VALUE), "no span of its own"),
        (said("corrected", "attribution", "t-1"), "which attribution"),
        (said("corrected", "actor", "x", Anchor(sha256="u", start=0, end=1, field="value")), "one text"),
    ],
)
def test_what_cannot_be_applied_says_why(judgement: Judgement, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        understand(judgement)
    assert Decisions([judgement], {}).not_understood == [judgement]


def test_a_span_that_is_none_of_the_text_is_not_understood() -> None:
    beyond = said("corrected", "actor", "army", VALUE)
    assert Decisions([beyond], {"t": 9}).not_understood == []
    assert Decisions([beyond], {"t": 8}).not_understood == [beyond]
    empty = said("corrected", "actor", "army", Anchor(sha256="t", start=5, end=5, field="value"))
    assert Decisions([empty], {}).not_understood == [empty]
