"""``python -m compile.world countries-110m.json``: the outline of the world's countries as an SVG picture.

Input is the TopoJSON of Natural Earth's countries (public domain) as the package ``world-atlas`` has it;
output ``src/whence/show/web/static/world.svg``, one unit a degree, in equirectangular projection.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

OUT = Path("src/whence/show/web/static/world.svg")
DIGITS = 1
"""Of a degree: a tenth is 11 km, less than a pixel of the whole map."""


def main() -> int:
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [list(_points(arc, world["transform"])) for arc in world["arcs"]]
    paths = [
        "".join(_ring(ring, arcs) for polygon in _polygons(geometry) for ring in polygon)
        for geometry in world["objects"]["countries"]["geometries"]
    ]
    OUT.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180">'
        '<path fill="#9aa5ab" fill-opacity=".28" stroke="#8a949a" stroke-opacity=".6" stroke-width=".25" '
        f'd="{"".join(paths)}"/></svg>\n',
        encoding="utf-8",
    )
    return 0


def _points(arc: Sequence[Sequence[int]], transform: Any) -> Iterator[tuple[float, float]]:
    """Coordinates of an arc: quantised differences (TopoJSON 1.0, 2.1.3)."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield (
            x * transform["scale"][0] + transform["translate"][0],
            y * transform["scale"][1] + transform["translate"][1],
        )


def _polygons(geometry: Any) -> Iterator[Any]:
    if geometry["type"] == "Polygon":
        yield geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["arcs"]


def _ring(ring: Sequence[int], arcs: Sequence[Sequence[tuple[float, float]]]) -> str:
    """The ring as SVG path data; one that crosses the map's edge is drawn on either side of it."""
    points = [p for number in ring for p in (arcs[number] if number >= 0 else arcs[~number][::-1])]
    placed: list[tuple[float, float]] = []
    turns = 0
    for lon, lat in points:
        x = lon + 180 + 360 * turns
        if placed and abs(x - placed[-1][0]) > 180:  # from one edge to the other
            step = 1 if x < placed[-1][0] else -1
            turns, x = turns + step, x + 360 * step
        placed.append((x, 90 - lat))
    if turns:  # around the pole: closed along the lower edge
        placed += [(placed[-1][0], 180.0), (placed[0][0], 180.0)]
    shifts = {0.0} | {-360.0 for x, _ in placed if x > 360} | {360.0 for x, _ in placed if x < 0}
    return "".join(_drawn([(x + shift, y) for x, y in placed]) for shift in sorted(shifts))


def _drawn(points: Sequence[tuple[float, float]]) -> str:
    placed = [(round(x, DIGITS), round(y, DIGITS)) for x, y in points]
    kept = [p for at, p in enumerate(placed) if at == 0 or p != placed[at - 1]]
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + "Z"


if __name__ == "__main__":
    raise SystemExit(main())
