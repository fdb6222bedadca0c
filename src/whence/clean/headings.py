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
    if any(prose):
        _mark_title(found, kinds, prose, title)
        for start, end in _runs(found, kinds):
            if end - start >= _GALLERY or kinds[end : end + 1] == ["credit"]:
                kinds[start:end] = ["caption"] * (end - start)
            elif end < len(found) and (prose[end] or kinds[end] == "dateline"):
                kinds[start:end] = ["headline"] * (end - start)
        _mark_gallery(found, kinds)
    kinds[:] = [kind or "body" for kind in kinds]


def _mark_title(
    found: Sequence[Paragraph], kinds: list[PassageKind | None], prose: Sequence[bool], title: str | None
) -> None:
    wanted = _folded(title)
    for index, paragraph in enumerate(found):
        if kinds[index] is None and wanted and _folded(paragraph.text) == wanted:
            kinds[index] = "headline"
    first = next((index for index, kind in enumerate(kinds) if kind is None or kind == "headline"), None)
    if (
        first is not None
        and kinds[first] is None
        and any(prose[first + 1 :])
        and shape.is_title(found[first].text)
    ):
        kinds[first] = "headline"


def _mark_gallery(found: Sequence[Paragraph], kinds: list[PassageKind | None]) -> None:
    """A line without a full stop that has a photo's caption or credit on both sides is a caption too."""
    for index in range(1, len(found) - 1):
        if (
            kinds[index] is None
            and kinds[index - 1] in ("caption", "credit")
            and kinds[index + 1] in ("caption", "credit")
            and not shape.is_prose(found[index].text)
        ):
            kinds[index] = "caption"


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
