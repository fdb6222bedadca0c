"""Counties of the United States."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from place_layers.rows import Row


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
