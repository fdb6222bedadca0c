"""Records to rows and back, for any layout.

Two things a database file cannot hold are settled here: a lone surrogate, which has no UTF-8, becomes
U+FFFD (one character for one, so that spans still slice), and a whole number beyond 64 bits is an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from whence.records import stable_id
from whence.store.error import StoreError
from whence.store.layout import (
    Column,
    Layout,
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    TupleShape,
    UnionShape,
    columns_of,
)

Row = dict[str, Any]
Items = Mapping[tuple[str, str | None], Mapping[tuple[Any, ...], Sequence[Row]]]
"""(table, role) of a list → key of its owner → its rows by position."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_INTEGERS = range(-(2**63), 2**63)


def _encoded(column: Column, value: Any) -> Any:
    match value:
        case str():
            return value if value.isascii() else _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
        case Mapping():
            return json.dumps(dict(value), sort_keys=True)
        case int() if value not in _INTEGERS:
            raise StoreError(f"The number in {column.name!r} has {value.bit_length()} bits; 63 fit.")
        case _:
            return float(value) if column.kind == "real" and value is not None else value


def _put(shape: Shape, value: Any, row: Row, lists: list[tuple[ListShape, Sequence[Any]]]) -> None:
    match shape:
        case ScalarShape(column=column):
            row[column.name] = _encoded(column, value)
        case TupleShape(columns=columns):
            for index, column in enumerate(columns):
                row[column.name] = None if value is None else _encoded(column, value[index])
        case RecordShape(parts=parts):
            for name, part in parts:
                _put(part, None if value is None else getattr(value, name), row, lists)
        case UnionShape(parts=union):
            chosen = _member(union, value)
            for member, part in union:
                _put(part, value if member is chosen else None, row, lists)
        case ListShape():
            lists.append((shape, value or ()))


def _member(union: Sequence[tuple[type, Shape]], value: Any) -> type:
    if isinstance(value, int):
        return float
    return next(member for member, _ in union if isinstance(value, member))


def _rows(table: str, shape: Shape, value: Any, start: Row) -> list[tuple[str, Row]]:
    row, lists = dict(start), list[tuple[ListShape, Sequence[Any]]]()
    _put(shape, value, row, lists)
    found = [(table, row)]
    for items in lists:
        found.extend(_items(items[0], items[1], row))
    return found


def _items(shape: ListShape, values: Sequence[Any], owner: Row) -> list[tuple[str, Row]]:
    start = {column.name: owner[name] for name, column in shape.keys}
    if shape.role:
        start["role"] = shape.role
    found: list[tuple[str, Row]] = []
    for position, value in enumerate(values):
        found.extend(_rows(shape.table, shape.item, value, {**start, "position": position}))
    return found


def flatten(layout: Layout, record: Any, **added: Any) -> list[tuple[str, Row]]:
    """``record`` as (table, row) pairs, its own row first; ``added`` gives the layout's added columns.

    Raises :class:`StoreError` for a number that does not fit.
    """
    if layout.key != ("row_id",):
        return _rows(layout.table, layout.shape, record, added)
    content = [[table, row] for table, row in _rows(layout.table, layout.shape, record, {"row_id": ""})]
    return _rows(
        layout.table, layout.shape, record, {"row_id": stable_id("r", json.dumps(content, sort_keys=True))}
    )


def _built(shape: Shape, row: Row, items: Items) -> Any:
    match shape:
        case ScalarShape(column=column):
            value = row[column.name]
            return json.loads(value) if column.kind == "mapping" and value is not None else value
        case TupleShape(columns=columns):
            values = tuple(row[column.name] for column in columns)
            return None if None in values else values
        case RecordShape(record=record, parts=parts, nullable=nullable):
            if nullable and all(row[column.name] is None for column in columns_of(shape)):
                return None
            return record(**{name: _built(part, row, items) for name, part in parts})
        case UnionShape(parts=union):
            values = tuple(_built(part, row, items) for _, part in union)
            member = next((value for value in values if value is not None), None)
            return union[-1][0](**dict.fromkeys(_fields(union[-1][1]))) if member is None else member
        case ListShape(table=table, role=role, keys=keys, item=item):
            owner = tuple(row[name] for name, _ in keys)
            return tuple(_built(item, r, items) for r in items.get((table, role), {}).get(owner, ()))


def _fields(shape: Shape) -> tuple[str, ...]:
    return tuple(name for name, _ in shape.parts) if isinstance(shape, RecordShape) else ()


def build(layout: Layout, row: Row, items: Items) -> Any:
    """The record that ``row`` and the rows of its lists were made from."""
    return _built(layout.shape, row, items)
