"""Towns with the names that English text gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from place_layers.languages import NON_LATIN, main_languages
from place_layers.rows import Row, distance

from whence.resolve.place_names import is_latin, normalise, useful

LARGE = 50_000
"""Elsewhere alternate names (mostly exonyms in other languages) are kept for towns from this population."""
TRANSLITERATION = frozenset("āīūēōĀĪŪĒŌḩḨţŢşŞḑḐz̧ḥḤṭṬṣṢḍḌẓẒ‘’")
"""Signs of a scholarly romanisation, which no newspaper prints."""


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
