"""The places of the gazetteer that a name may mean."""

from __future__ import annotations

from whence.resolve.gazetteer import Entry, look_up
from whence.resolve.place_names import normalise
from whence.resolve.toponym_wording import KIND_WORDS

LARGE_TOWN = 100_000


def candidates_of(name: str) -> tuple[Entry, ...]:
    found = look_up(name)
    if found:
        return found
    words = normalise(name).split()
    if len(words) > 1 and words[-1] in KIND_WORDS:
        return look_up(" ".join(words[:-1]))
    if len(words) > 2 and words[0] in KIND_WORDS and words[1] == "of":  # "State of Ohio"
        return look_up(" ".join(words[2:]))
    if direction_of(name):
        whole = look_up(" ".join(words[1:]))
        return tuple(e for e in whole if e.kind != "city" or e.population >= LARGE_TOWN)
    return ()


def direction_of(name: str) -> str | None:
    """ "northwestern" of "Northwestern Syria", unless the gazetteer has the whole name ("South Sudan")."""
    first, _, rest = normalise(name).partition(" ")
    return first if rest and first in _DIRECTIONS and not look_up(name) else None


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
