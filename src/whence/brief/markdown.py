"""A brief in Markdown (CommonMark, with the footnotes that GitHub, Pandoc and most editors read).

Article text is hostile: whatever could begin markup is escaped, so that it reads as it was written.
CommonMark lets a backslash stand before any ASCII punctuation (https://spec.commonmark.org/0.31.2/#backslash-escapes).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from whence.brief.model import Brief
from whence.brief.pieces import Page, Piece, Words
from whence.brief.words import page

_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~!&$^@]")
_LEADING = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")
"""What makes a list, an underline or a definition of a line that it begins."""
_ADDRESS = re.compile(r"(?i)\b(?:(www)\.|(https?|ftp|mailto|xmpp|javascript|data):)")
"""What editors take for an address, even without brackets around it."""


def write(brief: Brief) -> str:
    """The brief, with its passages as footnotes."""
    return "\n".join(_lines(page(brief))) + "\n"


def escape(text: str) -> str:
    """``text``, which is one line and may begin one, as itself: no markup, no link, no list."""
    return _LEADING.sub(_parted, _escaped(text))


def _escaped(text: str) -> str:
    """``text`` inside of a line."""
    safe = _MARKS.sub(r"\\\g<0>", text)
    return _ADDRESS.sub(lambda found: f"{found[1]}\\." if found[1] else f"{found[2]}\\:", safe)


def _parted(found: re.Match[str]) -> str:
    # A backslash stands before punctuation only; after a number it goes before what follows.
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _lines(found: Page) -> Iterator[str]:
    yield f"# {escape(found.title)}"
    yield ""
    for label, said in found.head:
        yield f"- **{escape(label)}:** {escape(said)}"
    for part in found.parts:
        yield from ("", f"## {escape(part.title)}", "")
        for number, (story, lines) in enumerate(part.stories):
            if number:
                yield ""
            if story:
                yield from (f"### “{escape(story)}”", "")
            yield from _items(lines, "")
        if part.closing:
            yield from ([""] if part.stories else [])
            yield from map(escape, part.closing)
    yield from ("", "## Passages", "")
    for number, words in found.sources:
        yield from (f"[^{number}]: {_inline(words.pieces)}", "")
    yield escape(found.foot)


def _items(lines: Iterable[Words], indent: str) -> Iterator[str]:
    for line in lines:
        yield f"{indent}- {_inline(line.pieces)}"
        yield from _items(line.below, f"{indent}  ")


def _inline(pieces: Iterable[Piece]) -> str:
    written = ""
    for piece in pieces:
        if piece.kind == "strong" and piece.text:
            written += f"**{_escaped(piece.text)}**"
        elif piece.kind == "note":
            written += f"[^{piece.text}]"
        elif piece.kind == "link":
            written += f"<{piece.text}>"
        else:
            written += _escaped(piece.text) if written else escape(piece.text)
    return written
