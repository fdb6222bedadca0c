"""What is told in some of the reports and in no earlier one, by ids: records are loaded of what is shown.

Nothing here reads an event, a telling or a text as a whole. The account of ten thousand reports has a hundred
times as many tellings, and a brief tells of a day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from whence.records import Precision
from whence.store import definition
from whence.store.filters import meeting
from whence.store.query import Query, asks, parts
from whence.store.search import find
from whence.store.select import among

_TABLES = definition.views().tables
_EVENTS, _EVENT_OF = _TABLES["events"].c, definition.tables().tables["event_of"].c
_EVENT_DOCUMENTS, _VALUES = _TABLES["event_documents"].c, _TABLES["event_values"].c
_MENTIONS, _DOCUMENTS = _TABLES["event_mentions"].c, _TABLES["documents"].c
_ORIGINS, _ORIGIN_DOCUMENTS = _TABLES["origins"].c, _TABLES["origin_documents"].c
_CONFLICTS, _CONFLICT_EVENTS = _TABLES["conflicts"].c, _TABLES["conflict_events"].c
_SIDE_DOCUMENTS = _TABLES["conflict_side_documents"].c


@dataclass(frozen=True, slots=True)
class Dated:
    """A report without its text."""

    document_id: str
    outlet: str | None
    published: str | None
    published_precision: Precision | None
    captured: str | None
    version_of: str | None
    language: str
    sha256: str


def dated(connection: sa.Connection) -> list[Dated]:
    """Every report, by publication and id (undated first)."""
    columns = [_DOCUMENTS[name] for name in Dated.__slots__]
    query = sa.select(*columns).order_by(_DOCUMENTS.published, _DOCUMENTS.document_id)
    return [Dated(*row) for row in connection.execute(query)]


def told_in(connection: sa.Connection, documents: Collection[str]) -> set[str]:
    """Ids of the events that these reports tell."""
    query = sa.select(_MENTIONS.event_id).where(among(_MENTIONS.document_id, documents)).distinct()
    return set(connection.execute(query).scalars())


def also_in(connection: sa.Connection, events: Collection[str], documents: Collection[str]) -> set[str]:
    """Those of the events that one of these reports tells."""
    query = sa.select(_EVENT_DOCUMENTS.event_id).distinct()
    query = query.where(among(_EVENT_DOCUMENTS.event_id, events))
    return set(connection.execute(query.where(among(_EVENT_DOCUMENTS.document_id, documents))).scalars())


def that_meet(connection: sa.Connection, query: Query, events: Collection[str]) -> set[str]:
    """Those of the events of which a telling meets every condition of the query."""
    if any(part.text for part in parts(query)):
        found = {hit.event_mention.event_id for hit in find(connection, query) if hit.event_mention}
        return found & set(events)
    if not asks(query):
        return set(events)
    held = sa.select(_EVENT_OF.event_mention_id).where(among(_EVENT_OF.event_id, events))
    told = sa.select(_MENTIONS.event_id).where(_MENTIONS.event_mention_id.in_(held), *meeting(query))
    return set(connection.execute(told.distinct()).scalars())


def weightiest(connection: sa.Connection, events: Collection[str], most: int) -> list[str]:
    """The events a reader would miss most: on which reports differ, then those that most reports tell."""
    order = (_EVENTS.status != "disputed", -_EVENTS.reports, -_EVENTS.origins_high, _EVENTS.type == "NONE")
    query = sa.select(_EVENTS.event_id).where(among(_EVENTS.event_id, events))
    return list(connection.execute(query.order_by(*order, _EVENTS.event_id).limit(most)).scalars())


def without_place(connection: sa.Connection, events: Collection[str]) -> set[str]:
    query = sa.select(_EVENTS.event_id).where(among(_EVENTS.event_id, events), _EVENTS.place_name.is_(None))
    return set(connection.execute(query).scalars())


def figures(
    connection: sa.Connection, events: Collection[str]
) -> Mapping[str, Mapping[int, Collection[str]]]:
    """Events for which one role has several values → each of these, by position → its reports."""
    query = sa.select(_VALUES.event_id).where(among(_VALUES.event_id, events), _VALUES.role != "other")
    several = query.group_by(_VALUES.event_id, _VALUES.role).having(sa.func.count() > 1)
    told = _TABLES["event_value_event_mentions"].c
    read = sa.select(told.event_id, told.value_position, _MENTIONS.document_id).join_from(
        _TABLES["event_value_event_mentions"],
        _TABLES["event_mentions"],
        told.event_mention_id == _MENTIONS.event_mention_id,
    )
    return _nested(connection.execute(read.where(told.event_id.in_(several))))


def planned_until(connection: sa.Connection, day: str) -> dict[str, str]:
    """Events that are only planned and whose date lies at or before ``day`` → that date."""
    last = sa.func.substr(sa.func.coalesce(_EVENTS.date_to, _EVENTS.date_from), 1, 10)
    query = sa.select(_EVENTS.event_id, last.label("last")).where(_EVENTS.status == "planned", last <= day)
    return {row.event_id: row.last for row in connection.execute(query)}


def followed(connection: sa.Connection, plans: Collection[str]) -> set[str]:
    """Those of the plans that an event fulfils."""
    query = sa.select(_EVENTS.follows).where(among(_EVENTS.follows, plans)).distinct()
    return {plan for plan in connection.execute(query).scalars() if plan}


def denials(
    connection: sa.Connection, events: Collection[str]
) -> Mapping[str, Mapping[str, Collection[str]]]:
    """Events that are denied → the origins that deny it → the reports in which they do."""
    query = sa.select(_ORIGINS.event_id, _ORIGINS.origin_id, _ORIGIN_DOCUMENTS.document_id).join_from(
        _TABLES["origins"],
        _TABLES["origin_documents"],
        _ORIGINS.origin_id == _ORIGIN_DOCUMENTS.origin_id,
    )
    return _nested(connection.execute(query.where(among(_ORIGINS.event_id, events), _ORIGINS.sign == "-")))


def conflicts(
    connection: sa.Connection, events: Collection[str]
) -> Mapping[str, Mapping[int, Collection[str]]]:
    """Contradictions and revisions about one of the events → each side, by its position → its reports."""
    about = sa.select(_CONFLICT_EVENTS.conflict_id).where(among(_CONFLICT_EVENTS.event_id, events))
    wanted = sa.select(_CONFLICTS.conflict_id).where(
        _CONFLICTS.conflict_id.in_(about), _CONFLICTS.kind.in_(("contradiction", "revision"))
    )
    query = sa.select(_SIDE_DOCUMENTS.conflict_id, _SIDE_DOCUMENTS.side_position, _SIDE_DOCUMENTS.document_id)
    return _nested(connection.execute(query.where(_SIDE_DOCUMENTS.conflict_id.in_(wanted))))


def _nested(rows: Iterable[Any]) -> dict[str, dict[Any, set[str]]]:
    """Rows of (owner, part, document) as owner → part → documents."""
    found: dict[str, dict[Any, set[str]]] = {}
    for owner, part, document in rows:
        found.setdefault(owner, {}).setdefault(part, set()).add(document)
    return found
