"""A person or body of the table while it is put together."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Entity:
    key: str
    name: str
    kind: str
    country: str | None
    sectors: list[str] = field(default_factory=list)
    wikidata: str | None = None
    curated: bool = False
    aliases: dict[str, int] = field(default_factory=dict)
    """Alias → rank: 0 the name itself, 1 curated or Wikidata, 2 a machine-recased or derived spelling."""
    roles: list[tuple[str, str | None, str | None, str | None, str | None]] = field(default_factory=list)
    """(title, organization, country, from, to)."""


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
