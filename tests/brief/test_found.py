from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from brief_builders import differing, figure, held, origin
from builders import document, event
from whence.brief.found import OVERDUE, Found, found
from whence.brief.period import moment, period
from whence.records import Event, EventSite, Side, TimeValue
from whence.store import Query, Store, told

OLD, NEW, LATER = (document(f"d-{day}", published=f"2031-03-{day}") for day in (11, 12, 13))


def on(day: str) -> TimeValue:
    return TimeValue(from_=day, to=day, precision="day")


def plan(event_id: str, day: str, *documents: str) -> Event:
    return event(event_id, document_ids=documents, status="planned", realis="future", date=on(day))


def asserted(value: str, *documents: str) -> Side:
    return Side(value=value, sign="+", origin_ids=(), document_ids=documents)


def asked(
    store: Store,
    events: Sequence[Event],
    query: Query | None = None,
    *,
    until: str | None = None,
    **more: Any,
) -> Found:
    """What is found since 12 March in three reports of three days."""
    held(store, [OLD, NEW, LATER], events, **more)
    with store.reading() as connection:
        times = period(told.dated(connection), moment("2031-03-12"), moment(until) if until else None)
        return found(connection, times, query or Query())


def test_new_is_an_event_that_no_earlier_report_tells(store: Store) -> None:
    events = [
        event("e-1", document_ids=("d-11", "d-12")),
        event("e-2", document_ids=("d-12",)),
        event("e-3", document_ids=("d-13",)),
    ]
    assert asked(store, events, until="2031-03-12").new == {"e-2"}, "the 13th is after the period"


def test_figures_of_which_one_is_new(store: Store) -> None:
    events = [
        event("e-1", document_ids=("d-11", "d-12"),
              quantities=(figure("e-1", 3, "d-11", "d-12"), figure("e-1", 5, "d-12"))),
        event("e-2", document_ids=("d-11", "d-12"),
              quantities=(figure("e-2", 3, "d-11"), figure("e-2", 5, "d-11", "d-12"))),
    ]  # fmt: skip
    assert set(asked(store, events).figures) == {"e-1"}, "both values of e-2 were told on the 11th"


def test_accounts_that_differ_of_which_one_is_new(store: Store) -> None:
    events = [event(f"e-{n}", document_ids=("d-11", "d-12")) for n in (1, 2)]
    conflicts = [
        differing("e-1", "place", asserted("Karm", "d-11"), asserted("Lomi", "d-12")),
        differing("e-2", "place", asserted("Karm", "d-11"), asserted("Lomi", "d-11", "d-12")),
    ]
    assert asked(store, events, conflicts=conflicts).conflicts == ["c-e-1-place"]


def test_denials_by_those_who_did_not_deny_before(store: Store) -> None:
    events = [event("e-1", document_ids=("d-11", "d-12"))]
    origins = [origin("e-1", "Ada", "d-11", "d-12", sign="-"), origin("e-1", "Bo", "d-12", sign="-")]
    assert asked(store, events, origins=origins).denials == {"e-1": ["o-e-1-Bo"]}


def test_a_plan_is_due_on_its_day(store: Store) -> None:
    events = [
        plan("e-1", "2031-03-12", "d-11"),
        plan("e-2", "2031-03-13", "d-11"),
        plan("e-3", "2031-03-14", "d-11"),
    ]
    assert asked(store, events).plans == {"e-1": "2031-03-12", "e-2": "2031-03-13"}


def test_a_plan_that_was_announced_after_the_period_is_not_due_in_it(store: Store) -> None:
    assert asked(store, [plan("e-1", "2031-03-12", "d-13")], until="2031-03-12").plans == {}


def test_of_plans_for_earlier_days_the_latest_that_nothing_follows_are_kept(store: Store) -> None:
    overdue = [plan(f"e-{day:02}", f"2031-02-{day:02}", "d-11") for day in range(1, OVERDUE + 4)]
    done = event("e-done", document_ids=("d-11",), follows=f"e-{OVERDUE + 3:02}")
    kept = asked(store, [*overdue, done])
    assert sorted(kept.plans) == [f"e-{day:02}" for day in range(3, OVERDUE + 3)]
    assert kept.overdue == 2


def test_the_filter_holds_for_all_but_what_has_no_place(store: Store) -> None:
    karm, lomi = (EventSite(place_id=None, name=name) for name in ("Karm", "Lomi"))
    events = [
        event("e-1", document_ids=("d-12",), place=karm),
        event("e-2", document_ids=("d-12",), place=lomi),
        event("e-3", document_ids=("d-12",)),
    ]
    origins = [origin(f"e-{n}", "Bo", "d-12", sign="-") for n in (1, 2, 3)]
    area = asked(store, events, Query(place="Karm"), origins=origins)
    assert area.new == {"e-1"} and set(area.denials) == {"e-1"}
    assert area.unplaced == {"e-3"}, "it may lie in the area"
    within = asked(store, events, Query(type="ASSAULT", within=Query(place="Karm")), origins=origins)
    assert (within.new, within.unplaced) == ({"e-1"}, {"e-3"})


@pytest.mark.parametrize("query", [Query(place="Karm", actor="navy"), Query(within=Query(actor="navy"))])
def test_what_has_no_place_meets_the_other_conditions(store: Store, query: Query) -> None:
    assert asked(store, [event("e-1", document_ids=("d-12",))], query).unplaced == set()


def test_an_empty_account(store: Store) -> None:
    with store.reading() as connection:
        nothing = found(connection, period([], moment("2031-03-12")), Query())
    assert not (nothing.new or nothing.plans or nothing.conflicts or nothing.unplaced)
