"""Countries, continents and the regions that news names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from place_layers.rows import Row


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


def continents_and_regions(
    continents: dict[str, Any], regions: list[dict[str, str]], alpha3: dict[str, str]
) -> Iterator[Row]:
    for code, item in sorted(continents.items()):
        row = Row(
            f"continent:{code}", item["name"], "continent", None, float(item["lat"]), float(item["lng"]),
            geonames=int(item["geonameId"]),
        )  # fmt: skip
        row.add(item["name"], True)
        yield row
    for line in regions:
        row = Row(
            f"region:{line['slug']}", line["name"], line["kind"], alpha3.get(line["iso2"]),
            float(line["lat"]), float(line["lon"]),
        )  # fmt: skip
        for name in (line["name"], *filter(None, line["aliases"].split(";"))):
            row.add(name, True)
        yield row
