"""Splits the text of a document into passages, so that only the report itself is analysed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from whence.clean import shape
from whence.clean.edges import Piece, split_edges
from whence.clean.furniture import furniture
from whence.clean.headings import mark_headings
from whence.clean.markup import front_matter_end, unmarked
from whence.clean.paragraphs import paragraphs
from whence.records import PassageKind

MediaType = Literal["text/plain", "text/markdown", "text/html"]


def passages(
    text: str,
    *,
    media_type: MediaType = "text/plain",
    title: str | None = None,
    told: Mapping[int, PassageKind] | None = None,
) -> tuple[Piece, ...]:
    """The passages of ``text``: in order, not overlapping, with every character that is not white space in
    exactly one.

    A passage is a paragraph or a part of one, never more, so that no sentence spans two paragraphs.
    ``title`` is the known title: a paragraph that repeats it is a headline. ``told`` gives kinds known from
    elsewhere (a page's tags) by the offset at which the paragraph starts.
    """
    front = front_matter_end(text) if media_type == "text/markdown" else 0
    matter = [p for p in paragraphs(text[:front]) if front]
    rest = text if not front else " " * front + text[front:]
    found = paragraphs(rest)
    markers: list[Piece] = []
    known: dict[int, PassageKind] = dict(told or {})
    if media_type == "text/markdown":
        found, markers, marked = unmarked(found)
        known |= marked
    kinds = furniture(found)
    for index, paragraph in enumerate(found):
        if kinds[index] is None:
            kinds[index] = known.get(paragraph.start)
    mark_headings(found, kinds, title=title)
    lead = next(
        (i for i, p in enumerate(found) if kinds[i] == "body" and shape.is_prose(p.text)),
        None,
    )
    pieces: list[Piece] = [(p.start, p.end, "promotion") for p in matter]
    for index, paragraph in enumerate(found):
        kind = kinds[index] or "body"
        pieces += split_edges(paragraph, kind, lead=index == lead, last=index == len(found) - 1)
    return tuple(sorted(pieces + markers))
