"""The account: what the stages found, kept in one file, a transaction per step.

Per-document records are written once and read back as they were; what spans documents is replaced as a
whole. :meth:`Store.table` reads the account that people see: the same records with the account's ids.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa

from whence.records import TABLES, Judgement, Loss, Naming, Run
from whence.store import database, definition, ids, layout, linked, search, write
from whence.store.error import StoreError
from whence.store.layout import DOCUMENT_TABLES, LOCAL_TABLES, Layout
from whence.store.query import Query
from whence.store.rows import flatten
from whence.store.saved import Filters
from whence.store.search import Hit
from whence.store.select import Where, among, condition, ordered, ordered_list, pieces_of, select
from whence.tables import DocumentRecords, Parse

DOCUMENTS_AT_ONCE = 200
"""Documents read back together, a quarter of them with tokens, which are then some 10 MB. At 50 loading takes
a fifth longer."""


class Store:
    """An open account. Use as a context manager, or call :meth:`close`."""

    def __init__(self, path: Path, engine: sa.Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """The account at ``path``; with ``create``, a new one where there is none.

        Raises :class:`whence.store.StoreError` for a missing file, one that is no account, or one written
        by a newer whence.
        """
        return cls(Path(path), database.connect(Path(path), create=create))

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One unchanging view of the account, for queries of the caller's own.

        Raises :class:`whence.store.StoreError` if the file is damaged.
        """
        with database.reading(self._engine, self.path) as connection:
            yield connection

    # --- documents --------------------------------------------------------------------------------

    def known(self) -> dict[str, tuple[str, str | None]]:
        """document_id → (analysis_key, path) of every document in the account."""
        documents = definition.tables().tables["documents"].c
        query = sa.select(documents.document_id, documents.analysis_key, documents.path)
        with self.reading() as connection:
            rows = connection.execute(query.order_by(documents.document_id))
            return {row.document_id: (row.analysis_key, row.path) for row in rows}

    def add(self, *analyses: DocumentRecords) -> None:
        """Keep documents as the stages wrote them, in one transaction; one that is known is replaced.

        Raises :class:`whence.store.StoreError`, with nothing kept, if a value cannot be stored.
        """
        with database.writing(self._engine) as connection:
            write.remove(connection, [records.document.document_id for records in analyses])
            write.insert(connection, (pair for records in analyses for pair in write.document_rows(records)))

    def remove(self, *document_ids: str) -> None:
        """Forget documents and their losses. What spans documents is as it was until
        :meth:`linking`."""
        losses = definition.tables().tables["losses"]
        with database.writing(self._engine) as connection:
            write.remove(connection, document_ids)
            connection.execute(losses.delete().where(losses.c.document_id.in_(document_ids)))

    def load_all(
        self, *, without: Sequence[str] = (), document_ids: Collection[str] | None = None
    ) -> Iterator[DocumentRecords]:
        """Every document (of ``document_ids``) as the stages wrote it, by publication and id (undated first),
        but for the parse and the tables in ``without``."""
        names = [name for name in DOCUMENT_TABLES if name not in without]
        metadata = definition.tables()
        with self.reading() as connection:
            column = metadata.tables["documents"].c.document_id
            wanted = [] if document_ids is None else [among(column, document_ids)]
            read = select(connection, metadata, layout.account("documents"), *wanted)
            documents = [record for _, record in read]
            size = DOCUMENTS_AT_ONCE // (4 if "tokens" in names else 1)
            for start in range(0, len(documents), size):
                chunk = documents[start : start + size]
                keys = [document.document_id for document in chunk]
                found: dict[str, dict[str, tuple[Any, ...]]] = {}
                for name in names:
                    columns = metadata.tables[layout.local(name).table].c
                    written = [columns.judged.is_(False)] if name in LOCAL_TABLES else []
                    pairs = select(
                        connection,
                        metadata,
                        layout.local(name),
                        columns.document_id.in_(keys),
                        *written,
                        by_key=True,
                    )
                    found[name] = {
                        document_id: tuple(record for _, record in group)
                        for document_id, group in groupby(pairs, key=lambda pair: str(pair[0]["document_id"]))
                    }
                for document in chunk:
                    tables: dict[str, Any] = {
                        name: found[name].get(document.document_id, ()) for name in names
                    }
                    yield DocumentRecords(document=document, **tables)

    def parses(self) -> Iterator[DocumentRecords]:
        """Every document with its passages and the parse that is kept of it, by publication and id."""
        kept = definition.tables().tables["parses"].c
        for records in self.load_all(without=[name for name in DOCUMENT_TABLES if name != "passages"]):
            with self.reading() as connection:
                query = sa.select(kept.key, kept.data).where(kept.document_id == records.document.document_id)
                row = connection.execute(query).one_or_none()
            yield replace(records, parse=Parse(key=row.key, data=row.data) if row else None)

    # --- across documents -------------------------------------------------------------------------

    @contextmanager
    def linking(self, run_id: str) -> Iterator[linked.Linking]:
        """Replace everything that spans documents, in one transaction: as a whole, or not at all. What that
        changed is kept under ``run_id``."""
        with database.writing(self._engine) as connection:
            yield linked.Linking(connection, run_id)

    # --- the record of runs -----------------------------------------------------------------------

    def write_run(self, run: Run) -> None:
        """Keep a run; one with the same id is replaced (it was started, and has finished now)."""
        runs = definition.tables().tables["runs"]
        with database.writing(self._engine) as connection:
            connection.execute(runs.delete().where(runs.c.run_id == run.run_id))
            write.insert(connection, flatten(layout.account("runs"), run))

    def replace_losses(self, losses: Iterable[Loss], *, paths: Iterable[str]) -> None:
        """Keep losses in place of all that ``paths`` had before: those inputs were read again. A loss that is
        there already adds nothing."""
        table = definition.tables().tables["losses"]
        with database.writing(self._engine) as connection:
            for chunk in write.chunks(sorted(set(paths))):
                connection.execute(table.delete().where(table.c.path.in_(chunk)))
            write.add_once(connection, "losses", losses)

    def add_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Append what people decided; a judgement that is already there adds nothing. None is ever
        changed or removed."""
        with database.writing(self._engine) as connection:
            write.add_once(connection, "judgements", judgements)

    @property
    def filters(self) -> Filters:
        """The filters that people keep in the account."""
        return Filters(self.path, self._engine)

    # --- the account that people see ----------------------------------------------------------------

    def table(self, name: str, **where: Where) -> Iterator[Any]:
        """The records of one table of :data:`whence.records.TABLES` in their fixed order, with the
        account's ids.

        ``where`` keeps those whose field is one of the values: ``store.table("stances",
        event_mention_id=[…])``, ``store.table("origins", document_ids="d-1")`` for a list that holds it.
        Raises ``KeyError`` for an unknown table or field.
        """
        found, metadata = layout.account(name), definition.views()
        conditions = [_condition(found, field, wanted) for field, wanted in where.items()]

        def records() -> Iterator[Any]:
            with self.reading() as connection:
                for _, record in select(connection, metadata, found, *conditions):
                    yield record

        return records()

    def find(
        self,
        text: str | None = None,
        *,
        actor: str | None = None,
        place: str | None = None,
        type: str | None = None,
        outlet: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        source: str | None = None,
        naming: Naming | None = None,
    ) -> Iterator[Hit]:
        """Tellings and documents that hold the words of ``text`` and meet every condition of
        :class:`whence.store.Query`: best first, without words by publication."""
        query = Query(
            text=text,
            actor=actor,
            place=place,
            type=type,
            outlet=outlet,
            from_=from_,
            to=to,
            source=source,
            naming=naming,
        )
        with self.reading() as connection:
            yield from search.find(connection, query)

    def rows(self, name: str) -> Iterator[tuple[str, tuple[layout.Column, ...], Iterator[Sequence[Any]]]]:
        """Table ``name`` and the tables of its lists, flat: (table, columns, rows in their fixed order).

        Each table's rows are there until the next is asked for.
        """
        found, metadata = layout.account(name), definition.views()
        with self.reading() as connection:
            query = ordered(metadata, found)
            yield found.table, found.columns, _cells(connection, found, found.table, query)
            for items in {items.table: items for items in found.lists}.values():
                query = ordered_list(metadata, found, items)
                columns = (*items.key_columns, *layout.columns_of(items.item))
                yield items.table, columns, _cells(connection, found, items.table, query)

    def count(self, name: str) -> int:
        """How many records a table has."""
        table = definition.views().tables[layout.account(name).table]
        with self.reading() as connection:
            return int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())

    def resolve(self, prefix: str, *tables: str) -> tuple[str, str]:
        """(table, id) of the one record whose id begins with ``prefix``, in ``tables`` or any with ids, what
        people judged to be none included.

        Raises :class:`whence.store.StoreError` if there is none, or more than one.
        """
        with self.reading() as connection:
            found = ids.beginning(connection, prefix, tables or tuple(TABLES))
        if not found:
            raise StoreError(f"Nothing in {self.path} has an id that begins with {prefix!r}.")
        if len(found) > 1:
            several = ", ".join(one for _, one in found[:5])
            raise StoreError(f"Several ids begin with {prefix!r}: {several}. Give more of it.")
        return found[0]

    def actor_of(self, local_ids: Collection[str]) -> dict[str, str]:
        """Ids of actors as documents gave them → the account's."""
        columns = definition.tables().tables["actor_of"].c
        query = sa.select(columns.local_actor_id, columns.actor_id)
        with self.reading() as connection:
            found = connection.execute(query.where(among(columns.local_actor_id, local_ids)))
            return {row.local_actor_id: row.actor_id for row in found}

    def documents_with(self, table: str, key: str) -> list[str]:
        """Ids of the documents whose records have a row of that id, as written or as judged."""
        with self.reading() as connection:
            return ids.documents_with(connection, table, key)


def _condition(found: Layout, field: str, wanted: Where) -> sa.ColumnElement[bool]:
    if found.table == "event_mentions" and field == "event_id":
        # The view computes this column row by row; the mapping has an index on it.
        event_of = definition.tables().tables["event_of"].c
        values = [wanted] if isinstance(wanted, (str, int)) else wanted
        held = sa.select(event_of.event_mention_id).where(among(event_of.event_id, values))
        return definition.views().tables["event_mentions"].c.event_mention_id.in_(held)
    if found.table in LOCAL_TABLES and field.endswith("actor_id"):
        return _by_actor(found, field, wanted)
    return condition(definition.views(), found, field, wanted)


def _by_actor(found: Layout, field: str, wanted: Where) -> sa.ColumnElement[bool]:
    """Rows in which ``field`` is one of the account's actors: views compute this column too, so it is looked
    for by what documents call them."""
    tables = definition.tables().tables
    actor_of, own = tables["actor_of"].c, tables[f"local_{found.table}"].c
    values = [wanted] if isinstance(wanted, (str, int)) else wanted
    called = sa.select(actor_of.local_actor_id).where(among(actor_of.actor_id, values))
    key = f"{layout.singular(found.table)}_id"
    held = sa.select(own[key]).where(sa.or_(own[field].in_(called), among(own[field], values)))
    view = definition.views().tables[found.table].c
    return sa.and_(view[key].in_(held), condition(definition.views(), found, field, wanted))


def _cells(
    connection: sa.Connection, found: Layout, table: str, query: sa.Select[Any]
) -> Iterator[Sequence[Any]]:
    for piece in pieces_of(connection, definition.views(), found, table):
        for row in connection.execute(query.where(*piece), execution_options={"yield_per": 1000}):
            yield tuple(row)
