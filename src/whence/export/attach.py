"""The text put back into ``documents.jsonl`` of an export without it, by somebody who has the reports.

A report is known by the SHA-256 of its text, so the files are read as ``whence read`` reads them, and nothing
is put where the text differs by one character. The manifest counts what was attached. An export in which
names are redacted is left as it is: the text would bring them back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whence.clean import clean
from whence.export.folder import ExportError, replacing
from whence.export.manifest import FILE as MANIFEST
from whence.export.manifest import as_text
from whence.handover import Capture
from whence.read import captures

FILE = "documents.jsonl"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What :func:`attach` did."""

    filled: tuple[str, ...]
    """Ids of the documents that have their text now."""
    there: tuple[str, ...]
    """Ids of those that had it before."""
    missing: tuple[tuple[str, str], ...]
    """(id, title or path) of those whose text is in none of the files."""


def attach(folder: Path, inputs: Sequence[str | Path]) -> Attached:
    """Fill ``text`` of every line of ``documents.jsonl`` in ``folder`` that has none, from files and folders.

    Raises :class:`ExportError` for a folder that holds no such export, or a redacted one.
    """
    path = folder / FILE
    if not path.is_file():
        raise ExportError(f"{folder} holds no {FILE}. Name a folder that whence export --to jsonl wrote.")
    manifest = _manifest(folder)
    if manifest.get("redacted", {}).get("names"):
        raise ExportError(f"Names are redacted in {folder}, and the text would bring them back.")
    rows = _rows(path)
    wanted = {row["sha256"] for row in rows if row["text"] is None}
    texts = _texts(inputs, wanted) if wanted else {}
    there = tuple(row["document_id"] for row in rows if row["text"] is not None)
    for row in rows:
        if row["text"] is None:
            row["text"] = texts.get(row["sha256"])
    if texts:
        with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as lines:
            for row in rows:
                lines.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")
    if texts and manifest:
        manifest["texts_attached"] = sum(row["text"] is not None for row in rows)
        with replacing(folder / MANIFEST) as partial:
            partial.write_text(as_text(manifest), encoding="utf-8")
    return Attached(
        filled=tuple(row["document_id"] for row in rows if row["sha256"] in texts),
        there=there,
        missing=tuple(
            (row["document_id"], row["title"] or row["path"] or "") for row in rows if row["text"] is None
        ),
    )


def _manifest(folder: Path) -> dict[str, Any]:
    """What the manifest says; nothing if there is none."""
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(told, dict) and isinstance(told.get("redacted"), dict):
            return told
    except ValueError:
        pass
    raise ExportError(f"{path} is not of an export. Export again.")


def _rows(path: Path) -> list[dict[str, Any]]:
    rows = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = json.loads(line)
                if not {"document_id", "sha256", "text", "title", "path"} <= row.keys():
                    raise ValueError("it lacks fields of a document")
            except (ValueError, AttributeError) as error:
                raise ExportError(f"Line {number} of {path} is no document ({error}).") from error
            rows.append(row)
    return rows


def _texts(inputs: Sequence[str | Path], wanted: set[str]) -> dict[str, str]:
    """SHA-256 → text of the reports among ``inputs`` that are wanted."""
    found: dict[str, str] = {}
    for item in captures(inputs):
        read = clean(item) if isinstance(item, Capture) else item
        document = getattr(read, "document", None)
        if document is not None and document.sha256 in wanted:
            # As an account keeps it: a lone surrogate has no UTF-8.
            found[document.sha256] = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", document.text)
    return found
