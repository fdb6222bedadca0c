"""How a conflict is written down."""

from assess_builders import ADA, BORIS, WORLD, says, told
from whence.assess.told import conflict, published, side


def test_a_side_has_the_origins_and_reports_of_those_who_tell_it() -> None:
    items = [(told(item), item) for item in (says(ADA), says(BORIS))]
    found = side("x", "+", items)
    assert found.origin_ids == ("o-Ada Brook", "o-Boris Lund")
    assert len(found.document_ids) == 2
    denied = says(BORIS, "-")
    assert side("x", "+", [(told(), denied)]).origin_ids == (), "who is not counted is no origin"


def test_the_event_a_conflict_is_about_comes_first_and_once() -> None:
    here, there = told(says(ADA), event_id="e-9"), told(says(BORIS), event_id="e-1")
    sides = [side("x", "+", [])]
    found = conflict(here, "place", "contradiction", "w", 0.5, sides, [there, here])
    assert found.event_ids == ("e-9", "e-1")
    other = conflict(here, "place", "revision", "w", 0.5, sides)
    assert found.conflict_id != other.conflict_id


def test_a_side_appeared_with_its_first_report() -> None:
    items = [(told(item), item) for item in (says(ADA, day="2020-03-03"), says(BORIS, day="2020-03-02"))]
    assert published(items) == "2020-03-02"
    assert published([]) == ""


def test_an_actor_is_looked_up_under_its_account_wide_id() -> None:
    judge = WORLD.actor("judge")
    assert judge is not None and judge.name == "Karim Saleh"
    assert WORLD.actor("nobody") is None and WORLD.actor(None) is None
