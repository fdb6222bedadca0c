"""Accuracy of toponym resolution: within 161 km (100 miles), large areas by identity.

The distance is the field's threshold (Leidner 2007; Gritta et al. 2018). Countries, continents, seas,
rivers and regions are right if they are the place meant: their centre is a matter of choice, and its distance
rewards having the same gazetteer as the annotators.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from evals.gold import articles
from whence.resolve.gazetteer import Entry, look_up
from whence.resolve.toponym_wording import Toponym, country_of_word
from whence.resolve.toponyms import resolve_toponyms

WITHIN_KM = 161.0
AREAS = ("country", "continent", "sea", "region", "river", "mountain")
NOT_PLACES = ("Demonym", "Language", "Homonym", "Non_")
"""GeoWebNews types that mark no place; words for nationalities are left out of all corpora, as whence does
not take them for places."""

Resolver = Callable[[str, Sequence[Toponym]], list[Entry | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    start: int
    end: int
    phrase: str
    lat: float
    lon: float
    geonames: int | None
    name: str | None


def read(path: Path, *, literal: bool = False) -> list[tuple[str, list[Gold]]]:
    """The documents with their located toponyms; ``literal``: only those that a corpus marks as literal."""
    documents = []
    for row in articles(path):
        golds = [
            Gold(
                start=t["start"],
                end=t["end"],
                phrase=t["phrase"],
                lat=float(t["lat"]),
                lon=float(t["lon"]),
                geonames=t.get("geonameid"),
                name=t.get("name") or _title(t.get("wikipedia")),
            )
            for t in row["toponyms"]
            if t.get("lat") is not None
            and not str(t.get("type") or "").startswith(NOT_PLACES)
            and (not literal or str(t.get("type") or "").startswith("Literal"))
        ]
        if golds:
            documents.append((row["text"], [g for g in golds if country_of_word(g.phrase) is None]))
    return documents


def _title(url: str | None) -> str | None:
    return unquote(url.rpartition("/")[2]).replace("_", " ") if url else None


def is_right(gold: Gold, entry: Entry | None) -> bool:
    """Whether the place chosen is the one meant."""
    if entry is None:
        return False
    if entry.geonames is not None and entry.geonames == gold.geonames:
        return True
    if entry.kind in AREAS:
        named = next((e for e in look_up(gold.name or gold.phrase) if e.kind == entry.kind), None)
        if named is not None and named.id == entry.id:
            return True
    return kilometres(gold, entry) <= WITHIN_KM


def kilometres(gold: Gold, entry: Entry) -> float:
    if entry.lat is None or entry.lon is None:
        return math.inf
    lat1, lon1, lat2, lon2 = map(math.radians, (gold.lat, gold.lon, entry.lat, entry.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12_742.0 * math.asin(min(1.0, math.sqrt(h)))


def baseline(_: str, toponyms: Sequence[Toponym]) -> list[Entry | None]:
    """No context: a country, else a province, else the largest town."""
    rank = {"country": 0, "admin1": 1}
    return [
        min(look_up(t.name), key=lambda e: (rank.get(e.kind, 2), -e.population, e.id), default=None)
        for t in toponyms
    ]


def accuracy(
    documents: list[tuple[str, list[Gold]]], resolver: Resolver = resolve_toponyms
) -> tuple[float, list[tuple[Gold, Entry | None]]]:
    """Percentage right, and the misses."""
    total, misses = 0, []
    for text, golds in documents:
        chosen = resolver(text, [Toponym(g.start, g.end, text[g.start : g.end]) for g in golds])
        for gold, entry in zip(golds, chosen, strict=True):
            total += 1
            if not is_right(gold, entry):
                misses.append((gold, entry))
    return 100 * (total - len(misses)) / max(1, total), misses


def reachable(documents: list[tuple[str, list[Gold]]]) -> float:
    """Percentage for which the gazetteer holds a right candidate: the ceiling."""
    hits = [
        any(is_right(gold, entry) for entry in look_up(gold.phrase))
        for _, golds in documents
        for gold in golds
    ]
    return 100 * sum(hits) / max(1, len(hits))
