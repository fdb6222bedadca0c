"""Look-up in the compiled gazetteer (``data/gazetteer``, see its SOURCE.md), or in one of the user's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import cast

from whence.records import PlaceKind
from whence.resolve.place_names import normalise, without_article

_FIRST_OWN_ID = 100_000_000
"""Smaller ids are GeoNames ids (see compile/gazetteer.py)."""
_DEGREE = 10_000
NAMESAKES = 400
"""Places of one name that are weighed, the most populous: a full GeoNames dump has thousands of some."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. ``admin1`` is the id of the subdivision that holds it; ``main`` says that it
    was found by its own name, not by an alternate one."""

    id: int
    key: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: int | None
    lat: float | None
    lon: float | None
    population: int
    capital: bool
    main: bool = True

    @property
    def geonames(self) -> int | None:
        return self.id if self.id < _FIRST_OWN_ID else None


_COLUMNS = "p.id, p.key, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.population, p.capital"


def packaged() -> str:
    """Path of the gazetteer in the package."""
    return str(files("whence").joinpath("data/gazetteer/gazetteer.sqlite"))


_path: ContextVar[str | None] = ContextVar("path", default=None)


@contextmanager
def using(path: str | None) -> Iterator[None]:
    """Look up in a gazetteer of the user's (:mod:`whence.resolve.own_gazetteer`) instead; None changes
    nothing."""
    token = _path.set(path)
    try:
        yield
    finally:
        _path.reset(token)


@cache
def _connection(path: str | None) -> sqlite3.Connection:
    address = Path(path or packaged()).resolve().as_uri()
    table = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    # Read through memory: a system call per page is most of the cost of a look-up.
    table.execute(f"PRAGMA mmap_size = {1 << 31}")
    return table


def _entry(row: tuple[object, ...], main: bool) -> Entry:
    number, key, name, kind, country, admin1, lat, lon, population, capital = row
    return Entry(
        cast(int, number),
        cast(str, key) if key is not None else f"geonames:{number}",
        cast(str, name),
        cast(PlaceKind, kind),
        cast("str | None", country),
        cast("int | None", admin1),
        None if lat is None else cast(int, lat) / _DEGREE,
        None if lon is None else cast(int, lon) / _DEGREE,
        cast(int, population),
        bool(capital),
        main,
    )


def look_up(name: str) -> tuple[Entry, ...]:
    """All places of that name, most populous first; a name with the Arabic article is also tried without it
    and one without it with it, if the exact form is unknown."""
    return _look_up(_path.get(), name)


@lru_cache(maxsize=20_000)
def _look_up(path: str | None, name: str) -> tuple[Entry, ...]:
    form = normalise(name)
    if not form:
        return ()
    for variant in dict.fromkeys((form, without_article(form), f"al {form}")):
        rows = (
            _connection(path)
            .execute(
                f"SELECT {_COLUMNS}, n.main FROM name n JOIN place p ON p.id = n.place WHERE n.name = ?"
                " ORDER BY p.population DESC, p.id",
                (variant,),
            )
            .fetchmany(NAMESAKES)
        )
        if rows:
            return tuple(_entry(row[:-1], bool(row[-1])) for row in rows)
    return ()


def by_id(number: int) -> Entry | None:
    """The place with this id."""
    return _by_id(_path.get(), number)


@lru_cache(maxsize=5_000)
def _by_id(path: str | None, number: int) -> Entry | None:
    row = _connection(path).execute(f"SELECT {_COLUMNS} FROM place p WHERE p.id = ?", (number,)).fetchone()
    return None if row is None else _entry(row, True)


@cache
def capital_of(country: str) -> Entry | None:
    """The capital of a country (ISO 3166-1 alpha-3)."""
    row = (
        _connection(None)
        .execute(f"SELECT {_COLUMNS} FROM place p WHERE p.country = ? AND p.capital = 1", (country,))
        .fetchone()
    )
    return None if row is None else _entry(row, True)


def without_place(name: str) -> list[str]:
    """What follows the place that a body's name begins with: "san diego chargers" → "chargers"."""
    words = name.split()
    return [" ".join(words[size:]) for size in range(1, len(words)) if look_up(" ".join(words[:size]))]
