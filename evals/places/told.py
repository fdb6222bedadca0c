"""``python -m evals.places.told``: toponyms found and resolved by the whole program, from raw text.

A gold toponym is right if a place mention that overlaps it most is within 161 km (100 miles) of it, or is the
same country or other large area; a toponym that no place mention overlaps is wrong. Peers on gold spans:
Mordecai 3 .83–.94. Of GeoWebNews the literal ones, as the corpus marks them. Exit code 1 if a score is below
its floor; without the corpora it says so and exits 0.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from evals.places.scorer import Gold, is_right, read
from whence import analyse
from whence.resolve.gazetteer import Entry, look_up

FLOORS = {"lgl": 68.0, "geowebnews": 75.0, "geovirus": 84.0}
"""Measured, rounded down; lowering one needs a reason."""
EVERY = {"lgl": 4, "geowebnews": 2, "geovirus": 2}
"""The documents read: every so-manyth, from the second (the half that was not tuned on)."""


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.places.told", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data/places"))
    arguments.add_argument("--misses", type=int, default=0, metavar="N", help="print N of the misses")
    given = arguments.parse_args()
    if not (given.data / "lgl.jsonl").exists():
        print(f"Skipped: no toponym corpora in {given.data} (see --data).")
        return 0
    below = 0
    print("corpus       toponyms  found  accuracy@161")
    with ProcessPoolExecutor(2) as pool:
        for corpus, floor in FLOORS.items():
            documents = read(given.data / f"{corpus}.jsonl", literal=corpus == "geowebnews")
            outcomes: Counter[str] = Counter()
            misses: list[str] = []
            for found in pool.map(_outcomes, documents[1 :: EVERY[corpus]]):
                outcomes.update(outcome for outcome, _ in found)
                misses.extend(f"{outcome} | {about}" for outcome, about in found if outcome != "right")
            total = outcomes.total()
            score = 100 * outcomes["right"] / total
            below += score < floor
            print(
                f"told {corpus:12} {total:8} {100 - 100 * outcomes['missed'] / total:6.1f} {score:13.1f}"
                + (f"  BELOW the floor {floor}" if score < floor else "")
            )
            for line in misses[: given.misses]:
                print("   ", line)
    return 1 if below else 0


def _outcomes(document: tuple[str, list[Gold]]) -> list[tuple[str, str]]:
    """(``right``, ``wrong``, ``unresolved`` or ``missed``; the toponym and what was told) per gold."""
    text, golds = document
    account = analyse(text).to_dict()
    places = {place["place_id"]: place for place in account["places"]}
    mentions = [m for m in account["mentions"] if m["kind"] == "place"]
    return [_outcome(gold, mentions, places, text) for gold in golds]


def _outcome(
    gold: Gold, mentions: list[dict[str, Any]], places: Mapping[str, dict[str, Any]], text: str
) -> tuple[str, str]:
    about = text[max(0, gold.start - 30) : gold.end + 20].replace("\n", " ")
    beside = [m for m in mentions if m["start"] < gold.end and m["end"] > gold.start]
    if not beside:
        return "missed", about
    best = max(
        beside,
        key=lambda m: (min(m["end"], gold.end) - max(m["start"], gold.start), m["start"] - m["end"]),
    )
    place = places.get(best["refers_to"])
    if place is None:
        return "unresolved", about
    right = any(is_right(gold, entry) for entry in _entries(place))
    return "right" if right else "wrong", f"{about} | {place['name']} {place['kind']} {place['country']}"


def _entries(place: Mapping[str, Any]) -> Iterator[Entry]:
    """The entries of the gazetteer that a place may have been made from."""
    for entry in look_up(place["name"]):
        if (entry.kind, entry.lat, entry.lon) == (place["kind"], place["lat"], place["lon"]):
            yield entry


if __name__ == "__main__":
    sys.exit(main())
