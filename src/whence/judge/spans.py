"""Words that a person gives, found in a text."""

from __future__ import annotations

import re

from whence.records import Range

_OFFSETS = re.compile(r"(\d+)-(\d+)")


def find_span(text: str, words: str, near: Range) -> Range:
    """Where ``words`` stand, or the offsets that they give ("120-131"): in ``near`` if they are once there,
    else in the whole text. Words may be parted by any white space.

    Raises ``ValueError`` if they stand nowhere, or more than once.
    """
    offsets = _OFFSETS.fullmatch(words)
    if offsets and int(offsets[1]) < int(offsets[2]) <= len(text):
        return int(offsets[1]), int(offsets[2])
    found = find_all(text, words)
    inside = [place for place in found if near[0] <= place[0] and place[1] <= near[1]]
    places = inside if len(inside) == 1 else found
    if not places:
        raise ValueError(f"{words!r} does not stand in the text")
    if len(places) > 1:
        several = ", ".join(f"{start}-{end}" for start, end in places[:5])
        raise ValueError(f"{words!r} stands {len(places)} times in the text: give its place ({several})")
    return places[0]


def find_all(text: str, words: str) -> list[Range]:
    """Every place where whole words stand."""
    parts = words.split()
    if not parts:
        return []
    before = r"(?<!\w)" if parts[0][0].isalnum() else ""
    after = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    pattern = re.compile(before + r"\s+".join(map(re.escape, parts)) + after)
    return [match.span() for match in pattern.finditer(text)]
