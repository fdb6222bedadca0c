"""Records to rows and back, for any layout.

Two things a database file cannot hold are settled here: a lone surrogate, which has no UTF-8, becomes
U+FFFD (one character for one, so that spans still slice), and a whole number beyond 64 bits is an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from sys import intern
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


def _text(value: str | None) -> str | None:
    if value is None or value.isascii():
        return value
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)


def _mapping(value: Mapping[str, Any] | None) -> str | None:
    return None if value is None else json.dumps(dict(value), sort_keys=True)


def _real(value: float | None) -> float | None:
    return None if value is None else float(value)


def _boolean(value: bool | None) -> bool | None:
    return value


def _encoder(column: Column) -> Callable[[Any], Any]:
    def integer(value: int | None) -> int | None:
        if value is None or value in _INTEGERS:
            return value
        raise StoreError(f"The number in {column.name!r} has {value.bit_length()} bits; 63 fit.")

    encoders: dict[str, Callable[[Any], Any]] = {
        "text": _text,
        "choice": _text,
        "mapping": _mapping,
        "real": _real,
        "boolean": _boolean,
        "integer": integer,
    }
    return encoders[column.kind]


# --- records to rows ------------------------------------------------------------------------------

Write = Callable[[Any, Row, list[tuple[str, Row]]], None]
"""Puts a value into its row; the rows of its lists go to the end of the list of all rows."""


def _writer(shape: Shape) -> Write:
    """Shapes are walked once, into functions: a document has thousands of values."""
    match shape:
        case ScalarShape(column=column):
            name, encode = column.name, _encoder(column)

            def scalar(value: Any, row: Row, _: list[tuple[str, Row]]) -> None:
                row[name] = encode(value)

            return scalar
        case TupleShape(columns=columns):
            places = [(index, column.name, _encoder(column)) for index, column in enumerate(columns)]

            def tuple_(value: Any, row: Row, _: list[tuple[str, Row]]) -> None:
                for index, name, encode in places:
                    row[name] = None if value is None else encode(value[index])

            return tuple_
        case RecordShape(parts=parts):
            # The columns of a row come before the rows of its lists, which repeat some of them.
            inner = sorted(
                ((name, _writer(part), isinstance(part, ListShape)) for name, part in parts),
                key=lambda part: part[2],
            )

            def record(value: Any, row: Row, rows: list[tuple[str, Row]]) -> None:
                for name, write, _ in inner:
                    write(None if value is None else getattr(value, name), row, rows)

            return record
        case UnionShape(parts=union):
            members = [(member, _writer(part)) for member, part in union]

            def one_of(value: Any, row: Row, rows: list[tuple[str, Row]]) -> None:
                chosen = _member(union, value)
                for member, write in members:
                    write(value if member is chosen else None, row, rows)

            return one_of
        case ListShape(table=table, role=role, keys=keys, item=item):
            write_item = _writer(item)

            def items(values: Any, row: Row, rows: list[tuple[str, Row]]) -> None:
                for position, value in enumerate(values or ()):
                    own: Row = {column.name: row[name] for name, column in keys}
                    if role:
                        own["role"] = role
                    own["position"] = position
                    rows.append((table, own))
                    write_item(value, own, rows)

            return items


def _member(union: Sequence[tuple[type, Shape]], value: Any) -> type:
    if isinstance(value, int):
        return float
    return next(member for member, _ in union if isinstance(value, member))


@cache
def _writer_of(layout: Layout) -> Write:
    return _writer(layout.shape)


def flatten(layout: Layout, record: Any, **added: Any) -> list[tuple[str, Row]]:
    """``record`` as (table, row) pairs, its own row first; ``added`` gives the layout's added columns.

    Raises :class:`whence.store.StoreError` for a number that does not fit.
    """
    row: Row = dict(added)
    if layout.key == ("row_id",):
        row["row_id"] = ""
    rows = [(layout.table, row)]
    _writer_of(layout)(record, row, rows)
    if layout.key == ("row_id",):
        row_id = stable_id("r", json.dumps(rows, sort_keys=True))
        for _, one in rows:
            one["row_id"] = row_id
    return rows


# --- rows to records ------------------------------------------------------------------------------

Read = Callable[[Row, Items], Any]


def _reader(shape: Shape) -> Read:
    match shape:
        case ScalarShape(column=column):
            name = column.name
            if column.kind == "mapping":
                return lambda row, _: None if row[name] is None else json.loads(row[name])
            if column.kind == "choice":  # a few words, in every row
                return lambda row, _: None if row[name] is None else intern(row[name])
            return lambda row, _: row[name]
        case TupleShape(columns=columns):
            names = [column.name for column in columns]

            def tuple_(row: Row, _: Items) -> Any:
                values = tuple([row[name] for name in names])
                return None if None in values else values

            return tuple_
        case RecordShape(record=made, parts=parts, nullable=nullable):
            inner = [(name, _reader(part)) for name, part in parts]
            names = [column.name for column in columns_of(shape)]

            def record(row: Row, items: Items) -> Any:
                if nullable and all(row[name] is None for name in names):
                    return None
                return made(**{name: read(row, items) for name, read in inner})

            return record
        case UnionShape(parts=union):
            members = [_reader(part) for _, part in union]
            last, attributes = union[-1][0], _attributes(union[-1][1])

            def one_of(row: Row, items: Items) -> Any:
                found = [value for value in (read(row, items) for read in members) if value is not None]
                return found[0] if found else last(**dict.fromkeys(attributes))

            return one_of
        case ListShape(table=table, role=role, keys=keys, item=item):
            read_item, owner = _reader(item), [name for name, _ in keys]

            def items_(row: Row, items: Items) -> Any:
                rows = items.get((table, role), {}).get(tuple([row[name] for name in owner]), ())
                return tuple([read_item(one, items) for one in rows])

            return items_


def _attributes(shape: Shape) -> tuple[str, ...]:
    return tuple(name for name, _ in shape.parts) if isinstance(shape, RecordShape) else ()


@cache
def _reader_of(layout: Layout) -> Read:
    return _reader(layout.shape)


def build(layout: Layout, row: Row, items: Items) -> Any:
    """The record that ``row`` and the rows of its lists were made from."""
    return _reader_of(layout)(row, items)
