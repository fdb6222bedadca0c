"""What stands at the edge of a paragraph: datelines before it, photo credits and truncation after it."""

from __future__ import annotations

from typing import Final

from whence.clean.cues import cues
from whence.clean.paragraphs import Paragraph
from whence.records import PassageKind

Piece = tuple[int, int, PassageKind]
"""Start, end and kind of a stretch of the text."""

_CAPTION: Final = 600
"""Characters up to which a paragraph that ends in a photo credit is the photo's caption."""
_MARKS: Final = 3
"""Marks that can follow one another at the end of a paragraph ("… (File photo) Read more")."""


def split_edges(paragraph: Paragraph, kind: PassageKind, *, lead: bool, last: bool) -> list[Piece]:
    """The pieces of one paragraph in order; together they hold every character of it that is not space.

    ``lead`` says that it is the first paragraph of the body, ``last`` that it is the last of the text.
    """
    if kind not in ("body", "headline", "caption", "related"):
        return [(paragraph.start, paragraph.end, kind)]
    text, before, after = paragraph.text, 0, len(paragraph.text)
    head: list[Piece] = []
    tail: list[Piece] = []
    if kind == "body":
        for cue in cues("start", "lead") if lead else cues("start"):
            if found := cue.found_in(text):
                before = found[1]
                head.append(_piece(paragraph, 0, before, cue.kind))
                break
    for _ in range(_MARKS):
        rest = text[before:after]
        places = cues("end", "last") if last else cues("end")
        match = next(((cue, found) for cue in places if (found := cue.found_in(rest))), None)
        if match is None or not rest[: match[1][0]].strip():
            break
        cue, (start, _) = match
        tail.insert(0, _piece(paragraph, before + start, after, cue.kind))
        after = before + len(rest[:start].rstrip())
        if cue.kind == "credit" and after <= _CAPTION and not head:
            kind = "caption"
    return [*head, _piece(paragraph, before, after, kind), *tail]


def _piece(paragraph: Paragraph, start: int, end: int, kind: PassageKind) -> Piece:
    """A stretch of a paragraph without the space at its edges."""
    text = paragraph.text[start:end]
    start += len(text) - len(text.lstrip())
    return paragraph.start + start, paragraph.start + start + len(text.strip()), kind
