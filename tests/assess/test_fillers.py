"""Accounts of one event, or of two that linking keeps apart, whose fillers exclude each other."""

from dataclasses import replace

from assess_builders import ADA, BORIS, OFFICIALS, REBELS, WORLD, party, says, told
from whence.assess.assertions import Assertion
from whence.assess.fillers import EXCLUSIVE, NEXT_DAY, exclusive_fillers, labels


def within(*group: Assertion) -> list[tuple[str, str, float]]:
    return [(c.kind, c.field, c.probability) for c in exclusive_fillers(told(*group), WORLD)]


def test_two_who_could_have_known_put_it_on_two_sides() -> None:
    (conflict,) = exclusive_fillers(told(says(ADA), says(BORIS, actor=REBELS)), WORLD)
    assert (conflict.kind, conflict.field) == ("contradiction", "actor")
    assert "not compatible as read" in conflict.why
    assert {side.value: side.origin_ids for side in conflict.sides} == {
        "the army": ("o-Ada Brook",),
        "rebels": ("o-Boris Lund",),
    }
    assert all(len(side.document_ids) == 1 for side in conflict.sides)


def test_one_who_says_now_this_now_that_revises() -> None:
    assert within(says(ADA), says(ADA, actor=REBELS, day="2020-03-03"))[0][:2] == ("revision", "actor")
    assert within(says(ADA), says(ADA, actor=REBELS)) == [], "on one day she may speak of two shellings"


def test_who_met_whom_is_told_either_way_round() -> None:
    meeting = told(says(ADA), says(BORIS, actor=REBELS))
    meeting = replace(meeting, event=replace(meeting.event, type="CONSULT"))
    assert list(exclusive_fillers(meeting, WORLD)) == []


def test_what_rests_on_nobody_named_is_not_set_against_anything() -> None:
    assert within(says(ADA), says(OFFICIALS, actor=REBELS)) == []


def test_places_and_days() -> None:
    assert within(says(ADA), says(BORIS, place="Hama")) == [("contradiction", "place", EXCLUSIVE["place"])]
    assert within(says(ADA), says(BORIS, place=None)) == []
    assert within(says(ADA), says(BORIS, day="2020-03-06")) == [("contradiction", "date", EXCLUSIVE["date"])]
    assert within(says(ADA), says(BORIS, day="2020-03-03")) == [("contradiction", "date", NEXT_DAY)]


def labelled(*nouns: str, same_report: bool = False) -> list[tuple[str, str]]:
    group = [
        says(root, target=party(noun), outlet="one" if same_report else noun)
        for root, noun in zip((ADA, BORIS), nouns, strict=True)
    ]
    return [(c.kind, c.field) for c in labels(told(*group))]


def test_a_noun_that_judges_beside_one_that_does_not_is_a_label() -> None:
    assert labelled("rebels", "terrorists") == [("labelling", "recipient")]
    assert labelled("rebels", "fighters") == []
    assert labelled("terrorists", "extremists") == []
    assert labelled("protesters", "terrorists") == [], "those are no two names for the same people"
    assert labelled("rebels", "terrorists", same_report=True) == [], "one report may tell of both"


def test_the_conflict_of_two_events_names_both() -> None:
    a, b = told(says(ADA)), told(says(BORIS, actor=REBELS), event_id="e-2")
    (conflict,) = exclusive_fillers(a, WORLD, b)
    assert conflict.event_ids == ("e-1", "e-2")
    assert {side.origin_ids for side in conflict.sides} == {("o-Ada Brook",), ("o-Boris Lund",)}
