"""Documents of a corpus as the stages across documents get them, nothing read from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from whence.assembly import unread
from whence.clean import clean
from whence.handover import Capture, CleanDocument
from whence.tables import DocumentRecords


def records(row: Mapping[str, Any]) -> DocumentRecords:
    """A document with its passages, and nothing read from it."""
    cleaned = clean(capture(row))
    assert isinstance(cleaned, CleanDocument), cleaned
    return unread(cleaned.document, cleaned.passages)


def capture(row: Mapping[str, Any]) -> Capture:
    """A row of a corpus as a report that was found."""
    return Capture(
        path=f"{row['id']}.txt",
        record=None,
        media_type="text/plain",
        data=str(row["text"]).encode(),
        title=row.get("title"),
        outlet=row.get("source"),
        published=(row.get("date") or "")[:10] or None,
    )
