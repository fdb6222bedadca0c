"""The places of the gazetteer that a name may mean."""

from __future__ import annotations

import re

from whence.resolve.gazetteer import Entry, look_up
from whence.resolve.place_names import normalise
from whence.resolve.toponym_wording import KIND_WORDS

_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,3}")
LARGE_TOWN = 100_000


def candidates_of(name: str) -> tuple[Entry, ...]:
    found = look_up(name)
    if _ACRONYM.fullmatch(name):
        # "U.N." is no town called Un.
        found = tuple(entry for entry in found if entry.kind not in ("city", "admin2"))
    if found:
        return found
    words = normalise(name).split()
    if len(words) > 1 and words[-1] in KIND_WORDS:
        return look_up(" ".join(words[:-1]))
    if len(words) > 2 and words[0] in KIND_WORDS and words[1] == "of":  # "State of Ohio"
        return look_up(" ".join(words[2:]))
    if direction_of(name):
        whole = look_up(_HALVES.sub(r"\1\2", " ".join(words)).partition(" ")[2])
        return tuple(e for e in whole if e.kind != "city" or e.population >= LARGE_TOWN)
    return ()


def direction_of(name: str) -> str | None:
    """ "northwestern" of "Northwestern Syria" and "north-western Syria", unless the gazetteer has the whole
    name ("South Sudan")."""
    form = _HALVES.sub(r"\1\2", normalise(name))
    first, _, rest = form.partition(" ")
    return first if rest and first in _DIRECTIONS and not look_up(name) else None


def with_direction(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a name with the direction right before it ("*north-eastern* Syria")."""
    before = _BEFORE.search(text, max(0, start - 20), start)
    return (before.start(), end) if before is not None and before.end() == start else (start, end)


_HALVES = re.compile(r"^(north|south) ((?:east|west)(?:ern)?)\b")
_BEFORE = re.compile(
    r"\b(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?\s+$|\bcentral\s+$",
    re.IGNORECASE,
)
_DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "upper",
        "lower",
        "greater",
        "downtown",
    ]
)
