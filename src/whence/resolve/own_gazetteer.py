"""A gazetteer of the user's: the packaged one with the places of a GeoNames dump added (``allCountries.txt``,
or the dump of a country), for those who need every village, camp, dam and airport.

A dump is a table of GeoNames (https://www.geonames.org/export/, CC BY 4.0): 19 columns, tab-separated, UTF-8.
It is read line by line; a line that is no such row is counted and left out. Countries and first-order
subdivisions are those of the package, so their codes in the dump are learnt from the towns that both have.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from whence.records import PlaceKind
from whence.resolve.gazetteer import packaged
from whence.resolve.place_names import forms, useful

VERSION: Final = "1"
"""Of what a built gazetteer holds; raise it when that changes."""
COLUMNS: Final = 19
CHUNK: Final = 20_000
_ROW = re.compile(r"\d{1,12} -?\d{1,2}(?:\.\d+)? -?\d{1,3}(?:\.\d+)? \d{1,12}", re.ASCII)
KINDS: Final[dict[str, PlaceKind]] = {
    **dict.fromkeys(("A.ADM2", "A.ADM3", "A.ADM4", "A.ADM5", "A.ADMD"), "admin2"),
    **dict.fromkeys(("T.MT", "T.MTS", "T.PK", "T.PKS", "T.HLL", "T.HLLS", "T.VLC", "T.PASS"), "mountain"),
    **dict.fromkeys(("T.ISL", "T.ISLS", "T.PEN", "T.DSRT", "T.VAL", "T.PLN", "T.PLAT", "T.CAPE"), "region"),
    **dict.fromkeys(("L.RGN", "L.RGNE", "L.RGNH", "L.AREA", "L.RESN", "L.PRK", "L.COLF", "L.OILF"), "region"),
    **dict.fromkeys(("H.STM", "H.STMS", "H.STMI", "H.CNL"), "river"),
    **dict.fromkeys(("H.LK", "H.LKS", "H.RSV", "H.BAY", "H.GULF", "H.SEA", "H.STRT", "H.LGN"), "sea"),
    **dict.fromkeys(("S.AIRP", "S.AIRB", "S.AIRF", "S.AIRH", "L.MILB", "S.INSM", "S.CMP", "S.CMPRF"), "site"),
    **dict.fromkeys(("S.DAM", "S.BDG", "S.CTRA", "S.PS", "S.PSN", "S.HSP", "S.UNIV", "S.MNQ"), "site"),
    **dict.fromkeys(("S.OILR", "S.OILT", "S.PRT", "H.HBR", "S.FT", "S.GATE", "S.BDLD", "S.MN"), "site"),
    **dict.fromkeys(("P.PPLX", "L.LCTY", "S.EST", "S.SCH", "S.MSQE", "S.CH", "S.MUS", "S.STDM"), "site"),
}
"""Feature class and code → kind. Other populated places (class P) are cities; anything else is left out."""
K = TypeVar("K", str, int)
Progress = Callable[[int], None]
"""Called with the number of lines read."""


class GazetteerError(ValueError):
    """A gazetteer or dump that cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class GazetteerFile:
    """``path`` of a gazetteer made by :func:`build`; ``digest`` tells what it was made of."""

    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Built:
    """What :func:`build` did with the lines of a dump."""

    added: int
    """Places that the package does not have."""
    left_out: int
    """Features of kinds that no report is about, and places that are there already."""
    wrong: int
    """Lines that are no rows of a dump."""


@dataclass(frozen=True, slots=True)
class _Feature:
    number: int
    names: dict[str, int]
    name: str
    kind: PlaceKind
    lat: float
    lon: float
    country: str
    admin1: str
    population: int


def load_gazetteer(path: Path) -> GazetteerFile:
    """Raises :class:`GazetteerError` if there is none, or it was not built by this version."""
    how = "Build one with: whence gazetteer build allCountries.txt --into places.sqlite"
    if not path.is_file():
        raise GazetteerError(f"{path}: no such file. {how}")
    try:
        table = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            made = dict(table.execute("SELECT key, value FROM made").fetchall())
        finally:
            table.close()
    except sqlite3.Error as error:
        raise GazetteerError(f"{path} is no gazetteer ({error}). {how}") from error
    if made.get("version") != VERSION or made.get("base") != _digest(Path(packaged())):
        raise GazetteerError(f"{path} was built by another version of whence. {how}")
    return GazetteerFile(str(path.resolve()), hashlib.sha256(repr(sorted(made.items())).encode()).hexdigest())


def build(dump: Path, into: Path, *, progress: Progress = lambda _: None) -> Built:
    """Write a gazetteer of the package's places and those of a GeoNames dump to ``into``.

    Raises :class:`GazetteerError` if the dump cannot be read or no line of it is a row; ``into`` is then as
    it was.
    """
    partial = into.with_name(f"{into.name}.partial")
    try:
        countries, admins = _codes(dump)
        shutil.copyfile(packaged(), partial)
        base = sqlite3.connect(partial, isolation_level=None)
        try:
            built = _add(base, dump, countries, admins, progress)
        finally:
            base.close()
        partial.replace(into)
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{dump} is not UTF-8. Unpack the .zip and give allCountries.txt.") from error
    except OSError as error:
        raise GazetteerError(f"{error.filename or into}: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)
    return built


def _add(
    base: sqlite3.Connection,
    dump: Path,
    countries: dict[str, str],
    admins: dict[tuple[str, str], int],
    progress: Progress,
) -> Built:
    base.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN;"
    )
    base.execute("CREATE TABLE made (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    known = {row[0] for row in base.execute("SELECT id FROM place")}
    rows = _rows(dump)
    added = lines = wrong = 0
    while chunk := list(islice(rows, CHUNK)):
        lines += len(chunk)
        wrong += chunk.count(None)
        fresh = {f.number: f for row in chunk if row and (f := _feature(row)) and f.number not in known}
        added += base.executemany(
            "INSERT OR IGNORE INTO place VALUES (?,NULL,?,?,?,?,?,?,?,0)",
            (
                (f.number, f.name, f.kind, countries.get(f.country), admins.get((f.country, f.admin1)),
                 round(f.lat * 10_000), round(f.lon * 10_000), f.population)
                for f in fresh.values()
            ),
        ).rowcount  # fmt: skip
        base.executemany(
            "INSERT OR IGNORE INTO name VALUES (?,?,?)",
            ((name, f.number, main) for f in fresh.values() for name, main in f.names.items()),
        )
        progress(lines)
    if lines == wrong:
        raise GazetteerError(f"{dump} is no GeoNames dump: no line has {COLUMNS} columns, tab-separated.")
    made = {"version": VERSION, "base": _digest(Path(packaged())), "dump": _digest(dump)}
    base.executemany("INSERT INTO made VALUES (?,?)", sorted(made.items()))
    base.execute("COMMIT")
    return Built(added, lines - wrong - added, wrong)


def _rows(dump: Path) -> Iterator[list[str] | None]:
    """Cells of every line; None for one that is no row."""
    with dump.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            yield cells if len(cells) == COLUMNS and _ROW.fullmatch(" ".join(_numbers(cells))) else None


def _numbers(cells: list[str]) -> tuple[str, ...]:
    """Id, latitude, longitude and population."""
    return cells[0], cells[4], cells[5], cells[14] or "0"


def _feature(cells: list[str]) -> _Feature | None:
    _, name, ascii_name, alternates, _, _, group, code, country = cells[:9]
    kind = KINDS.get(f"{group}.{code}", "city" if group == "P" else None)
    if kind is None:
        return None
    names = forms(ascii_name, main=True) | forms(name, main=True)
    for alternate in alternates.split(","):
        if useful(alternate):
            names = forms(alternate, main=False) | names
    if not names:
        return None
    number, lat, lon, population = _numbers(cells)
    return _Feature(
        int(number), names, name, kind, float(lat), float(lon), country, cells[10], int(population)
    )


def _codes(dump: Path) -> tuple[dict[str, str], dict[tuple[str, str], int]]:
    """ISO 3166-1 alpha-2 → alpha-3, and (alpha-2, GeoNames code of a first-order subdivision) → its id: what
    most towns say that the package has as well."""
    base = sqlite3.connect(f"{Path(packaged()).resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    query = "SELECT id, country, admin1 FROM place WHERE kind = 'city'"
    towns = {number: (country, admin1) for number, country, admin1 in base.execute(query)}
    base.close()
    countries: dict[str, Counter[str]] = {}
    admins: dict[tuple[str, str], Counter[int]] = {}
    for cells in _rows(dump):
        if cells is None or (town := towns.get(int(cells[0]))) is None:
            continue
        if town[0] is not None:
            countries.setdefault(cells[8], Counter())[town[0]] += 1
        if town[1] is not None:
            admins.setdefault((cells[8], cells[10]), Counter())[town[1]] += 1
    return (
        {code: _most(counts) for code, counts in countries.items()},
        {code: _most(counts) for code, counts in admins.items()},
    )


def _most(counts: Counter[K]) -> K:
    return max(sorted(counts), key=counts.__getitem__)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
