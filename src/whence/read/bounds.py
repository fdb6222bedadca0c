"""How much one input may hold, and the losses that say so."""

from __future__ import annotations

from typing import Final

from whence.records import Loss

FILE_BYTES: Final = 20_000_000
"""A report is a few kilobytes, a page with everything inlined a few megabytes; 20 MB of CSV is some
5,000 reports. Larger tables are split by their owner, so that one file never fills the memory."""
TEXT_CHARACTERS: Final = 1_000_000
"""About 170,000 words: beyond any report, below what makes the later stages crawl."""
BAD_RECORDS: Final = 100
"""Unreadable records of one table that are listed singly before the rest of it is given up."""


def loss(path: str, reason: str, detail: str) -> Loss:
    """A loss of this stage."""
    return Loss(path=path, document_id=None, stage="read", reason=reason, detail=detail)


def too_large(path: str, size: int) -> Loss:
    """A file over :data:`FILE_BYTES`."""
    return loss(
        path,
        "size",
        f"The file has {size:,} bytes; the most that is read is {FILE_BYTES:,}. Split it into smaller files.",
    )


def too_long(path: str, length: int) -> Loss:
    """A document text over :data:`TEXT_CHARACTERS`."""
    return loss(
        path,
        "size",
        f"The text has {length:,} characters; the most one report may have is {TEXT_CHARACTERS:,}. "
        "Split it into its reports.",
    )


def unreadable(path: str, error: OSError) -> Loss:
    """A file or folder that the system does not let us open."""
    return loss(path, "unreadable", f"It cannot be opened ({error.strerror}). Check its permissions.")


def empty(path: str) -> Loss:
    """A file or record without text."""
    return loss(path, "empty", "There is no text in it. Check that it was saved completely.")


def binary(path: str) -> Loss:
    """Bytes that are not text."""
    return loss(path, "binary", "These bytes are not text. Save the report as UTF-8 text and read that.")
