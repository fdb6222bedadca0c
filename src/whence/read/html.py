"""Saved web pages: the bytes go on as they are; ``clean`` finds text, title and date in them."""

from __future__ import annotations

from whence.handover import Capture
from whence.read import bounds
from whence.read.fields import Metadata
from whence.records import Loss


def read_html(path: str, data: bytes, metadata: Metadata) -> Capture | Loss:
    """The page in a file. UTF-16 apart, a page has no NUL bytes."""
    if not data.strip():
        return bounds.empty(path)
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return bounds.binary(path)
    return Capture(
        path=path,
        record=None,
        media_type="text/html",
        data=data,
        url=metadata.url,
        outlet=metadata.outlet,
        title=metadata.title,
        byline=metadata.byline,
        published=metadata.published,
        captured=metadata.captured,
        language=metadata.language,
    )
