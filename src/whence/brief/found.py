"""What of an account is of the period, by ids: nothing is loaded of what will not be shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import sqlalchemy as sa

from whence.brief.period import Period
from whence.store import Query, told

OVERDUE = 10
"""Plans for a day before the period of which nothing is told; each morning would list them all again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    new: Collection[str]
    """Events that no report of before the period tells."""
    unplaced: Collection[str]
    """Events told in the period that have no place."""
    figures: Mapping[str, Mapping[int, Collection[str]]]
    """Events told in the period with several values of a role, some of them new → position → its reports."""
    conflicts: Collection[str]
    """Contradictions and revisions one side of which is new."""
    denials: Mapping[str, Collection[str]]
    """Event → the origins that deny it and did not before."""
    plans: Mapping[str, str]
    """Plan → the last day it is announced for."""
    overdue: int
    """Plans for a day before the period that are not among ``plans``."""


def found(connection: sa.Connection, times: Period, query: Query) -> Found:
    """What the period's reports tell of events that meet ``query``. An event without a place meets every
    place: who asks for an area has to know what may lie in it."""
    events = told.told_in(connection, times.within)
    unplaced = told.without_place(connection, events)
    unplaced = told.that_meet(connection, anywhere(query), unplaced)
    events = told.that_meet(connection, query, events)
    new = events - told.also_in(connection, events, times.before)
    figures = {
        event: values
        for event, values in told.figures(connection, events).items()
        if any(times.new(documents) for documents in values.values())
    }
    conflicts = [
        conflict
        for conflict, sides in told.conflicts(connection, events).items()
        if any(times.new(documents) for documents in sides.values())
    ]
    denials = {
        event: [origin for origin, documents in origins.items() if times.new(documents)]
        for event, origins in told.denials(connection, events).items()
    }
    plans, overdue = _plans(connection, times, query, new)
    return Found(
        new=new,
        unplaced=unplaced,
        figures=figures,
        conflicts=sorted(conflicts),
        denials={event: origins for event, origins in denials.items() if origins},
        plans=plans,
        overdue=overdue,
    )


def anywhere(query: Query) -> Query:
    """The query without what it asks of the place."""
    within = None if query.within is None else anywhere(query.within)
    return replace(query, place=None, within=within)


def _plans(
    connection: sa.Connection, times: Period, query: Query, new: Collection[str]
) -> tuple[dict[str, str], int]:
    """Plans whose day came in the period, or that were told of in it when their day was over; and the latest
    of those for an earlier day that nothing follows, with the count of the others."""
    if times.last is None:
        return {}, 0
    planned = told.planned_until(connection, times.last)
    known = told.also_in(connection, planned, times.before | times.within | times.undated)
    known = told.that_meet(connection, query, known)
    due = {plan for plan in known if planned[plan] >= times.since.day or plan in new}
    earlier = known - due
    earlier -= told.followed(connection, earlier)
    latest = sorted(earlier, key=lambda plan: (planned[plan], plan), reverse=True)[:OVERDUE]
    return {plan: planned[plan] for plan in sorted({*due, *latest})}, len(earlier) - len(latest)
