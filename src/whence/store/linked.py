"""What spans documents: mappings to the account's ids, and the tables that are replaced as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from whence.records import Change
from whence.store import definition, layout
from whence.store.changes import Groups, changes
from whence.store.rows import Row, flatten
from whence.store.select import select
from whence.store.write import add_once, grouped, insert, replace_judged, tables_of
from whence.tables import Assessment, DocumentRecords, Linked

_REPLACED = ("reprints", "stories", "events", "origins", "derivations", "conflicts", "actors", "places")


class Linking:
    """Everything that spans documents, written anew inside one transaction: :meth:`documents` first, then
    :meth:`events` for some stories at a time, :meth:`finish` last."""

    def __init__(self, connection: sa.Connection, run_id: str) -> None:
        self._connection = connection
        self._run_id = run_id
        self._before = _groups(connection)
        tables = definition.tables().tables
        for name in _REPLACED:
            for table in tables_of(layout.account(name)):
                connection.execute(tables[table].delete())
        for name in ("event_of", "actor_of"):
            connection.execute(tables[name].delete())

    def documents(self, linked: Linked, judged: Iterable[DocumentRecords] = ()) -> None:
        """Reprints, stories, actors, places and versions. ``judged`` are the documents of which people
        decided something, as they are to be shown."""
        connection, tables = self._connection, definition.tables().tables
        replace_judged(connection, judged)
        rows = list(_actors(linked))
        for story in linked.stories:
            rows += flatten(layout.account("stories"), story)
        for place in _places(connection):
            rows += flatten(layout.account("places"), place)
        insert(connection, grouped(rows))
        documents = tables["documents"]
        connection.execute(documents.update().values(version_of=None))
        for later, earliest in linked.version_of.items():
            connection.execute(
                documents.update().where(documents.c.document_id == later).values(version_of=earliest)
            )
        add_once(connection, "reprints", linked.reprints)

    def events(self, linked: Linked, assessment: Assessment) -> None:
        """The events of some stories, and the actors that they alone tell of."""
        rows: list[tuple[str, Row]] = [
            ("event_of", {"event_mention_id": one, "event_id": of}) for one, of in linked.event_of.items()
        ]
        rows += _actors(linked)
        for name in ("events", "origins", "conflicts", "derivations"):
            for record in dict.fromkeys(getattr(assessment, name)):
                rows += flatten(layout.account(name), record)
        insert(self._connection, grouped(rows))

    def finish(self) -> tuple[Change, ...]:
        """What that changed, which is kept under the run."""
        after = _groups(self._connection)
        found = tuple(
            change
            for table, before in self._before.items()
            for change in changes(before, after[table], table=table, run_id=self._run_id)
        )
        add_once(self._connection, "changes", found)
        return found


def _actors(linked: Linked) -> Iterator[tuple[str, Row]]:
    for one, of in linked.actor_of.items():
        yield "actor_of", {"local_actor_id": one, "actor_id": of}
    for actor in linked.actors:
        yield from flatten(layout.account("actors"), actor)


def _groups(connection: sa.Connection) -> dict[str, Groups]:
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


def _places(connection: sa.Connection) -> Iterator[Any]:
    """The documents' own places, of a judged document as judged; each once."""
    tables = definition.tables().tables
    local = tables["local_places"].c
    judged = local.document_id.in_(sa.select(tables["judged_documents"].c.document_id))
    seen: set[str] = set()
    for _, place in select(connection, definition.tables(), layout.local("places"), local.judged == judged):
        if place.place_id not in seen:
            seen.add(place.place_id)
            yield place
