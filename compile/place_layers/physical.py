"""Seas, lakes, rivers, mountains and natural regions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from place_layers.rows import Row

from whence.resolve.place_names import normalise

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
