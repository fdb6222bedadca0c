"""Choosing what a page shows, in SQL: an account has far more events than anybody reads at once.

Conditions are on events as the account has them; those of :mod:`whence.store.filters` are on single tellings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Literal

import sqlalchemy as sa

from whence.store import definition
from whence.store.select import among

Mark = Literal["reported", "differ", "revised", "denied", "planned", "hypothetical"]
"""What is marked on an event: that it is reported as happened, that accounts differ, that its figures are
revised, that somebody denies it, that it is planned, or only considered."""

_TABLES = definition.views().tables
_EVENTS, _STORIES = _TABLES["events"].c, _TABLES["stories"].c
_PARTIES, _TOLD_IN = _TABLES["event_parties"].c, _TABLES["event_documents"].c
_CONFLICTS, _DIFFER = _TABLES["conflicts"].c, _TABLES["conflict_events"].c
_DOCUMENTS, _PLACES, _ACTORS = _TABLES["documents"].c, _TABLES["places"].c, _TABLES["actors"].c

Condition = sa.ColumnElement[bool]
_ID = re.compile(r"[ap]-[0-9a-f]{12,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events; a field that is ``None`` asks for nothing. ``actor`` and ``place`` are an id or words of
    a name, ``from_`` and ``to`` ISO dates, inclusive, that the event's date must touch (without one, the
    date of its first report). An ``actor`` may be on either side, but beside a ``recipient``."""

    story: str | None = None
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    type: str | None = None
    outlet: str | None = None
    from_: str | None = None
    to: str | None = None
    mark: Mark | None = None

    @property
    def everything(self) -> bool:
        return all(getattr(self, field.name) is None for field in fields(self))


def meeting(wanted: Wanted) -> Iterator[Condition]:
    """What rows of ``events`` have to meet."""
    if wanted.story:
        yield _EVENTS.story_id == wanted.story
    if wanted.actor:
        yield _takes_part(wanted.actor, "actor" if wanted.recipient else None)
    if wanted.recipient:
        yield _takes_part(wanted.recipient, "recipient")
    if wanted.place:
        yield _called(wanted.place, _EVENTS.place_id, _EVENTS.place_name)
    if wanted.type:
        told = wanted.type.casefold()
        columns = (_EVENTS.type, _EVENTS.mode, _EVENTS.other)
        yield sa.or_(*(sa.func.casefold(column) == told for column in columns))
    if wanted.outlet:
        theirs = sa.select(_DOCUMENTS.document_id).where(sa.func.names(_DOCUMENTS.outlet, wanted.outlet))
        yield _EVENTS.event_id.in_(sa.select(_TOLD_IN.event_id).where(_TOLD_IN.document_id.in_(theirs)))
    if wanted.from_:
        last = sa.func.coalesce(_EVENTS.date_to, _EVENTS.date_from, _EVENTS.first_reported, "")
        yield sa.func.substr(last, 1, len(wanted.from_)) >= wanted.from_
    if wanted.to:
        first = sa.func.coalesce(_EVENTS.date_from, _EVENTS.date_to, _EVENTS.first_reported, "9999")
        yield sa.func.substr(first, 1, len(wanted.to)) <= wanted.to
    if wanted.mark:
        yield _marked(wanted.mark)


def _takes_part(wanted: str, role: str | None) -> Condition:
    theirs = sa.select(_PARTIES.event_id).where(_called(wanted, _PARTIES.actor_id, _PARTIES.name))
    return _EVENTS.event_id.in_(theirs if role is None else theirs.where(_PARTIES.role == role))


def _called(wanted: str, key: sa.ColumnElement[str | None], name: sa.ColumnElement[str | None]) -> Condition:
    """An id is looked up in its index; only words are compared with every name."""
    return key == wanted if _ID.fullmatch(wanted) else sa.func.names(name, wanted)


def _marked(mark: Mark) -> Condition:
    if mark == "denied":
        return _EVENTS.denials_high > 0
    if mark == "reported":
        return _EVENTS.status.in_(("reported", "corroborated"))
    if mark in ("planned", "hypothetical"):
        return _EVENTS.status == mark
    kind = "revision" if mark == "revised" else "contradiction"
    told = sa.select(_DIFFER.event_id).where(
        _DIFFER.conflict_id.in_(sa.select(_CONFLICTS.conflict_id).where(_CONFLICTS.kind == kind))
    )
    differs = _EVENTS.event_id.in_(told)
    return sa.or_(differs, _EVENTS.status == "disputed") if mark == "differ" else differs


_LEADING = (
    (_EVENTS.status != "disputed"),
    _EVENTS.reports.desc(),
    _EVENTS.origins_high.desc(),
    (_EVENTS.type == "NONE"),
    _EVENTS.event_id,
)
"""Events on which accounts differ, and those that most reports tell, come first."""


def stories(connection: sa.Connection, wanted: Wanted, *, offset: int, most: int) -> tuple[list[str], int]:
    """Ids of stories that have such an event, the latest first, and how many there are in all."""
    chosen = sa.select(_STORIES.story_id)
    if not wanted.everything:
        chosen = chosen.where(_STORIES.story_id.in_(sa.select(_EVENTS.story_id).where(*meeting(wanted))))
    total = connection.execute(sa.select(sa.func.count()).select_from(chosen.subquery())).scalar_one()
    latest = chosen.order_by(_STORIES.to.is_(None), _STORIES.to.desc(), _STORIES.story_id)
    return list(connection.execute(latest.limit(most).offset(offset)).scalars()), int(total)


def leading(
    connection: sa.Connection, wanted: Wanted, stories: Collection[str], *, most: int
) -> dict[str, tuple[list[str], int]]:
    """Of each story the ids of its leading events, and how many there are in all."""
    rank = sa.func.row_number().over(partition_by=_EVENTS.story_id, order_by=_LEADING).label("rank")
    total = sa.func.count().over(partition_by=_EVENTS.story_id).label("total")
    ranked = (
        sa.select(_EVENTS.story_id, _EVENTS.event_id, rank, total)
        .where(among(_EVENTS.story_id, stories), *meeting(wanted))
        .subquery()
    )
    query = sa.select(ranked).where(ranked.c.rank <= most).order_by(ranked.c.story_id, ranked.c.rank)
    found: dict[str, tuple[list[str], int]] = {story: ([], 0) for story in stories}
    for row in connection.execute(query):
        ids, _ = found[row.story_id]
        found[row.story_id] = ([*ids, row.event_id], row.total)
    return found


def events(connection: sa.Connection, wanted: Wanted, *, offset: int = 0, most: int) -> tuple[list[str], int]:
    """Ids of events, leading ones first, and how many there are in all."""
    chosen = sa.select(_EVENTS.event_id).where(*meeting(wanted))
    total = connection.execute(sa.select(sa.func.count()).select_from(chosen.subquery())).scalar_one()
    found = connection.execute(chosen.order_by(*_LEADING).limit(most).offset(offset))
    return list(found.scalars()), int(total)


def tally(connection: sa.Connection, mark: Mark) -> int:
    """How many events are marked so."""
    return int(connection.execute(sa.select(sa.func.count()).where(_marked(mark))).scalar_one())


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An actor, and of how many events it is the actor and the recipient."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    acts: int
    receives: int


ORDERS = ("acts", "receives", "name", "kind", "country")


def actors(
    connection: sa.Connection, *, named: str | None, order: str, offset: int, most: int
) -> tuple[list[Activity], int]:
    """Actors that take part in events, and how many there are in all; ``order`` is one of ``ORDERS``.

    Raises ``KeyError`` for another order."""
    acts = sa.func.sum(sa.case((_PARTIES.role == "actor", 1), else_=0)).label("acts")
    counted = (
        sa.select(_PARTIES.actor_id, acts, (sa.func.count() - acts).label("receives"))
        .where(_PARTIES.actor_id.is_not(None))
        .group_by(_PARTIES.actor_id)
        .subquery()
    )
    chosen = sa.select(
        _ACTORS.actor_id, _ACTORS.name, _ACTORS.kind, _ACTORS.country, counted.c.acts, counted.c.receives
    ).join(counted, counted.c.actor_id == _ACTORS.actor_id)
    if named:
        chosen = chosen.where(sa.func.names(_ACTORS.name, named))
    total = connection.execute(sa.select(sa.func.count()).select_from(chosen.subquery())).scalar_one()
    by = {name: chosen.selected_columns[name] for name in ORDERS}[order]
    first = by.desc() if order in ("acts", "receives") else by.is_(None)
    found = connection.execute(
        chosen.order_by(first, by, counted.c.acts.desc(), _ACTORS.actor_id).limit(most).offset(offset)
    )
    return [Activity(**row._mapping) for row in found], int(total)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors, the events in which one acts on the other, and of how many of them somebody denies it."""

    actor_id: str
    actor: str
    recipient_id: str
    recipient: str
    events: int
    denied: int


def ties(connection: sa.Connection, wanted: Wanted, *, most: int) -> tuple[list[Tie], int]:
    """Who acts on whom, in most events first, and how many pairs there are in all. An event counts once,
    however many reports tell it; what is only planned or considered does not."""
    one, other = (_TABLES["event_parties"].alias() for _ in range(2))
    happened = _EVENTS.status.not_in(("planned", "hypothetical"))
    pairs = (
        sa.select(
            one.c.actor_id,
            sa.func.min(one.c.name).label("actor"),
            other.c.actor_id.label("recipient_id"),
            sa.func.min(other.c.name).label("recipient"),
            sa.func.count().label("events"),
            sa.func.sum(sa.case((_EVENTS.denials_high > 0, 1), else_=0)).label("denied"),
        )
        .join(other, other.c.event_id == one.c.event_id)
        .join(_TABLES["events"], _EVENTS.event_id == one.c.event_id)
        .where(one.c.role == "actor", other.c.role == "recipient", happened, *meeting(wanted))
        .where(one.c.actor_id.is_not(None), other.c.actor_id.is_not(None))
        .where(one.c.actor_id != other.c.actor_id)
        .group_by(one.c.actor_id, other.c.actor_id)
    )
    found = connection.execute(
        pairs.add_columns(sa.func.count().over().label("total"))
        .order_by(sa.desc("events"), one.c.actor_id, other.c.actor_id)
        .limit(most)
    ).all()
    return [Tie(*row[:-1]) for row in found], int(found[0].total) if found else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place, and how many events are told to be there."""

    place_id: str
    name: str
    kind: str | None
    country: str | None
    lat: float
    lon: float
    precision: str | None
    events: int


def sites(connection: sa.Connection, wanted: Wanted, *, most: int) -> tuple[list[Site], int, int]:
    """Places with coordinates, those of most events first; how many there are in all, and of how many events
    the place is not known."""
    joined = _TABLES["events"].outerjoin(_TABLES["places"], _PLACES.place_id == _EVENTS.place_id)
    placed = (
        sa.select(
            _PLACES.place_id, _PLACES.name, _PLACES.kind, _PLACES.country, _PLACES.lat, _PLACES.lon,
            _PLACES.precision, sa.func.count().label("events"),
        )
        .select_from(joined)
        .where(_PLACES.lat.is_not(None), *meeting(wanted))
        .group_by(_PLACES.place_id)
    )  # fmt: skip
    total = connection.execute(sa.select(sa.func.count()).select_from(placed.subquery())).scalar_one()
    unknown = connection.execute(
        sa.select(sa.func.count()).select_from(joined).where(_PLACES.lat.is_(None), *meeting(wanted))
    ).scalar_one()
    ordered = placed.order_by(sa.desc("events"), _PLACES.place_id).limit(most)
    return [Site(**row._mapping) for row in connection.execute(ordered)], int(total), int(unknown)


def days(connection: sa.Connection, wanted: Wanted) -> Sequence[tuple[str, int]]:
    """Days on which events are told to be, and how many; those of a month or a year have no day."""
    day = sa.func.substr(_EVENTS.date_from, 1, 10)
    told = (_EVENTS.date_from.is_not(None), _EVENTS.date_precision.in_(("hour", "day")))
    query = sa.select(day, sa.func.count()).where(*told, *meeting(wanted))
    return [(str(one), int(count)) for one, count in connection.execute(query.group_by(day).order_by(day))]


def statements(connection: sa.Connection, actor_id: str, *, most: int) -> tuple[list[str], int]:
    """Ids of attributions of which an actor is the source, and how many there are in all."""
    tables = definition.tables().tables
    own, actor_of = tables["local_attributions"].c, tables["actor_of"].c
    called = sa.select(actor_of.local_actor_id).where(actor_of.actor_id == actor_id)
    held = sa.or_(own.source_actor_id.in_(called), own.source_actor_id == actor_id)
    chosen = sa.select(own.attribution_id).where(held).distinct()
    total = connection.execute(sa.select(sa.func.count()).select_from(chosen.subquery())).scalar_one()
    ordered = chosen.order_by(own.attribution_id).limit(most)
    return list(connection.execute(ordered).scalars()), int(total)
