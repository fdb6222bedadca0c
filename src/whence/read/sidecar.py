"""Sidecars: ``report.json`` beside ``report.txt`` tells where and when the report appeared."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from whence.read import bounds
from whence.read.encoding import decode
from whence.read.fields import Metadata, match_columns, metadata_of
from whence.records import Loss

SUFFIX: Final = ".json"
_LARGEST: Final = 1_000_000
"""Bytes: metadata of one report; a larger file is no sidecar."""


def sidecar_of(report: Path) -> Path | None:
    """The sidecar beside ``report``, if there is one: the same stem with ``.json``."""
    sidecar = report.with_suffix(SUFFIX)
    return sidecar if sidecar.is_file() else None


def read_sidecar(path: str, sidecar: Path) -> Metadata | Loss:
    """The metadata in ``sidecar``; a loss if it cannot be read (the report is read all the same)."""
    try:
        data = sidecar.read_bytes() if sidecar.stat().st_size <= _LARGEST else None
    except OSError as error:
        return bounds.unreadable(path, error)
    if data is None:
        return bounds.loss(
            path, "sidecar", f"The sidecar is larger than {_LARGEST:,} bytes; it was not used."
        )
    text = decode(data)
    try:
        record = json.loads(text or "")
    except (ValueError, RecursionError) as error:
        return bounds.loss(
            path, "sidecar", f"The sidecar is not readable as JSON ({error}); it was not used."
        )
    if not isinstance(record, dict):
        return bounds.loss(
            path,
            "sidecar",
            'The sidecar is not a JSON object such as {"published": "2015-10-01"}; it was not used.',
        )
    return metadata_of(record, match_columns(record))
