from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from brief_builders import differing, figure, held, origin
from builders import document, event
from whence.records import EventSite, Side, TimeValue
from whence.store import Query, Store, told

OLD, NEW, LATE = (document(f"d-{day}", published=f"2031-03-{day}", outlet=f"O{day}") for day in (11, 12, 13))
KARM = EventSite(place_id=None, name="Karm")


def asserted(value: str, *documents: str) -> Side:
    return Side(value=value, sign="+", origin_ids=(), document_ids=documents)


EVENTS = [
    event(
        "e-1", document_ids=("d-11", "d-12"), reports=2, place=KARM,
        quantities=(figure("e-1", 3, "d-11"), figure("e-1", 5, "d-12"),
                    figure("e-1", 9, "d-12", role="injured"),
                    figure("e-1", 1, "d-11", role="other"), figure("e-1", 2, "d-12", role="other")),
    ),
    event("e-2", document_ids=("d-12",), type="AID", status="disputed"),
    event("e-3", document_ids=("d-13",), status="planned", realis="future",
          date=TimeValue(from_="2031-03-14", to="2031-03-15", precision="range")),
    event("e-4", document_ids=("d-13",), status="planned", realis="future",
          date=TimeValue(from_="2031-03-12", to=None, precision="day")),
    event("e-5", document_ids=("d-13",), follows="e-4", type="NONE"),
]  # fmt: skip
ALL = [one.event_id for one in EVENTS]


@pytest.fixture
def asked(store: Store) -> Callable[..., Any]:
    """``asked(function, …)``: of the account above."""
    origins = [origin("e-2", "Ada", "d-12"), origin("e-2", "Bo", "d-12", "d-13", sign="-")]
    conflicts = [
        differing("e-1", "place", asserted("Karm", "d-11"), asserted("Lomi", "d-12", "d-13")),
        differing("e-1", "actor", asserted("a", "d-11"), asserted("b", "d-12"), kind="labelling"),
    ]
    held(store, [OLD, NEW, LATE], EVENTS, origins=origins, conflicts=conflicts)

    def ask(function: Callable[..., Any], *arguments: Any) -> Any:
        with store.reading() as connection:
            return function(connection, *arguments)

    return ask


def test_reports_come_in_the_order_of_the_account_without_their_texts(asked: Callable[..., Any]) -> None:
    reports = asked(told.dated)
    assert [one.document_id for one in reports] == ["d-11", "d-12", "d-13"]
    assert (reports[0].published, reports[0].outlet, reports[0].language) == ("2031-03-11", "O11", "en")
    assert not hasattr(reports[0], "text")


def test_events_by_the_reports_that_tell_them(asked: Callable[..., Any]) -> None:
    assert asked(told.told_in, ["d-12"]) == {"e-1", "e-2"}
    assert asked(told.told_in, []) == set()
    assert asked(told.also_in, ALL, ["d-11"]) == {"e-1"}
    assert asked(told.also_in, ["e-2"], ["d-11"]) == set()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), set(ALL)),
        (Query(outlet="O11"), {"e-1"}),
        (Query(place="Karm"), {"e-1"}),
        (Query(actor="army"), set(ALL)),
        (Query(actor="navy"), set()),
        (Query(text='"e 2"'), {"e-2"}),
        (Query(text='"e 2"', within=Query(outlet="O11")), set()),
    ],
)
def test_events_of_which_a_telling_meets_a_query(
    asked: Callable[..., Any], query: Query, found: set[str]
) -> None:
    assert asked(told.that_meet, query, ALL) == found
    assert asked(told.that_meet, query, ["e-2"]) == found & {"e-2"}


def test_the_weightiest_events_come_first(asked: Callable[..., Any]) -> None:
    assert asked(told.weightiest, ALL, 9) == ["e-2", "e-1", "e-3", "e-4", "e-5"]
    assert asked(told.weightiest, ALL, 2) == ["e-2", "e-1"]


def test_events_without_a_place(asked: Callable[..., Any]) -> None:
    assert asked(told.without_place, ALL) == {"e-2", "e-3", "e-4", "e-5"}


def test_figures_of_a_role_that_has_several(asked: Callable[..., Any]) -> None:
    found = asked(told.figures, ALL)
    assert found.keys() == {"e-1"}
    assert {at: found["e-1"][at] for at in (0, 1)} == {0: {"d-11"}, 1: {"d-12"}}


def test_plans_by_the_last_day_they_are_announced_for(asked: Callable[..., Any]) -> None:
    assert asked(told.planned_until, "2031-03-15") == {"e-3": "2031-03-15", "e-4": "2031-03-12"}
    assert asked(told.planned_until, "2031-03-14") == {"e-4": "2031-03-12"}
    assert asked(told.followed, ["e-3", "e-4"]) == {"e-4"}


def test_denials_and_conflicts_with_their_reports(asked: Callable[..., Any]) -> None:
    assert asked(told.denials, ALL) == {"e-2": {"o-e-2-Bo": {"d-12", "d-13"}}}
    assert asked(told.denials, ["e-1"]) == {}
    assert asked(told.conflicts, ALL) == {"c-e-1-place": {0: {"d-11"}, 1: {"d-12", "d-13"}}}
    assert asked(told.conflicts, ["e-2"]) == {}
