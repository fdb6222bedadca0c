"""A plan and its fulfilment are two events."""

from typing import Any

import pytest

from builders import event
from whence.assess.plans import fulfilments
from whence.records import Event, EventParty, EventSite, TimeValue

IRAN = EventParty(actor_id="a-iran", name="Iran")


def plan(event_id: str = "e-plan", **fields: Any) -> Event:
    told = {"status": "planned", "realis": "future", "actors": (IRAN,), "first_reported": "2015-09-20"}
    return event(event_id, **{**told, **fields})


def done(**fields: Any) -> Event:
    told = {"actors": (IRAN,), "first_reported": "2015-10-01"}
    return event("e-done", **{**told, **fields})


def at(name: str) -> EventSite:
    return EventSite(place_id=None, name=name)


def on(day: str) -> TimeValue:
    return TimeValue(from_=day, to=day, precision="day")


def test_what_was_planned_and_then_reported_follows() -> None:
    assert fulfilments([plan(), done()]) == {"e-done": "e-plan"}
    assert fulfilments([plan(), done(realis="ongoing")]) == {"e-done": "e-plan"}


@pytest.mark.parametrize(
    "other",
    [
        done(story_id="s-2"),
        done(type="COERCE"),
        done(actors=(EventParty(actor_id="a-other", name="Other"),)),
        done(actors=()),
        done(realis="future", status="planned"),
        done(realis="conditional", status="hypothetical"),
        done(status="denied"),
        done(date=on("2015-09-01")),
        done(first_reported="2015-09-01"),
    ],
)
def test_another_story_type_or_actor_not_happened_or_too_early(other: Event) -> None:
    assert fulfilments([plan(), other]) == {}


def test_the_place_must_not_differ_where_both_are_told() -> None:
    assert fulfilments([plan(place=at("Karm")), done(place=at("Tarsk"))]) == {}
    assert fulfilments([plan(place=at("Karm")), done(place=at("Karm"))]) == {"e-done": "e-plan"}
    assert fulfilments([plan(place=at("Karm")), done()]) == {"e-done": "e-plan"}


def test_the_latest_plan_wins() -> None:
    plans = [plan("e-old", first_reported="2015-09-10"), plan("e-new", first_reported="2015-09-20")]
    assert fulfilments([*plans, done()]) == {"e-done": "e-new"}
    assert fulfilments([done(), *reversed(plans)]) == {"e-done": "e-new"}


def test_a_plan_first_reported_after_the_event_is_not_the_one_it_fulfils() -> None:
    plans = [plan("e-before", first_reported="2015-09-20"), plan("e-after", first_reported="2015-10-05")]
    assert fulfilments([*plans, done(date=on("2015-09-30"))]) == {"e-done": "e-before"}
