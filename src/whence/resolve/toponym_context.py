"""What the other place names and nationalities of a document say for a place."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from whence.resolve.gazetteer import Entry

# Weights: coordinate search on one half of LGL and GeoWebNews (python -m evals.places --half tune).
_COUNTRY = 4.0
_ADMIN1 = 2.0
_NEAR = 2.0
_NEAR_KM = 150.0
_NEAR_ENOUGH = 450.0
"""Kilometres; what lies further apart adds less than a twentieth."""
_PEOPLE = 0.5
_PEOPLE_BESIDE = 0.95
_CELL = 5.0
"""Degrees; cells of latitude and longitude that neighbours are looked for in."""
_CERTAIN = 0.001
"""Nothing is left to gain from further neighbours."""
_AROUND = ((0, 0), *((row, column) for row in (-1, 0, 1) for column in (-1, 0, 1) if row or column))


class Context:
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


def _cell(entry: Entry) -> tuple[int, int] | None:
    if entry.lat is None or entry.lon is None:
        return None
    return math.floor(entry.lat / _CELL), math.floor(entry.lon / _CELL)


def kilometres(a: Entry, b: Entry) -> float:
    """Great-circle distance; infinite if a place has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12_742.0 * math.asin(min(1.0, math.sqrt(h)))
