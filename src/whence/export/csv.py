"""CSV (RFC 4180, UTF-8): flat columns, and a file of its own for every list.

The files and columns are the tables of the account's file: ``event_arguments.csv`` joins
``event_mentions.csv`` by ``event_mention_id``. Unknown and the empty text are both an empty cell; a mapping
is JSON. A text may hold line breaks, in quotes.

A text that a spreadsheet would run gets an apostrophe before it (:mod:`whence.export.cells`). Numbers and
fixed choices (the sign ``-``) are left as they are.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from whence.export.cells import inert
from whence.export.folder import prepared, replacing
from whence.export.view import View
from whence.store import Store
from whence.store.layout import Column


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``<table>.csv`` for every table and list into the folder ``out``; the files, in order.

    ``no_text`` leaves ``text`` of a document empty; titles and the short spans that values stand on stay.
    """
    written, view = [], View.of(store, no_text=no_text)
    for name in prepared(out, no_text=no_text, with_tokens=with_tokens):
        for table, columns, rows in view.rows(name):
            path = out / f"{table}.csv"
            cells = _cells(columns)
            with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow([column.name for column in columns])
                writer.writerows(cells(row) for row in rows)
            written.append(path)
    if not with_tokens:
        (out / "tokens.csv").unlink(missing_ok=True)
    return tuple(written)


def _cells(columns: Sequence[Column]) -> Callable[[Sequence[Any]], list[str]]:
    written: dict[str, Callable[[Any], str]] = {
        "text": inert,
        "choice": str,
        "mapping": inert,
        "integer": str,
        "real": lambda value: str(round(value, 2)),
        "boolean": lambda value: "true" if value else "false",
    }
    chosen = [written[column.kind] for column in columns]
    return lambda row: ["" if value is None else cell(value) for cell, value in zip(chosen, row, strict=True)]
