"""The compiled table of known actors: names, dated roles, office-holders (``data/actors/actors.sqlite``).

Opened read-only once per process; every look-up is cached, so a name costs one query however often it comes.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from whence.records import ActorKind
from whence.resolve.names import name_key

MAPPED = 1 << 28
"""Bytes of the table read through memory, which spares a system call per page; it is far smaller."""
LOOKUPS = 1 << 15
"""Entries kept per look-up; a corpus of some thousand reports names about that many actors."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One spell in one role. Bounds have the precision of the source (year, month or day)."""

    title: str
    organization: str | None
    country: str | None
    from_: str | None
    to: str | None

    def holds_on(self, date: str) -> bool:
        """Whether ``date`` may lie in the spell: a day, month or year is compared with a bound by what both
        have, so every spell that touches the month counts for a date known to the month."""
        return (self.from_ is None or self.from_[: len(date)] <= date[: len(self.from_)]) and (
            self.to is None or self.to[: len(date)] >= date[: len(self.to)]
        )


@dataclass(frozen=True, slots=True)
class Entity:
    """A known actor. ``key`` is its identity in every document: a QID, or the row of another source."""

    number: int
    key: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    wikidata: str | None
    curated: bool


@cache
def _table() -> sqlite3.Connection:
    path = resources.files("whence") / "data" / "actors" / "actors.sqlite"
    # Read-only and immutable: SQLite then takes no lock, so the package may lie on a read-only disk.
    address = Path(str(path)).resolve().as_uri()
    table = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    table.execute(f"PRAGMA mmap_size = {MAPPED}")
    return table


@lru_cache(LOOKUPS)
def entities_named(name: str) -> tuple[tuple[Entity, int], ...]:
    """Entities with this name or alias and the rank of the name: 0 own, 1 alias, 2 derived; best first."""
    found = _table().execute(
        "SELECT e.id, e.key, e.name, e.kind, e.country, e.sectors, e.wikidata, e.curated, n.rank "
        "FROM name n JOIN entity e ON e.id = n.entity WHERE n.norm = ? ORDER BY n.rank, e.curated DESC, e.id",
        (name_key(name),),
    )
    return tuple((_entity(row[:8]), row[8]) for row in found)


@lru_cache(LOOKUPS)
def tenures(number: int) -> tuple[Tenure, ...]:
    """Roles of an entity, oldest first."""
    found = _table().execute(
        "SELECT t.title, r.organization, r.country, r.from_, r.to_ "
        "FROM role r JOIN title t ON t.id = r.title WHERE r.entity = ? ORDER BY r.number",
        (number,),
    )
    return tuple(Tenure(*row) for row in found)


@lru_cache(LOOKUPS)
def office_holders(position: str, country: str, date: str) -> tuple[Entity, ...]:
    """Who held an office (key of ``positions.tsv``) of a country on a day; the latest to enter it first."""
    found = _table().execute(
        "SELECT e.id, e.key, e.name, e.kind, e.country, e.sectors, e.wikidata, e.curated, h.from_, h.to_ "
        "FROM holder h JOIN entity e ON e.id = h.entity WHERE h.position = ? AND h.country = ? "
        "ORDER BY h.from_ DESC, e.id",
        (position, country),
    )
    holding = [
        _entity(row[:8]) for row in found if Tenure("", None, None, row[8] or None, row[9]).holds_on(date)
    ]
    return tuple(dict.fromkeys(holding))


@lru_cache(LOOKUPS)
def seat_holders(organization: str, noun: str, date: str) -> tuple[Entity, ...]:
    """Who was, by the noun of their title ("governor", "commander"), at a body or a place that is no country
    on a day; the latest to begin first."""
    found = _table().execute(
        "SELECT e.id, e.key, e.name, e.kind, e.country, e.sectors, e.wikidata, e.curated, s.from_, s.to_ "
        "FROM seat s JOIN entity e ON e.id = s.entity WHERE s.organization = ? AND s.noun = ? "
        "ORDER BY s.from_ DESC, e.id",
        (name_key(organization), noun),
    )
    holding = [
        _entity(row[:8]) for row in found if Tenure("", None, None, row[8] or None, row[9]).holds_on(date)
    ]
    return tuple(dict.fromkeys(holding))


@lru_cache(LOOKUPS)
def offices_of(surname: str, date: str | None) -> tuple[tuple[Entity, str, str], ...]:
    """(entity, position, country) of everyone with this surname who held a listed office on a day; without a
    day, ever."""
    found = _table().execute(
        "SELECT e.id, e.key, e.name, e.kind, e.country, e.sectors, e.wikidata, e.curated, "
        "h.from_, h.to_, h.position, h.country FROM surname s JOIN entity e ON e.id = s.entity "
        "JOIN holder h ON h.entity = e.id WHERE s.surname = ? ORDER BY e.id, h.position, h.from_",
        (surname,),
    )
    return tuple(
        (_entity(row[:8]), row[10], row[11])
        for row in found
        if date is None or Tenure("", None, None, row[8] or None, row[9]).holds_on(date)
    )


def noun_sectors(noun: str) -> tuple[str, ...]:
    """PLOVER sectors of a common noun or noun phrase ("police officer"); empty if it is not listed."""
    return _agents().get(name_key(noun), ())


@cache
def _agents() -> dict[str, tuple[str, ...]]:
    rows = _table().execute("SELECT noun, sectors FROM agent")
    return {noun: tuple(sectors.split(";")) for noun, sectors in rows}


def _entity(row: tuple[int, str, str, ActorKind, str | None, str, str | None, int]) -> Entity:
    number, key, name, kind, country, sectors, wikidata, curated = row
    return Entity(
        number, key, name, kind, country, tuple(filter(None, sectors.split(";"))), wikidata, bool(curated)
    )
