"""JSON Lines: one object per record, nested as :mod:`whence.records` nests it, ``from`` for ``from_``."""

from __future__ import annotations

import json
from pathlib import Path

from whence.export.folder import finished, prepared, replacing
from whence.export.view import View
from whence.records import to_dict
from whence.store import Store


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``<table>.jsonl`` for every table into the folder ``out``; the files, in the order of tables.

    UTF-8, a line per record, scores rounded to two decimals. ``no_text`` leaves ``text`` of a document
    null; titles and the short spans that values stand on stay, with their offsets.
    """
    written, view = [], View.of(store, no_text=no_text)
    for name in prepared(out, no_text=no_text, with_tokens=with_tokens):
        path = out / f"{name}.jsonl"
        with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as lines:
            for record in view.table(name):
                lines.write(json.dumps(to_dict(record), ensure_ascii=False, allow_nan=False) + "\n")
        written.append(path)
    return finished(out, written, "jsonl")
