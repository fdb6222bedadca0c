"""What of an account is of the period, by ids: nothing is loaded of what will not be shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import sqlalchemy as sa

from whence.brief.period import Period
from whence.store import Query, told
from whence.store.query import parts

OVERDUE = 10
"""Plans for a day before the period that nothing follows; each morning would list them all again."""


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
    planned = _planned(connection, times)
    meeting = told.that_meet(connection, query, events | planned.keys())
    unplaced = told.without_place(connection, events)
    if any(part.place for part in parts(query)):
        unplaced = told.that_meet(connection, _anywhere(query), unplaced)
    else:
        unplaced &= meeting
    events &= meeting
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
    due = {plan for plan in planned.keys() & meeting if planned[plan] >= times.since.day}
    earlier = (planned.keys() & meeting) - due
    earlier -= told.followed(connection, earlier)
    latest = sorted(earlier, key=lambda plan: (planned[plan], plan), reverse=True)[:OVERDUE]
    return Found(
        new=new,
        unplaced=unplaced,
        figures=figures,
        conflicts=sorted(conflicts),
        denials={event: origins for event, origins in denials.items() if origins},
        plans={plan: planned[plan] for plan in sorted({*due, *latest})},
        overdue=len(earlier) - len(latest),
    )


def _anywhere(query: Query) -> Query:
    """The query without what it asks of the place."""
    within = None if query.within is None else _anywhere(query.within)
    return replace(query, place=None, within=within)


def _planned(connection: sa.Connection, times: Period) -> dict[str, str]:
    """Plans announced by the end of the period for a day up to it → that day."""
    if times.last is None:
        return {}
    planned = told.planned_until(connection, times.last)
    announced = told.also_in(connection, planned, times.before | times.within | times.undated)
    return {plan: planned[plan] for plan in announced}
