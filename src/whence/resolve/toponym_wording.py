"""What the text says of a place name beside it: its kind, the place that contains it, a nationality."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from whence.records import PlaceKind
from whence.resolve.nationality import country_named, country_of_adjective, country_of_people
from whence.resolve.place_names import normalise


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name at ``start``..``end`` of the text it is read in."""

    start: int
    end: int
    name: str


KIND_WORDS: Mapping[str, tuple[PlaceKind, ...]] = {
    "province": ("admin1", "admin2"),
    "governorate": ("admin1",),
    "region": ("admin1", "region"),
    "state": ("admin1",),
    "oblast": ("admin1",),
    "prefecture": ("admin1",),
    "territory": ("admin1",),
    "department": ("admin2", "admin1"),
    "district": ("admin2", "admin1"),
    "county": ("admin2", "admin1"),
    "parish": ("admin2",),
    "city": ("city",),
    "town": ("city",),
    "village": ("city",),
    "suburb": ("city",),
    "port": ("city",),
    "river": ("river",),
    "sea": ("sea",),
    "ocean": ("sea",),
    "lake": ("sea",),
    "mountains": ("mountain",),
    "mount": ("mountain",),
    "island": ("region",),
    "peninsula": ("region",),
    "desert": ("region",),
}
_AFTER = re.compile(r"\s+(\w+)")
_BEFORE = re.compile(r"(\w+)(?:\s+of)?(?:\s+the)?\s+$")


def kinds_worded(text: str, toponym: Toponym) -> tuple[PlaceKind, ...] | None:
    """The kinds that a word in or beside the name restricts it to ("Idlib *province*", "the *city* of")."""
    after = _AFTER.match(text, toponym.end, toponym.end + 30)
    before = _BEFORE.search(text[max(0, toponym.start - 30) : toponym.start])
    last = normalise(toponym.name).rpartition(" ")[2]
    for word in (after[1] if after else "", before[1] if before else "", last):
        kinds = KIND_WORDS.get(word.lower())
        if kinds is not None:
            return kinds
    return None


_CONTAINED = re.compile(
    r"\s*(?:,|\(|,?\s+in)\s*(?:the\s+)?(?:\w+\s+)?(?:(?:province|state|city|region)\s+of\s+)?", re.IGNORECASE
)


def containers_of(text: str, toponyms: Sequence[Toponym]) -> list[int | None]:
    """For each name the position of the one that follows it as its container: "Paris, Texas"."""
    order = sorted(range(len(toponyms)), key=lambda i: (toponyms[i].start, toponyms[i].end))
    found: list[int | None] = [None] * len(toponyms)
    for left, right in pairwise(order):
        gap = text[toponyms[left].end : toponyms[right].start]
        if 0 < len(gap) < 40 and _CONTAINED.fullmatch(gap):
            found[left] = right
    return found


_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+)?")


def lists_of(text: str, toponyms: Sequence[Toponym]) -> list[tuple[int, ...]]:
    """For each name the positions of the names in a row with it, itself among them: "Iowa, Ohio and Utah"."""
    order = sorted(range(len(toponyms)), key=lambda i: (toponyms[i].start, toponyms[i].end))
    rows: list[list[int]] = []
    for position in order:
        before = toponyms[rows[-1][-1]] if rows else None
        if before is not None and _LISTED.fullmatch(text, before.end, toponyms[position].start):
            rows[-1].append(position)
        else:
            rows.append([position])
    found: list[tuple[int, ...]] = [()] * len(toponyms)
    for row in rows:
        for position in row:
            found[position] = tuple(row)
    return found


_CAPITALISED = re.compile(r"\b[A-Z]\w+")
_BESIDE = 120
"""Characters on either side of a name, in its paragraph, in which a nationality speaks for it: a sentence."""


@lru_cache(maxsize=20_000)
def country_of_word(word: str) -> str | None:
    """ISO 3166-1 alpha-3 code for "Syrian" or "Syrians", which name no place but hint where places lie."""
    if country_named(word) is not None:
        return None
    country = country_of_people(word) or country_of_adjective(word)
    return None if country is None else country.iso3


def nationalities_in(text: str) -> frozenset[str]:
    """The countries whose people or adjective the text names."""
    return frozenset(filter(None, map(country_of_word, _CAPITALISED.findall(text))))


def nationalities_beside(text: str, toponym: Toponym) -> frozenset[str]:
    start, end = max(0, toponym.start - _BESIDE), min(len(text), toponym.end + _BESIDE)
    before = text[start : toponym.start].rpartition("\n")[2]
    after = text[toponym.end : end].partition("\n")[0]
    return nationalities_in(before) | nationalities_in(after)
