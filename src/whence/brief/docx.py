"""A brief as a Word document (Office Open XML): headings, lists, and the numbered passages at its end.

Article text is written as text runs and as nothing else; addresses are text too. The same brief gives the
same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from whence.brief.model import Brief
from whence.brief.pieces import Page, Piece, Words
from whence.brief.words import page

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

STAMP = datetime(1980, 1, 1, tzinfo=UTC)
"""The zero of ZIP, in place of the time of writing."""


def write(brief: Brief) -> bytes:
    """The document's bytes. Raises ``ImportError`` if python-docx is not installed."""
    try:
        from docx import Document as new_document
    except ImportError as error:
        raise ImportError(
            "A Word document needs python-docx. Install it with: pip install 'whence[docx]'"
        ) from error
    document = new_document()
    _fill(document, page(brief))
    return _timeless(document)


def _fill(document: Document, found: Page) -> None:
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "whence", found.title, ""
    properties.created = properties.modified = STAMP
    document.add_heading(found.title, level=0)
    for label, said in found.head:
        line = document.add_paragraph()
        line.add_run(f"{label}: ").bold = True
        line.add_run(said)
    for part in found.parts:
        document.add_heading(part.title, level=1)
        for story, lines in part.stories:
            if story:
                document.add_heading(f"“{story}”", level=2)
            _items(document, lines, "List Bullet")
        for said in part.closing:
            document.add_paragraph(said)
    document.add_heading("Passages", level=1)
    for number, words in found.sources:
        line = document.add_paragraph(f"[{number}] ")
        _runs(line, words.pieces)
    document.add_paragraph(found.foot)


def _items(document: Document, lines: Iterable[Words], style: str) -> None:
    for line in lines:
        _runs(document.add_paragraph(style=style), line.pieces)
        _items(document, line.below, "List Bullet 2")


def _runs(line: Paragraph, pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        if piece.kind == "note":
            line.add_run(f"[{piece.text}]").font.superscript = True
        elif piece.text:
            run = line.add_run(piece.text)
            run.bold = True if piece.kind == "strong" else None


def _timeless(document: Document) -> bytes:
    """The document's bytes without the time at which it was written."""
    drawn, packed = io.BytesIO(), io.BytesIO()
    document.save(drawn)
    with ZipFile(drawn) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name)  # 1980-01-01
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
