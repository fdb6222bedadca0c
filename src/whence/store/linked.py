"""What spans documents: mappings to the account's ids, and the tables that are replaced as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

import sqlalchemy as sa

from whence.store import definition, layout
from whence.store.changes import KEPT, changes, keep
from whence.store.rows import Row, flatten
from whence.store.select import select
from whence.store.write import add_once, insert, replace_judged, tables_of
from whence.tables import Assessment, DocumentRecords, Linked

_REPLACED = ("reprints", "stories", "events", "origins", "derivations", "conflicts", "actors", "places")


class Linking:
    """Everything that spans documents, written anew inside one transaction: :meth:`documents` first, then
    :meth:`events` for some stories at a time, :meth:`finish` last."""

    def __init__(self, connection: sa.Connection, run_id: str) -> None:
        self._connection = connection
        self._run_id = run_id
        self._before = {name: keep(connection, groups) for name, groups in KEPT.items()}
        tables = definition.tables().tables
        for name in _REPLACED:
            for table in tables_of(layout.account(name)):
                connection.execute(tables[table].delete())
        for name in ("event_of", "actor_of"):
            connection.execute(tables[name].delete())

    def documents(self, linked: Iterable[Linked], judged: Iterable[DocumentRecords] = ()) -> None:
        """Reprints, stories, actors, places and versions, in pieces. ``judged`` are the documents of which
        people decided something, as they are to be shown."""
        connection, documents = self._connection, definition.tables().tables["documents"]
        replace_judged(connection, judged)
        connection.execute(documents.update().values(version_of=None))
        for piece in linked:
            rows = (row for story in piece.stories for row in flatten(layout.account("stories"), story))
            insert(connection, chain(_actors(piece), rows))
            for later, earliest in piece.version_of.items():
                connection.execute(
                    documents.update().where(documents.c.document_id == later).values(version_of=earliest)
                )
            if piece.reprints:
                add_once(connection, "reprints", piece.reprints)
        places = (row for p in _places(connection) for row in flatten(layout.account("places"), p))
        insert(connection, places)

    def events(self, linked: Linked, assessment: Assessment) -> None:
        """The events of some stories, and the actors that they alone tell of."""
        told = (
            ("event_of", {"event_mention_id": one, "event_id": of}) for one, of in linked.event_of.items()
        )
        found = (
            row
            for name in ("events", "origins", "conflicts", "derivations")
            for record in dict.fromkeys(getattr(assessment, name))
            for row in flatten(layout.account(name), record)
        )
        insert(self._connection, chain(told, _actors(linked), found))

    def finish(self) -> None:
        """Keep what that changed under the run."""
        for table, before in self._before.items():
            found = changes(self._connection, before, KEPT[table], table=table, run_id=self._run_id)
            add_once(self._connection, "changes", found)
            self._connection.exec_driver_sql(f"DROP TABLE temp.{before.table}")


def _actors(linked: Linked) -> Iterator[tuple[str, Row]]:
    for one, of in linked.actor_of.items():
        yield "actor_of", {"local_actor_id": one, "actor_id": of}
    for actor in linked.actors:
        yield from flatten(layout.account("actors"), actor)


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
