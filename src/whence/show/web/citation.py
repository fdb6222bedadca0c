"""How a passage is cited: who printed it, when and where, the words, and the text by which it is found."""

from __future__ import annotations

from whence import __version__
from whence.show.card import Telling, article, one_line

QUOTED = 300
"""Characters of a quotation."""


def citation(telling: Telling) -> str:
    """One line: outlet, title, dates, address, words, offsets, the hash of the text and the version that read
    it. Unknown parts are left out."""
    document = telling.document
    words = one_line(telling.sentence)
    if len(words) > QUOTED:
        words = words[:QUOTED].rsplit(" ", 1)[0] + " …"
    start, end = telling.mention.sentence
    parts = [
        article(document),
        f"“{one_line(document.title)}”" if document.title and document.title != article(document) else None,
        f"published {document.published}" if document.published else "undated",
        f"captured {document.captured}" if document.captured else None,
        one_line(document.url) if document.url else one_line(document.path or "") or None,
        f"“{words}” (characters {start}–{end})",
        f"text SHA-256 {document.sha256}",
        f"read by whence {__version__}",
    ]
    return ", ".join(part for part in parts if part)
