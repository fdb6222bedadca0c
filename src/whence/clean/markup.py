"""Markdown syntax at the start of a paragraph, set apart from the words it marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from whence.clean.edges import Piece
from whence.clean.paragraphs import Paragraph
from whence.records import PassageKind

_FRONT_MATTER: Final = re.compile(r"\s{0,20}(---[ \t]*\r?\n.{0,8000}?\r?\n---)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MARKER: Final = re.compile(r"(#{1,6}|>(?: ?>){0,5}|[-*+])\s+(?=\S)")
_UNDERLINE: Final = re.compile(r"(=+|-+)")


def front_matter_end(text: str) -> int:
    """The offset after a YAML block at the start of ``text``; 0 if there is none."""
    match = _FRONT_MATTER.match(text)
    return match.end(1) if match else 0


def unmarked(
    found: Sequence[Paragraph],
) -> tuple[list[Paragraph], list[Piece], dict[int, PassageKind]]:
    """Paragraphs without their markers; the markers (``#``, ``>``, bullets) as pieces of their own, not to
    be analysed; and the kinds that the markers tell: start → ``headline`` for headings."""
    paragraphs: list[Paragraph] = []
    markers: list[Piece] = []
    kinds: dict[int, PassageKind] = {}
    for paragraph in found:
        match = _MARKER.match(paragraph.text)
        if match is not None:
            markers.append((paragraph.start, paragraph.start + len(match[1]), "promotion"))
            start = paragraph.start + match.end()
            paragraph = replace(paragraph, text=paragraph.text[match.end() :], start=start)
            if match[1][0] == "#":
                kinds[start] = "headline"
        elif _UNDERLINE.fullmatch(paragraph.text) and paragraphs and not paragraph.after_blank:
            kinds[paragraphs[-1].start] = "headline"
        paragraphs.append(paragraph)
    return paragraphs, markers, kinds
