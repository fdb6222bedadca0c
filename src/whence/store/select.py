"""Records out of the tables, in their fixed order, a chunk at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from whence.store.layout import Layout, ListShape, ScalarShape
from whence.store.rows import Row, build

CHUNK = 400
"""Rows fetched at once; below SQLite's oldest limit of 999 variables with two ids per row."""

Where = str | int | Collection[str]


def select(
    connection: sa.Connection,
    metadata: sa.MetaData,
    layout: Layout,
    *conditions: sa.ColumnElement[bool],
    by_key: bool = False,
) -> Iterator[tuple[Row, Any]]:
    """(row, record) for every row of the layout's table that meets ``conditions``; ``by_key`` in the order of
    its key, which costs no sorting."""
    pieces = [conditions] if conditions else pieces_of(connection, metadata, layout, layout.table)
    table = metadata.tables[layout.table]
    for piece in pieces:
        query = ordered(metadata, layout).where(*piece)
        if by_key:
            columns = [table.c[column.name] for column in layout.columns]
            query = sa.select(*columns).where(*piece).order_by(*(table.c[name] for name in layout.key))
        result = connection.execute(query, execution_options={"yield_per": CHUNK})
        names = tuple(result.keys())
        for partition in result.partitions():
            rows = [dict(zip(names, row, strict=True)) for row in partition]
            items = _items(connection, metadata, layout, rows) if layout.lists else {}
            for row in rows:
                yield row, build(layout, row, items)


def pieces_of(
    connection: sa.Connection, metadata: sa.MetaData, layout: Layout, table: str
) -> Iterator[tuple[sa.ColumnElement[bool], ...]]:
    """Conditions that take a whole table in pieces of some documents each, in their order: SQLite would
    sort all tokens at once otherwise. A table that is not of documents is one piece."""
    if layout.key[:2] != ("document_id", "position"):
        yield ()
        return
    documents = metadata.tables["documents"].c
    order = sa.select(documents.document_id).order_by(documents.published, documents.document_id)
    ids = connection.execute(order).scalars().all()
    for start in range(0, len(ids), CHUNK):
        yield (metadata.tables[table].c.document_id.in_(ids[start : start + CHUNK]),)


def ordered(metadata: sa.MetaData, layout: Layout) -> sa.Select[Any]:
    """Rows of documents by publication and id (undated first), then as the stages wrote them; all others
    by their key."""
    table = metadata.tables[layout.table]
    columns = [table.c[column.name] for column in layout.columns]
    if "document_id" not in layout.key:
        return sa.select(*columns).order_by(*(table.c[name] for name in layout.order))
    documents = metadata.tables["documents"]
    if table is documents:
        return sa.select(*columns).order_by(documents.c.published, documents.c.document_id)
    return (
        sa.select(*columns)
        .join(documents, documents.c.document_id == table.c.document_id)
        .order_by(documents.c.published, documents.c.document_id, table.c.position)
    )


def ordered_list(metadata: sa.MetaData, layout: Layout, items: ListShape) -> sa.Select[Any]:
    """The rows of one of the layout's list tables, by their key."""
    table = metadata.tables[items.table]
    keys = [table.c[column.name] for column in items.key_columns]
    if "document_id" not in layout.key:
        return sa.select(table).order_by(*keys)
    documents = metadata.tables["documents"]
    return (
        sa.select(table)
        .join(documents, documents.c.document_id == table.c.document_id)
        .order_by(documents.c.published, documents.c.document_id, *keys)
    )


def _items(
    connection: sa.Connection, metadata: sa.MetaData, layout: Layout, rows: Sequence[Row]
) -> dict[tuple[str, str | None], dict[tuple[Any, ...], list[Row]]]:
    shapes = {(items.table, items.role): items for items in layout.lists}
    found: dict[tuple[str, str | None], dict[tuple[Any, ...], list[Row]]] = {
        key: defaultdict(list) for key in shapes
    }
    for name in dict.fromkeys(table for table, _ in shapes):
        table = metadata.tables[name]
        mine = {items.role: items for items in shapes.values() if items.table == name}
        keys = next(iter(mine.values())).key_columns
        owned = (table.c[column].in_({row[column] for row in rows}) for column in layout.identity)
        query = sa.select(table).where(*owned).order_by(*(table.c[column.name] for column in keys))
        result = connection.execute(query)
        names = tuple(result.keys())
        owners = {role: [column.name for _, column in items.keys] for role, items in mine.items()}
        unnamed = None in mine
        for found_row in result.all():  # all at once: a call for each row takes longer than the row
            row = dict(zip(names, found_row, strict=True))
            role = None if unnamed else row["role"]
            found[name, role][tuple([row[column] for column in owners[role]])].append(row)
    return found


def among(column: sa.ColumnElement[Any], values: Iterable[str | int]) -> sa.ColumnElement[bool]:
    """``column`` is one of ``values``, however many: they travel as one JSON variable."""
    each = sa.func.json_each(json.dumps(sorted(values))).table_valued("value")
    return column.in_(sa.select(each.c.value))


def condition(metadata: sa.MetaData, layout: Layout, field: str, wanted: Where) -> sa.ColumnElement[bool]:
    """``field`` is (or, for a list of scalars, holds) one of ``wanted``.

    ``field`` is a column, or the name of a list of scalars such as ``document_ids``. Raises ``KeyError``
    if the table has neither.
    """
    values = [wanted] if isinstance(wanted, (str, int)) else wanted
    table = metadata.tables[layout.table]
    if field in table.c:
        return among(table.c[field], values)
    items = dict(layout.shape.parts)[field]
    if not (isinstance(items, ListShape) and isinstance(items.item, ScalarShape)):
        raise KeyError(field)
    held = metadata.tables[items.table]
    value = held.c[items.item.column.name]
    if len(layout.identity) == 1:  # an index on the value finds its owners
        (owner,) = layout.identity
        return table.c[owner].in_(sa.select(held.c[owner]).where(among(value, values)))
    same = (held.c[column] == table.c[column] for column in layout.identity)
    return sa.exists().where(*same, among(value, values))
