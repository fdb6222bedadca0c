"""The compiled table of known actors: names, dated roles, office-holders (``data/actors/actors.sqlite``).

Opened read-only once per process; every look-up is cached, so a name costs one query however often it comes.
What a user adds (:mod:`whence.resolve.own_actors`) goes before it while :func:`adding` is in force.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Holding:
    """A role in an addition. ``where`` is a country, or the key of a body or place; ``what`` a key of
    ``positions.tsv``, or the noun of a title."""

    where: str
    what: str
    surname: str
    entity: Entity
    role: Tenure


@dataclass(frozen=True, slots=True)
class Addition:
    """Rows that go before the table's, as dictionaries of what the table would answer."""

    names: dict[str, list[tuple[Entity, int]]] = field(default_factory=dict)
    tenures: dict[int, tuple[Tenure, ...]] = field(default_factory=dict)
    """By the number of the entity, below 0."""
    offices: list[Holding] = field(default_factory=list)
    seats: list[Holding] = field(default_factory=list)


_NOTHING = Addition()
_added: ContextVar[Addition] = ContextVar("added", default=_NOTHING)


@contextmanager
def adding(addition: Addition | None) -> Iterator[None]:
    """Look up in the rows of a user first."""
    token = _added.set(addition or _NOTHING)
    try:
        yield
    finally:
        _added.reset(token)


@cache
def _table() -> sqlite3.Connection:
    path = resources.files("whence") / "data" / "actors" / "actors.sqlite"
    # Read-only and immutable: SQLite then takes no lock, so the package may lie on a read-only disk.
    address = Path(str(path)).resolve().as_uri()
    table = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    table.execute(f"PRAGMA mmap_size = {MAPPED}")
    return table


def entities_named(name: str) -> tuple[tuple[Entity, int], ...]:
    """Entities with this name or alias and the rank of the name: 0 own, 1 alias, 2 derived; best first."""
    own = _added.get().names.get(name_key(name), ()) if _added.get().names else ()
    keys = {entity.key for entity, _ in own}
    table = _entities_named(name)
    return (*own, *(pair for pair in table if pair[0].key not in keys)) if own else table


@lru_cache(LOOKUPS)
def _entities_named(name: str) -> tuple[tuple[Entity, int], ...]:
    found = _table().execute(
        "SELECT e.id, e.key, e.name, e.kind, e.country, e.sectors, e.wikidata, e.curated, n.rank "
        "FROM name n JOIN entity e ON e.id = n.entity WHERE n.norm = ? ORDER BY n.rank, e.curated DESC, e.id",
        (name_key(name),),
    )
    return tuple((_entity(row[:8]), row[8]) for row in found)


def tenures(number: int) -> tuple[Tenure, ...]:
    """Roles of an entity, oldest first."""
    return _added.get().tenures.get(number, ()) if number < 0 else _tenures(number)


@lru_cache(LOOKUPS)
def _tenures(number: int) -> tuple[Tenure, ...]:
    found = _table().execute(
        "SELECT t.title, r.organization, r.country, r.from_, r.to_ "
        "FROM role r JOIN title t ON t.id = r.title WHERE r.entity = ? ORDER BY r.number",
        (number,),
    )
    return tuple(Tenure(*row) for row in found)


def office_holders(position: str, country: str, date: str) -> tuple[Entity, ...]:
    """Who held an office (key of ``positions.tsv``) of a country on a day; the latest to enter it first."""
    own = _holding(_added.get().offices, country, position, date)
    return own or _office_holders(position, country, date)


def _holding(rows: list[Holding], where: str, what: str, date: str) -> tuple[Entity, ...]:
    """Whom an addition has in a role on a day; where it has somebody, the table is not asked."""
    found = [r.entity for r in rows if (r.where, r.what) == (where, what) and r.role.holds_on(date)]
    return tuple(dict.fromkeys(found))


@lru_cache(LOOKUPS)
def _office_holders(position: str, country: str, date: str) -> tuple[Entity, ...]:
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


def seat_holders(organization: str, noun: str, date: str) -> tuple[Entity, ...]:
    """Who was, by the noun of their title ("governor", "commander"), at a body or a place that is no country
    on a day; the latest to begin first."""
    own = _holding(_added.get().seats, name_key(organization), noun, date)
    return own or _seat_holders(organization, noun, date)


@lru_cache(LOOKUPS)
def _seat_holders(organization: str, noun: str, date: str) -> tuple[Entity, ...]:
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


def offices_of(surname: str, date: str | None) -> tuple[tuple[Entity, str, str], ...]:
    """(entity, position, country) of everyone with this surname who held a listed office on a day; without a
    day, ever."""
    rows = [r for r in _added.get().offices if r.surname == surname]
    own = tuple((r.entity, r.what, r.where) for r in rows if date is None or r.role.holds_on(date))
    keys = {entity.key for entity, _, _ in own}
    table = _offices_of(surname, date)
    return (*own, *(row for row in table if row[0].key not in keys)) if own else table


@lru_cache(LOOKUPS)
def _offices_of(surname: str, date: str | None) -> tuple[tuple[Entity, str, str], ...]:
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
