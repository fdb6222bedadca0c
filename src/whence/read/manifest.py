"""Manifests: one ``reports.csv`` tells where and when the reports of its folder appeared."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from whence.read import bounds
from whence.read.encoding import decode
from whence.read.fields import Metadata, column_key, match_columns, metadata_of
from whence.records import Loss

NAME: Final = "reports.csv"
_PATH_COLUMNS: Final = ("path", "file", "filename")


@dataclass(frozen=True, slots=True)
class Manifest:
    """Metadata by report (path as the manifest's folder sees it, resolved) and what was wrong."""

    metadata: Mapping[Path, Metadata] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()


def is_manifest(path: Path) -> bool:
    """Whether a file is a manifest: it is named ``reports.csv`` and has a column ``path``.

    A table of whole reports that happens to have this name has no such column.
    """
    if path.name != NAME or not path.is_file() or path.stat().st_size > bounds.FILE_BYTES:
        return False
    try:
        with path.open("rb") as stream:
            head = decode(stream.read(4096)) or ""
    except OSError:  # read as a table, it is listed as unreadable
        return False
    header = next(csv.reader(io.StringIO(head, newline="")), [])
    return _path_column(header) is not None


def read_manifest(path: str, manifest: Path) -> Manifest:
    """The manifest at ``manifest``; ``path`` is its name for people.

    A row can only name a file inside the manifest's folder; rows that name another, or a missing one,
    are losses, and so are rows that name a file again.
    """
    text = decode(manifest.read_bytes())
    if text is None:
        return Manifest(losses=(bounds.binary(path),))
    folder = manifest.parent.resolve()
    rows = csv.DictReader(io.StringIO(text, newline=""), restkey="", restval="")
    metadata: dict[Path, Metadata] = {}
    losses: list[Loss] = []
    try:
        column = _path_column(rows.fieldnames or ()) or ""
        fields = match_columns([name for name in rows.fieldnames or () if name != column])
        for row in rows:
            named = (row.get(column) or "").strip()
            report = _inside(folder, named)
            if report is None:
                problem = "is not a file inside the manifest's folder"
            elif not report.is_file():
                problem = "does not exist"
            elif report in metadata:
                problem = "is named twice; its first row is used"
            else:
                metadata[report] = metadata_of(row, fields)
                continue
            losses.append(bounds.loss(path, "manifest", f"Line {rows.line_num}: {named[:200]!r} {problem}."))
    except csv.Error as error:
        losses.append(
            bounds.loss(path, "manifest", f"Not readable as CSV after line {rows.line_num} ({error}).")
        )
    return Manifest(metadata, tuple(losses))


def _path_column(names: object) -> str | None:
    columns = [name for name in names if isinstance(name, str)] if isinstance(names, (list, tuple)) else []
    return next((name for name in columns if column_key(name) in _PATH_COLUMNS), None)


def _inside(folder: Path, named: str) -> Path | None:
    parts = PurePosixPath(named.replace("\\", "/"))
    if not named or "\x00" in named or parts.is_absolute() or ".." in parts.parts or len(named) > 1000:
        return None
    report = (folder / parts).resolve()
    return report if report.is_relative_to(folder) and report != folder else None
