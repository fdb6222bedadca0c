"""Which place a name means: ranking of the gazetteer's candidates by what the document says.

After the features that geoparsers agree on (Leidner 2007; Grover et al. 2010; Gritta et al. 2018): a country
before a province before a town, population, the container named beside ("Paris, Texas", "Idlib province"),
countries and provinces named elsewhere in the document, nearness to the other places, one sense per document.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from whence.records import PlaceKind
from whence.resolve.gazetteer import Entry
from whence.resolve.place_names import normalise
from whence.resolve.toponym_candidates import LARGE_TOWN, candidates_of
from whence.resolve.toponym_context import Context
from whence.resolve.toponym_wording import (
    Toponym,
    containers_of,
    kinds_worded,
    lists_of,
    nationalities_beside,
    nationalities_in,
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
_SPELLED = 0.5
_OUTSHONE: Mapping[PlaceKind, float] = {"sea": 6.0, "region": 2.0}
_ROUNDS = 2
_LISTED = 3
"""Subdivisions in a row that make a list; two may be a town and its state ("Oregon, Ohio")."""


def resolve_toponyms(text: str, toponyms: Sequence[Toponym]) -> list[Entry | None]:
    """The place each name means, in the order given; ``None`` where the gazetteer has none."""
    candidates = [candidates_of(t.name) for t in toponyms]
    names = [normalise(t.name) for t in toponyms]
    kinds = [kinds_worded(text, t) for t in toponyms]
    listed = lists_of(text, toponyms)
    containers = [
        None if container is not None and _are_subdivisions([candidates[j] for j in listed[i]]) else container
        for i, container in enumerate(containers_of(text, toponyms))
    ]
    holding = {
        container: i for i, container in reversed(list(enumerate(containers))) if container is not None
    }
    priors = [
        {e.id: _prior(e, k) + _SPELLED * _same_spelling(t.name, e.name) - _outshone(e, c) for e in c}
        for t, c, k in zip(toponyms, candidates, kinds, strict=True)
    ]
    peoples = nationalities_in(text)
    beside = [
        nationalities_beside(text, t) if c else frozenset() for t, c in zip(toponyms, candidates, strict=True)
    ]
    chosen, scores = _one_sense(names, candidates, priors, containers), priors
    for _ in range(_ROUNDS):
        context = Context(names, chosen, scores, peoples)
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


def _are_subdivisions(names: Sequence[Sequence[Entry]]) -> bool:
    """Whether the names of a list can all be subdivisions of one country ("Oregon, Georgia and New York")."""
    if len(names) < _LISTED:
        return False
    countries = [{e.country for e in options if e.main and e.kind == "admin1"} for options in names]
    return bool(set.intersection(*countries))


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
        e.main and e.kind in ("admin1", "city") and e.population >= LARGE_TOWN for e in options
    )
    return cost if large else 0.0


def _same_spelling(written: str, name: str) -> bool:
    """Whether a name that has a spelling of its own (abbreviated, accented) has that of the entry too: "St.
    Louis" is in Missouri, "Saint-Louis" in Senegal."""
    letters = _letters(written)
    return letters != _letters(normalise(written)) and letters == _letters(name)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


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
