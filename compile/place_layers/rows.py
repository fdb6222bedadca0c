"""A place of the gazetteer while it is put together, and what all layers need to read one."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass, field
from pathlib import Path

from whence.resolve.place_names import forms


@dataclass
class Row:
    key: str
    name: str
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None = None
    admin1: str | None = None
    population: int = 0
    capital: bool = False
    names: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, main: bool) -> None:
        for form, own in forms(name, main=main).items():
            self.names[form] = max(self.names.get(form, 0), own)


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres on the sphere."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def read_tsv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))
