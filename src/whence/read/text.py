"""Plain text: one report per file."""

from __future__ import annotations

from whence.handover import Capture
from whence.read import bounds
from whence.read.encoding import decode
from whence.read.fields import Metadata, printable
from whence.records import Loss


def read_text(path: str, data: bytes, metadata: Metadata) -> Capture | Loss:
    """The report in a text file. The capture holds UTF-8 without byte order mark, otherwise the file as
    it is: newlines are not changed, so that offsets in the document are offsets in the decoded file."""
    text = decode(data)
    if text is None:
        return bounds.binary(path)
    return capture_text(path, None, text, metadata)


def capture_text(path: str, record: int | None, text: str, metadata: Metadata) -> Capture | Loss:
    """A text, of a file or of a record, within bounds."""
    if not text.strip():
        return bounds.empty(path)
    if len(text) > bounds.TEXT_CHARACTERS:
        return bounds.too_long(path, len(text))
    return Capture(
        path=path,
        record=record,
        media_type="text/plain",
        data=printable(text).encode("utf-8"),
        url=metadata.url,
        outlet=metadata.outlet,
        title=metadata.title,
        byline=metadata.byline,
        published=metadata.published,
        captured=metadata.captured,
        language=metadata.language,
    )
