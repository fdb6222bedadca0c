"""Apache Parquet: one file per table, nested as the records are.

A mapping is JSON text; a value of several types is a struct of which one field is set (``text``,
``number``, or ``low`` and ``high``); a range is a list of two.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whence.export.folder import ExportError, finished, prepared, replacing
from whence.export.view import View
from whence.store import Store
from whence.store.layout import (
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    TupleShape,
    UnionShape,
    account,
)

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_ONCE = 10_000
"""Rows of a row group; 10,000 documents of 5 kB are 50 MB of text."""


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``<table>.parquet`` for every table into the folder ``out``; the files, in the order of tables.

    ``no_text`` leaves ``text`` of a document null; titles and the short spans that values stand on stay.
    Raises :class:`ExportError` if pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExportError("Parquet needs pyarrow. Install it with: pip install 'whence[parquet]'") from error

    written, view = [], View.of(store, no_text=no_text)
    for name in prepared(out, no_text=no_text, with_tokens=with_tokens):
        path = out / f"{name}.parquet"
        schema, value = nested(name)
        with replacing(path) as partial, pq.ParquetWriter(partial, schema, compression="zstd") as writer:
            rows = []
            for record in view.table(name):
                rows.append(value(record))
                if len(rows) == ROWS_AT_ONCE:
                    writer.write_table(pa.Table.from_pylist(rows, schema=schema))
                    rows = []
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))
        written.append(path)
    return finished(out, written, "parquet")


def nested(name: str) -> tuple[pa.Schema, Callable[[Any], Any]]:
    """The schema of a table, and what makes a row of it from a record."""
    import pyarrow as pa

    shape = account(name).shape
    schema = pa.schema([(attribute.rstrip("_"), _type(part)) for attribute, part in shape.parts])
    return schema, _value(shape)


def _type(shape: Shape) -> pa.DataType:
    import pyarrow as pa

    match shape:
        case ScalarShape(column=column):
            kinds = {"integer": pa.int64(), "real": pa.float64(), "boolean": pa.bool_()}
            return kinds.get(column.kind, pa.string())
        case TupleShape():
            return pa.list_(pa.int64())
        case RecordShape(parts=parts):
            return pa.struct([(name.rstrip("_"), _type(part)) for name, part in parts])
        case UnionShape():
            return pa.struct(
                [("text", pa.string()), ("number", pa.float64()), ("low", pa.int64()), ("high", pa.int64())]
            )
        case ListShape(item=item):
            return pa.list_(_type(item))


def _value(shape: Shape) -> Callable[[Any], Any]:
    """What turns a value of ``shape`` into the cell of its type."""
    match shape:
        case ScalarShape(column=column):
            return {"mapping": _json, "real": _rounded}.get(column.kind, _same)
        case TupleShape():
            return _same
        case RecordShape(parts=parts):
            cells = [(name, name.rstrip("_"), _value(part)) for name, part in parts]
            return lambda record: (
                None
                if record is None
                else {key: cell(getattr(record, attribute)) for attribute, key, cell in cells}
            )
        case UnionShape():
            return _one_of
        case ListShape(item=item):
            cell = _value(item)
            return lambda values: [cell(value) for value in values]


def _same(value: Any) -> Any:
    return value


def _json(value: Any) -> str:
    return json.dumps(dict(value), sort_keys=True, ensure_ascii=False)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _one_of(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, (int, float)):
        return {"number": _rounded(value)}
    return {"low": value.low, "high": value.high}
