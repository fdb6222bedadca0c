"""Quotation marks paired into quotations, on any text.

Marks are paired by shape and surroundings, never by counting, so an odd number of them is no error. A
paragraph that opens with a mark while a quotation is still open continues that quotation (the convention
of multi-paragraph quotes: every paragraph opens one, only the last closes it).
"""

from __future__ import annotations

from dataclasses import dataclass

_OPENING = "“„«"
_CLOSING = "”»"
_STRAIGHT = '"'
_SINGLE_LIMIT = 300
"""Characters: single marks further apart are taken for apostrophes."""
_MARKS = "“”„«»\"'‘’"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """``text[start:end]`` is what stands between the marks; ``closed`` is false where the closing mark is
    missing because the next paragraph goes on, or for good."""

    start: int
    end: int
    closed: bool


def quotations(text: str, ranges: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """The outermost quotations inside each of ``ranges`` (passages), in text order."""
    found: list[Quotation] = []
    for start, end in ranges:
        found.extend(_double(text, start, end))
    for start, end in ranges:
        for single in _single(text, start, end):
            shared = [q for q in found if q.start < single.end and single.start < q.end]
            if all(single.start < q.start and q.end < single.end for q in shared):
                found = [q for q in found if q not in shared]
                found.append(single)
    return tuple(sorted((q for q in found if text[q.start : q.end].strip()), key=lambda q: (q.start, q.end)))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """``start``–``end`` without blanks, quotation marks, commas and colons at its edges."""
    edges = _MARKS + " \t\r\n\v\f\xa0,;:–—-"
    while start < end and text[start] in edges and not _apostrophe(text, start):
        start += 1
    while end > start and text[end - 1] in edges and not _apostrophe(text, end - 1):
        end -= 1
    return start, end


def _apostrophe(text: str, at: int) -> bool:
    """Whether a single mark stands inside a word ("don't") or ends a plural ("officials' claim")."""
    if text[at] not in "'’":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return before.isalnum() and after.isalnum()


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark can only open: blank or bracket before, something after."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (before.isspace() or before in "([{–—-/") and not after.isspace()


def _paragraph_break(text: str, at: int, end: int) -> int | None:
    """Where the next line's text begins, if ``at`` is a line break that ends a paragraph: a blank line
    follows, or a line that opens with a quotation mark."""
    next_ = at
    breaks = 0
    while next_ < end and text[next_].isspace():
        breaks += text[next_] == "\n"
        next_ += 1
    if breaks > 1 or (next_ < end and text[next_] in _OPENING + _STRAIGHT and _opens(text, next_)):
        return next_
    return None


def _double(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    open_at: int | None = None
    depth = 0
    at = start
    while at < end:
        char = text[at]
        if open_at is None:
            if char in _OPENING or (char == _STRAIGHT and (_opens(text, at) or not _closes(text, at))):
                open_at, depth = at + 1, 0
        elif char == "\n" and (next_ := _paragraph_break(text, at, end)) is not None:
            found.append(Quotation(start=open_at, end=at, closed=False))
            continues = next_ < end and text[next_] in _OPENING + _STRAIGHT
            open_at = next_ + 1 if continues else None
            depth = 0
            at = next_ + (1 if continues else 0)
            continue
        elif char in _OPENING:
            depth += 1
        elif char in _CLOSING or (char == _STRAIGHT and not (_opens(text, at) and text[open_at - 1] != char)):
            if depth and char in _CLOSING:
                depth -= 1
            else:
                found.append(Quotation(start=open_at, end=at, closed=True))
                open_at = None
        at += 1
    if open_at is not None:
        found.append(Quotation(start=open_at, end=end, closed=False))
    return found


def _closes(text: str, at: int) -> bool:
    """Whether a straight mark can only close: something before, blank or punctuation after."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _single(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    open_at: int | None = None
    for at in range(start, end):
        char = text[at]
        if open_at is not None and (char == "\n" or at - open_at > _SINGLE_LIMIT):
            open_at = None
        if char not in "'‘’" or _apostrophe(text, at):
            continue
        if char != "’" and _opens(text, at):
            open_at = at + 1
        elif open_at is not None and char != "‘" and _closes(text, at):
            found.append(Quotation(start=open_at, end=at, closed=True))
            open_at = None
    return found
