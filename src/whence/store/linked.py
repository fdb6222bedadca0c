"""What spans documents: mappings to the account's ids, and the tables that are replaced as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from whence.store import definition, layout
from whence.store.changes import Groups
from whence.store.rows import Row, flatten
from whence.store.select import select
from whence.store.write import add_once, grouped, insert, tables_of
from whence.tables import Assessment, Linked

_REPLACED = ("reprints", "stories", "events", "origins", "derivations", "conflicts", "actors", "places")


def groups(connection: sa.Connection) -> dict[str, Groups]:
    """Members of every event, story and actor."""
    tables = definition.tables().tables
    found: dict[str, Groups] = {}
    for name, table, group, member in (
        ("stories", "story_documents", "story_id", "document_id"),
        ("events", "event_of", "event_id", "event_mention_id"),
        ("actors", "actor_of", "actor_id", "local_actor_id"),
    ):
        groups: defaultdict[str, list[str]] = defaultdict(list)
        columns = tables[table].c
        for of, one in connection.execute(sa.select(columns[group], columns[member])):
            groups[of].append(one)
        found[name] = groups
    return found


def replace_linked(connection: sa.Connection, linked: Linked, assessment: Assessment) -> None:
    tables = definition.tables().tables
    for name in _REPLACED:
        found = layout.account(name)
        for table in tables_of(found):
            connection.execute(tables[table].delete())
    for name in ("event_of", "actor_of"):
        connection.execute(tables[name].delete())

    # With no mapping left, the view shows the ids that the documents gave.
    mentions = definition.views().tables["event_mentions"].c
    ids = connection.execute(
        sa.select(mentions.event_mention_id, mentions.event_id).order_by(mentions.event_mention_id)
    )
    event_of = {one: linked.event_of.get(one, own) for one, own in ids}
    locals_: dict[str, Any] = {}
    for actor in _shown(connection, "actors"):
        locals_.setdefault(actor.actor_id, actor)
    actor_of = {one: linked.actor_of.get(one, one) for one in sorted(locals_)}
    actors = {actor.actor_id: actor for actor in linked.actors}
    for one, of in actor_of.items():
        actors.setdefault(of, replace(locals_[one], actor_id=of))
    places: dict[str, Any] = {}
    for place in _shown(connection, "places"):
        places.setdefault(place.place_id, place)

    rows: list[tuple[str, Row]] = []
    rows += (("event_of", {"event_mention_id": one, "event_id": of}) for one, of in event_of.items())
    rows += (("actor_of", {"local_actor_id": one, "actor_id": of}) for one, of in actor_of.items())
    for name, records in (
        ("actors", actors.values()),
        ("places", places.values()),
        ("stories", linked.stories),
        ("events", assessment.events),
        ("origins", assessment.origins),
        ("conflicts", assessment.conflicts),
    ):
        for record in records:
            rows += flatten(layout.account(name), record)
    insert(connection, grouped(rows))
    documents = tables["documents"]
    connection.execute(documents.update().values(version_of=None))
    for later, earliest in linked.version_of.items():
        connection.execute(
            documents.update().where(documents.c.document_id == later).values(version_of=earliest)
        )
    add_once(connection, "reprints", linked.reprints)
    add_once(connection, "derivations", assessment.derivations)


def _shown(connection: sa.Connection, name: str) -> Iterator[Any]:
    """The documents' own actors or places, of a judged document as judged."""
    tables = definition.tables().tables
    local = tables[f"local_{name}"].c
    judged = local.document_id.in_(sa.select(tables["judged_documents"].c.document_id))
    for _, record in select(connection, definition.tables(), layout.local(name), local.judged == judged):
        yield record
