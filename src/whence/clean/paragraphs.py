"""Lines and paragraphs of a text, by offset."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_LINE: Final = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

_NARROWEST: Final = 40
_WIDEST: Final = 120
"""Characters of a full line in hard-wrapped text (mail 72, terminals 80, the widest editors 120)."""
_LOWER_STARTS: Final = 0.3
"""Share of lines that go on in lower case from which a text counts as hard-wrapped; English prose
wrapped at 72 has about 0.7, lists of headlines and of paragraphs about 0."""
_WRAPPED_LINES: Final = 3
"""Lines that go on in lower case that it takes to tell the width."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without the space around it. ``start`` … ``end`` are offsets in the text."""

    text: str
    start: int
    end: int
    after_blank: bool
    """Whether a blank line (or the beginning of the text) is before it."""


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of ``text`` in order; together they hold every character that is not white space.

    A line is a paragraph, except where lines were broken to a width: those are joined again.
    """
    lines = list(_lines(text))
    width = _width(lines)
    found: list[Paragraph] = []
    last: Paragraph | None = None
    for line in lines:
        if last is not None and found and not line.after_blank and _continues(last, line, width):
            start = found[-1].start
            found[-1] = Paragraph(text[start : line.end], start, line.end, found[-1].after_blank)
        else:
            found.append(line)
        last = line
    return found


def _lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    previous_end = 0
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped)
            breaks = len(_BREAK.findall(text, previous_end, start))
            end = start + len(stripped)
            found.append(Paragraph(stripped, start, end, not found or breaks > 1))
            previous_end = end
    return found


def _width(lines: Sequence[Paragraph]) -> int | None:
    """The width to which the lines of a text were broken; ``None`` if they were not."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank and len(a.text) >= _NARROWEST]
    lower = [a for a, b in pairs if b.text[0].islower() and a.text[-1] not in ".!?"]
    if len(lower) < _WRAPPED_LINES or len(lower) < _LOWER_STARTS * len(pairs):
        return None
    width = max(len(a.text) for a in lower)
    return width if width <= _WIDEST else None


def _continues(line: Paragraph, following: Paragraph, width: int | None) -> bool:
    """Whether ``following`` goes on with the sentence or paragraph of ``line``."""
    if width is not None:
        # The line was full: the next word did not fit any more. Ragged breaks leave some slack.
        word = following.text.split(None, 1)[0]
        return len(line.text) + 1 + len(word) > width - 2
    return following.text[0].islower() and line.text[-1] not in ".!?:…" and len(line.text) >= _NARROWEST
