"""First- and second-level subdivisions (ISO 3166-2), and the GeoNames codes that stand for them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from place_layers.languages import NON_LATIN
from place_layers.rows import Row, distance

from whence.resolve.place_names import is_latin, normalise

_LOCAL = re.compile(r"\s*([^,(]+?)\s*\((\w+)\)")
_TYPE_WORD = re.compile(
    r"\s+(sheng|shi|zizhiqu|oblast'?|kraj|kray|province|region|governorate|district|county|state|republic|"
    r"prefecture|department|voivodeship|city)$",
    re.IGNORECASE,
)


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
