"""Which place a name means: ranking of the gazetteer's candidates by what the document says.

After the features that geoparsers agree on (Leidner 2007; Grover et al. 2010; Gritta et al. 2018): a country
before a province before a town, population, the container named beside ("Paris, Texas", "Idlib province"),
countries and provinces named elsewhere in the document, nearness to the other places, one sense per document.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from whence.records import PlaceKind
from whence.resolve.gazetteer import Entry, look_up
from whence.resolve.nationality import country_named, country_of_adjective, country_of_people
from whence.resolve.place_names import normalise


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name at ``start``..``end`` of the text it is read in."""

    start: int
    end: int
    name: str


_KIND_WORDS: Mapping[str, tuple[PlaceKind, ...]] = {
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
_CONTAINED = re.compile(
    r"\s*(?:,|\(|,?\s+in)\s*(?:the\s+)?(?:\w+\s+)?(?:(?:province|state|city|region)\s+of\s+)?", re.IGNORECASE
)

_KIND_PRIOR: Mapping[PlaceKind, float] = {
    "country": 7.0,
    "continent": 7.0,
    "region": 7.0,
    "sea": 8.0,
    "admin1": 2.0,
    "river": 3.5,
    "mountain": 3.0,
    "admin2": 4.0,
    "city": 0.0,
    "site": 0.0,
}
# Weights: coordinate search on one half of LGL and GeoWebNews (python -m evals.places --half tune).
_MAIN = 1.0
_CAPITAL = 3.0
_POPULATION = 0.7
_PROVINCE = 0.35
_CONTAINER = 8.0
_KIND_WORD = 5.0
_COUNTRY = 4.0
_ADMIN1 = 2.0
_NEAR = 2.0
_NEAR_KM = 150.0
_PEOPLE = 0.5
_PEOPLE_BESIDE = 0.95
_BESIDE = 120
"""Characters on either side of a name, in its paragraph, in which a nationality speaks for it: a sentence."""
_SPELLED = 0.5
_OUTSHONE: Mapping[PlaceKind, float] = {"sea": 6.0, "region": 2.0}
_NEAR_ENOUGH = 450.0
"""Kilometres; what lies further apart adds less than a twentieth."""
_LARGE_TOWN = 100_000
_ROUNDS = 2


def resolve_toponyms(text: str, toponyms: Sequence[Toponym]) -> list[Entry | None]:
    """The place each name means, in the order given; ``None`` where the gazetteer has none."""
    candidates = [_candidates(t.name) for t in toponyms]
    names = [normalise(t.name) for t in toponyms]
    kinds = [_kind_word(text, t) for t in toponyms]
    containers = _containers(text, toponyms)
    holding = {
        container: i for i, container in reversed(list(enumerate(containers))) if container is not None
    }
    priors = [
        {e.id: _prior(e, k) + _SPELLED * _same_spelling(t.name, e.name) - _outshone(e, c) for e in c}
        for t, c, k in zip(toponyms, candidates, kinds, strict=True)
    ]
    peoples = nationalities_in(text)
    beside = [
        _nationalities_beside(text, t) if c else frozenset()
        for t, c in zip(toponyms, candidates, strict=True)
    ]
    chosen, scores = _one_sense(names, candidates, priors, containers), priors
    for _ in range(_ROUNDS):
        context = _Context(names, chosen, scores, peoples)
        scores = [
            {
                e.id: priors[i][e.id]
                + context.support(names[i], e, beside[i])
                + _CONTAINER * _beside(i, e, chosen, candidates, containers, holding)
                for e in options
            }
            for i, options in enumerate(candidates)
        ]
        chosen = _one_sense(names, candidates, scores, containers)
    return chosen


def _candidates(name: str) -> tuple[Entry, ...]:
    found = look_up(name)
    if found:
        return found
    words = normalise(name).split()
    if len(words) > 1 and words[-1] in _KIND_WORDS:
        return look_up(" ".join(words[:-1]))
    if direction_of(name):
        whole = look_up(" ".join(words[1:]))
        return tuple(e for e in whole if e.kind != "city" or e.population >= _LARGE_TOWN)
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


def _kind_word(text: str, toponym: Toponym) -> tuple[PlaceKind, ...] | None:
    """The kinds that a word in or beside the name restricts it to ("Idlib *province*", "the *city* of")."""
    after = _AFTER.match(text, toponym.end, toponym.end + 30)
    before = _BEFORE.search(text[max(0, toponym.start - 30) : toponym.start])
    last = normalise(toponym.name).rpartition(" ")[2]
    for word in (after[1] if after else "", before[1] if before else "", last):
        kinds = _KIND_WORDS.get(word.lower())
        if kinds is not None:
            return kinds
    return None


def _containers(text: str, toponyms: Sequence[Toponym]) -> list[int | None]:
    """For each name the position of the one that follows it as its container: "Paris, Texas"."""
    order = sorted(range(len(toponyms)), key=lambda i: (toponyms[i].start, toponyms[i].end))
    found: list[int | None] = [None] * len(toponyms)
    for left, right in pairwise(order):
        gap = text[toponyms[left].end : toponyms[right].start]
        if 0 < len(gap) < 40 and _CONTAINED.fullmatch(gap):
            found[left] = right
    return found


def _prior(entry: Entry, kinds: tuple[PlaceKind, ...] | None) -> float:
    score = (
        _KIND_PRIOR[entry.kind]
        + (_MAIN if entry.main else 0.0)
        + (_CAPITAL if entry.capital and entry.main else 0.0)
    )
    if entry.kind in ("country", "city"):
        score += _POPULATION * math.log10(entry.population + 1)
    elif entry.kind == "admin1":
        score += _PROVINCE * math.log10(entry.population + 1)
    return score + (_KIND_WORD if kinds and entry.kind in kinds else 0.0)


def _outshone(entry: Entry, options: Sequence[Entry]) -> float:
    """What a lagoon or group of islands loses because it shares its bare name with a large town or a
    subdivision ("Kaliningrad", "Santa Cruz")."""
    cost = _OUTSHONE.get(entry.kind, 0.0) if entry.key.startswith("naturalearth:") else 0.0
    large = cost and any(
        e.main and e.kind in ("admin1", "city") and e.population >= _LARGE_TOWN for e in options
    )
    return cost if large else 0.0


def _beside(
    index: int,
    entry: Entry,
    chosen: Sequence[Entry | None],
    candidates: Sequence[tuple[Entry, ...]],
    containers: Sequence[int | None],
    holding: Mapping[int, int],
) -> bool:
    """Whether ``entry`` lies in the place named after it, or holds the one named before it."""
    container = containers[index]
    if container is not None and _inside(entry, chosen[container], candidates[index]):
        return True
    before = holding.get(index)
    inner = None if before is None else chosen[before]
    return before is not None and inner is not None and _inside(inner, entry, candidates[before])


def _inside(entry: Entry, container: Entry | None, options: tuple[Entry, ...]) -> bool:
    """Whether ``container`` holds ``entry``, one of ``options``. A country before a country is a list
    ("Mexico, Canada")."""
    if container is None or container.id == entry.id:
        return False
    if container.kind == "country":
        a_country = any(e.kind == "country" and e.main for e in options)
        return entry.country == container.country and not a_country
    return entry.admin1 == container.id


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


_CAPITALISED = re.compile(r"\b[A-Z]\w+")


def _nationalities_beside(text: str, toponym: Toponym) -> frozenset[str]:
    start, end = max(0, toponym.start - _BESIDE), min(len(text), toponym.end + _BESIDE)
    before = text[start : toponym.start].rpartition("\n")[2]
    after = text[toponym.end : end].partition("\n")[0]
    return nationalities_in(before) | nationalities_in(after)


def _same_spelling(written: str, name: str) -> bool:
    """Whether a name that has a spelling of its own (abbreviated, accented) has that of the entry too: "St.
    Louis" is in Missouri, "Saint-Louis" in Senegal."""
    letters = _letters(written)
    return letters != _letters(normalise(written)) and letters == _letters(name)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


_CELL = 5.0
"""Degrees; cells of latitude and longitude that neighbours are looked for in."""


class _Context:
    """What the other names of the document say for a candidate. Chances that witnesses err are kept as
    products per country, province and cell, so that a gazetteer-like page costs no more per name."""

    def __init__(
        self,
        names: Sequence[str],
        chosen: Sequence[Entry | None],
        scores: Sequence[Mapping[int, float]],
        peoples: frozenset[str],
    ) -> None:
        self._others: dict[str, tuple[Entry, float]] = {}
        self._peoples = peoples
        for name, entry, score in zip(names, chosen, scores, strict=True):
            if entry is not None and name not in self._others:
                share = sum(math.exp(value - score[entry.id]) for value in score.values())
                self._others[name] = (entry, 1.0 / max(1.0, share))
        self._countries: dict[str, float] = defaultdict(lambda: 1.0)
        self._admins: dict[int, float] = defaultdict(lambda: 1.0)
        self._cells: dict[tuple[int, int], list[tuple[str, Entry, float]]] = defaultdict(list)
        for name, (entry, weight) in self._others.items():
            err = 1.0 - 0.9 * weight
            if entry.country is not None:
                self._countries[entry.country] *= err
            for number in {entry.id, entry.admin1} - {None}:
                self._admins[number] *= err  # type: ignore[index]
            if entry.kind in ("city", "admin2") and (cell := _cell(entry)) is not None:
                self._cells[cell].append((name, entry, weight))

    def support(self, name: str, entry: Entry, beside: frozenset[str]) -> float:
        """How strongly the other names speak for a candidate of ``name``: each of country, province and
        nearness counts up to its weight, as the chance that not all witnesses err. ``beside`` are the
        nationalities worded next to the name."""
        own, weight = self._others.get(name, (None, 0.0))
        err = 1.0 - 0.9 * weight
        country = admin1 = 1.0
        if entry.country is not None:
            country = self._countries.get(entry.country, 1.0)
            if own is not None and own.country == entry.country:
                country /= err
            if entry.country in beside:
                country *= 1.0 - _PEOPLE_BESIDE
            elif entry.country in self._peoples:
                country *= 1.0 - _PEOPLE
        if entry.admin1 is not None:
            admin1 = self._admins.get(entry.admin1, 1.0)
            if own is not None and entry.admin1 in (own.id, own.admin1):
                admin1 /= err
        near = self._not_near(name, entry)
        return _COUNTRY * (1.0 - country) + _ADMIN1 * (1.0 - admin1) + _NEAR * (1.0 - near)

    def _not_near(self, name: str, entry: Entry) -> float:
        near, cell = 1.0, _cell(entry) if entry.kind in ("city", "admin2") else None
        if cell is None:
            return near
        for row, column in _AROUND:
            for other_name, other, weight in self._cells.get((cell[0] + row, cell[1] + column), ()):
                if other_name != name and (apart := kilometres(entry, other)) < _NEAR_ENOUGH:
                    near *= 1.0 - 0.9 * weight * math.exp(-apart / _NEAR_KM)
                    if near < _CERTAIN:
                        return near
        return near


_AROUND = ((0, 0), *((row, column) for row in (-1, 0, 1) for column in (-1, 0, 1) if row or column))
_CERTAIN = 0.001
"""Nothing is left to gain from further neighbours."""


def _cell(entry: Entry) -> tuple[int, int] | None:
    if entry.lat is None or entry.lon is None:
        return None
    return math.floor(entry.lat / _CELL), math.floor(entry.lon / _CELL)


def _one_sense(
    names: Sequence[str],
    candidates: Sequence[tuple[Entry, ...]],
    scores: Sequence[Mapping[int, float]],
    containers: Sequence[int | None],
) -> list[Entry | None]:
    """The best candidate of each name over all its mentions; a mention with a container stands alone."""
    total: dict[str, dict[int, float]] = {}
    for name, score in zip(names, scores, strict=True):
        best = total.setdefault(name, {})
        for number, value in score.items():
            best[number] = max(best.get(number, -math.inf), value)
    result: list[Entry | None] = []
    for name, options, own, container in zip(names, candidates, scores, containers, strict=True):
        score = total[name] if container is None else own
        result.append(min(options, key=lambda e, s=score: (-s[e.id], e.id), default=None))  # type: ignore[misc]
    return result


def kilometres(a: Entry, b: Entry) -> float:
    """Great-circle distance; infinite if a place has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12_742.0 * math.asin(min(1.0, math.sqrt(h)))
