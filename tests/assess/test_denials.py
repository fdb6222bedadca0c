"""What one holder asserts and another denies."""

from dataclasses import replace

from assess_builders import ADA, BORIS, party, says, told
from whence.assess.denials import by_filler, denied_arguments, occurrence
from whence.assess.told import Told


def test_another_denies_what_one_asserts() -> None:
    (conflict,) = occurrence(told(says(ADA), says(BORIS, "-")))
    assert (conflict.kind, conflict.field) == ("contradiction", "occurrence")
    assert list(occurrence(told(says(ADA), says(BORIS)))) == []


def test_one_who_takes_it_back_has_changed_the_account() -> None:
    (conflict,) = occurrence(told(says(ADA), says(ADA, "-", day="2020-03-03")))
    assert conflict.kind == "revision"
    three = told(says(ADA), says(ADA, "-", day="2020-03-03"), says(BORIS, "-"))
    assert [conflict.kind for conflict in occurrence(three)] == ["contradiction"]


def narrowed(target: str, field: str = "recipient") -> Told:
    item = says(BORIS, "-", target=party(target))
    return told(replace(item, narrowed=frozenset({field})))


def test_a_denied_recipient_is_set_against_whom_else_the_same_doers_hit() -> None:
    other = told(says(ADA, target=party("rebels")), event_id="e-2")
    (conflict,) = denied_arguments(narrowed("civilians"), [other])
    assert conflict.event_ids == ("e-1", "e-2")
    assert {(side.value, side.sign) for side in conflict.sides} == {("rebels", "+"), ("civilians", "-")}


def test_of_another_event_the_denied_filler_and_another_doer_answer_nothing() -> None:
    other = told(says(ADA, target=party("civilians")), event_id="e-2")
    assert list(denied_arguments(narrowed("civilians"), [other])) == []
    assert list(denied_arguments(narrowed("civilians", "actor"), [other])) == []


def test_fillers_are_grouped_by_name() -> None:
    items = [(told(item), item) for item in (says(ADA), says(BORIS, target=party("The Market")))]
    assert [(name, len(found)) for name, found in by_filler(items, "recipient")] == [("the market", 2)]
