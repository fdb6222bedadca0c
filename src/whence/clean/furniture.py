"""Whole paragraphs that are not the report: bylines, captions, credits, lists of links, promotion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from whence.clean import shape
from whence.clean.cues import cues
from whence.clean.paragraphs import Paragraph
from whence.records import PassageKind

_PULL_QUOTE: Final = re.compile(r"(?:—|–|--|―)\s?[^\s—–].{1,118}")
_QUOTES: Final = '"“”«»„'


def furniture(found: Sequence[Paragraph]) -> list[PassageKind | None]:
    """The kind of every paragraph that is furniture as a whole; ``None`` for the others."""
    kinds = [_by_cue(paragraph.text) for paragraph in found]
    _mark_lists(found, kinds)
    for index in range(len(found)):
        if kinds[index] is None and _is_stray_source(found, index):
            # A pull quote whose quotation was lost with the page's layout: "—Jane Doe" on its own.
            kinds[index] = "caption"
    return kinds


def _by_cue(text: str) -> PassageKind | None:
    if not shape.has_word(text):
        return "promotion"
    places = cues("sentence") if shape.is_sentence(text) else cues("sentence", "line")
    return next((cue.kind for cue in places if cue.found_in(text)), None)


def _mark_lists(found: Sequence[Paragraph], kinds: list[PassageKind | None]) -> None:
    """Marks headings such as "More on this…" and what they head, up to where running text resumes."""
    index = 0
    while index < len(found):
        heading = next(
            (cue for cue in cues("list", "references") if cue.found_in(found[index].text)),
            None,
        )
        if heading is None or (kinds[index] is not None and kinds[index] != heading.kind):
            index += 1
            continue
        kinds[index] = heading.kind
        belongs = shape.is_listed if heading.where == "list" else shape.is_cited
        index += 1
        while index < len(found) and (
            kinds[index] not in (None, "related")
            or (belongs(found[index].text) and not _has_dateline(found[index].text))
        ):
            kinds[index] = kinds[index] or heading.kind
            index += 1


def _has_dateline(text: str) -> bool:
    return any(cue.found_in(text) for cue in cues("start"))


def _is_stray_source(found: Sequence[Paragraph], index: int) -> bool:
    text = found[index].text
    if not _PULL_QUOTE.fullmatch(text) or shape.is_sentence(text) or shape.is_dashed(text):
        return False
    before = found[index - 1].text if index else ""
    return not (before and before[0] in _QUOTES and before[-1] in _QUOTES)
