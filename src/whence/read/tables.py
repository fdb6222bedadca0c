"""Tables of reports: CSV, JSON Lines and JSON, one report per record."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from whence.handover import Capture
from whence.read import bounds
from whence.read.encoding import decode
from whence.read.fields import Metadata, match_columns, metadata_of
from whence.read.text import capture_text
from whence.records import Loss

_MARKUP: Final = re.compile(
    r"\s{0,20}<(?:!doctype|html|body|article|section|main|div|p|span|h[1-6]|table|figure|ul)[\s>]",
    re.IGNORECASE,
)
"""The start of a text that is a page or a part of one; feeds and crawlers store them so."""

Columns = Mapping[str, str] | None
Record = tuple[int, Mapping[str, object] | str]
"""Record number (1-based) and the record, or what is wrong with it."""

_LISTS: Final = ("articles", "documents", "records", "results", "items", "data", "hits")
"""Keys under which a JSON object holds its list of reports (NewsAPI ``articles``, searches ``hits``)."""


def read_csv(path: str, data: bytes, metadata: Metadata, columns: Columns) -> Iterator[Capture | Loss]:
    """The reports of a CSV file with a header; ``,``, ``;``, tab or ``|`` between the columns."""
    return _read(path, data, metadata, columns, _csv_records)


def read_jsonl(path: str, data: bytes, metadata: Metadata, columns: Columns) -> Iterator[Capture | Loss]:
    """The reports of a JSON Lines file."""
    return _read(path, data, metadata, columns, _jsonl_records)


def read_json(path: str, data: bytes, metadata: Metadata, columns: Columns) -> Iterator[Capture | Loss]:
    """The reports of a JSON file: an array of objects, an object that holds one, or one report."""
    return _read(path, data, metadata, columns, _json_records)


def _read(
    path: str,
    data: bytes,
    metadata: Metadata,
    columns: Columns,
    records: Callable[[str], Iterator[Record]],
) -> Iterator[Capture | Loss]:
    text = decode(data)
    if text is None:
        yield bounds.binary(path)
        return
    number, bad = 0, 0
    for number, record in records(text):
        found = _capture(path, number, record, metadata, columns)
        yield found
        bad += isinstance(found, Loss) and found.reason in ("malformed", "columns")
        if bad >= bounds.BAD_RECORDS:
            yield bounds.loss(
                path, "malformed", f"Given up after record {number}: {bad} records were unreadable."
            )
            return
    if number == 0:
        yield bounds.empty(path)


def _capture(
    path: str, number: int, record: Mapping[str, object] | str, metadata: Metadata, columns: Columns
) -> Capture | Loss:
    if isinstance(record, str):
        return bounds.loss(path, "malformed", f"Record {number}: {record}")
    fields = match_columns(record, columns)
    if "text" not in fields:
        return bounds.loss(
            path,
            "columns",
            f"Record {number} has no column with the text (columns: {', '.join(list(record)[:20])[:300]}). "
            "Name it with a column map, for example text=NAME.",
        )
    text = record[fields["text"]]
    if not isinstance(text, str) or not text.strip():
        return bounds.loss(path, "empty", f"Record {number} has no text.")
    capture = capture_text(path, number, text, metadata_of(record, fields).over(metadata))
    if isinstance(capture, Capture) and _MARKUP.match(text):
        return replace(capture, media_type="text/html")
    return capture


def _csv_records(text: str) -> Iterator[Record]:
    csv.field_size_limit(bounds.FILE_BYTES)  # the default, 131,072, is shorter than a long report
    header, _, _ = text.lstrip("\r\n").partition("\n")
    delimiter = max(",;\t|", key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names: list[str] | None = None
    number = 0
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if names is None:
                names = [name.strip() for name in row]
                continue
            number += 1
            yield number, dict(zip(names, row, strict=False))
    except csv.Error as error:
        yield number + 1, f"not readable as CSV ({error})."


def _jsonl_records(text: str) -> Iterator[Record]:
    number = 0
    for line in io.StringIO(text, newline="\n"):
        if not line.strip():
            continue
        number += 1
        value = _parsed(line)
        yield number, value if isinstance(value, (dict, str)) else "not a JSON object."


def _json_records(text: str) -> Iterator[Record]:
    if not text.strip():
        return
    value = _parsed(text)
    if isinstance(value, dict) and "text" not in match_columns(value):
        value = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), value)
    if isinstance(value, str):
        yield 1, value
        return
    for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
        yield number, item if isinstance(item, dict) else "not a JSON object."


def _parsed(text: str) -> object:
    """The JSON value, or a message (``str``) that says what is wrong; a JSON string is wrong too."""
    try:
        value: object = json.loads(text)
    except RecursionError:
        return "nested too deeply."
    except ValueError as error:
        return f"not readable as JSON ({error})."
    return "not a JSON object." if isinstance(value, str) else value
