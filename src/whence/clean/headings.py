"""Headlines, sub-headings and the captions of a gallery: short paragraphs without a full stop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from whence.clean import shape
from whence.clean.paragraphs import Paragraph
from whence.records import PassageKind

_GALLERY: Final = 3
"""Short paragraphs in a row from which they are captions (or a menu), not sub-headings: a heading has
text under it."""


def mark_headings(found: Sequence[Paragraph], kinds: list[PassageKind | None], *, title: str | None) -> None:
    """Fills in ``headline``, ``caption`` and ``body`` where ``kinds`` is still ``None``."""
    prose = [kind is None and shape.is_prose(p.text) for p, kind in zip(found, kinds, strict=True)]
    first = next((index for index, kind in enumerate(kinds) if kind is None), None)
    wanted = _folded(title)
    for index, paragraph in enumerate(found):
        if kinds[index] is None and wanted and _folded(paragraph.text) == wanted:
            kinds[index] = "headline"
    if (
        first is not None
        and kinds[first] is None
        and any(prose[first + 1 :])
        and shape.is_title(found[first].text)
    ):
        kinds[first] = "headline"
    for start, end in _runs(found, kinds):
        if not any(prose):
            break
        followed = end < len(found) and (prose[end] or kinds[end] == "dateline")
        if end - start >= _GALLERY:
            kinds[start:end] = ["caption"] * (end - start)
        elif followed:
            kinds[start:end] = ["headline"] * (end - start)
    kinds[:] = [kind or "body" for kind in kinds]


def _runs(found: Sequence[Paragraph], kinds: Sequence[PassageKind | None]) -> list[tuple[int, int]]:
    """Longest stretches of undecided paragraphs that may be sub-headings, as index ranges."""
    runs = []
    start: int | None = None
    for index in range(len(found) + 1):
        short = index < len(found) and kinds[index] is None and shape.is_subheading(found[index].text)
        if short and start is None:
            start = index
        elif not short and start is not None:
            runs.append((start, index))
            start = None
    return runs


def _folded(text: str | None) -> str:
    return "".join(char for char in (text or "").casefold() if char.isalnum())
