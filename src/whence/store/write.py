"""Rows into the tables."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

import sqlalchemy as sa

from whence.records import Document
from whence.store import definition, layout
from whence.store.error import StoreError
from whence.store.layout import DOCUMENT_TABLES, LOCAL_TABLES
from whence.store.rows import Row, flatten
from whence.tables import DocumentRecords

AT_ONCE = 20_000
"""Rows held before they are written: some 20 MB."""


def document_rows(records: DocumentRecords) -> Iterator[tuple[str, Row]]:
    document = records.document
    try:
        (found,) = flatten(layout.account("documents"), document)
        yield found[0], {**found[1], "search_id": _search_id(document)}
        if records.parse is not None:
            parse = {"key": records.parse.key, "data": records.parse.data}
            yield "parses", {"document_id": document.document_id, **parse}
        for name in DOCUMENT_TABLES:
            yield from _table_rows(records, name, judged=False)
    except StoreError as error:
        raise StoreError(f"Document {document.document_id} cannot be stored. {error}") from error


def _table_rows(records: DocumentRecords, name: str, *, judged: bool) -> Iterator[tuple[str, Row]]:
    found = layout.local(name)
    for position, record in enumerate(getattr(records, name)):
        added = {"document_id": records.document.document_id, "position": position, "judged": judged}
        yield from flatten(found, record, **{column.name: added[column.name] for column in found.added})


def replace_judged(connection: sa.Connection, judged: Iterable[DocumentRecords]) -> None:
    """Show these documents as they were judged, and all others as they were written."""
    tables = definition.tables().tables
    before = sa.select(tables["judged_documents"].c.document_id)
    for name in sorted(LOCAL_TABLES):
        for table in tables_of(layout.local(name)):
            rows_of = tables[table].c
            gone = sa.and_(rows_of.document_id.in_(before), rows_of.judged.is_(True))
            connection.execute(tables[table].delete().where(gone))
    connection.execute(tables["judged_documents"].delete())
    for records in judged:
        rows = (row for name in sorted(LOCAL_TABLES) for row in _table_rows(records, name, judged=True))
        shown = ("judged_documents", {"document_id": records.document.document_id})
        insert(connection, chain(rows, (shown,)))


def tables_of(found: layout.Layout) -> Iterable[str]:
    """The table of a layout and those of its lists, each once."""
    return dict.fromkeys((found.table, *(items.table for items in found.lists)))


def _search_id(document: Document) -> int:
    digest = hashlib.sha256(document.document_id.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") >> 1


def remove(connection: sa.Connection, document_ids: Sequence[str]) -> None:
    tables = definition.tables().tables
    for name in (*DOCUMENT_TABLES, "documents"):
        found = layout.account(name) if name == "documents" else layout.local(name)
        for table in tables_of(found):
            _forget(connection, tables[table], document_ids)
    for name in ("parses", "judged_documents"):
        _forget(connection, tables[name], document_ids)


def _forget(connection: sa.Connection, table: sa.Table, document_ids: Sequence[str]) -> None:
    for chunk in chunks(document_ids):
        connection.execute(table.delete().where(table.c.document_id.in_(chunk)))


def chunks(values: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]


def insert(connection: sa.Connection, pairs: Iterable[tuple[str, Row]]) -> None:
    """Insert (table, row) pairs, ``AT_ONCE`` at a time."""
    tables = definition.tables().tables
    source = iter(pairs)
    while some := list(islice(source, AT_ONCE)):
        rows: defaultdict[str, list[Row]] = defaultdict(list)
        for table, row in some:
            rows[table].append(row)
        for name, found in rows.items():
            connection.execute(tables[name].insert(), found)


def add_once(connection: sa.Connection, name: str, records: Iterable[Any]) -> None:
    """Insert records whose content is not there yet."""
    found = layout.account(name)
    table = definition.tables().tables[name]
    known = set(connection.execute(sa.select(table.c.row_id)).scalars())

    def rows() -> Iterator[tuple[str, Row]]:
        for record in records:
            flat = flatten(found, record)
            if flat[0][1]["row_id"] not in known:
                known.add(flat[0][1]["row_id"])
                yield from flat

    insert(connection, rows())
