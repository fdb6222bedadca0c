"""``python -m evals.times``: interval accuracy on gold time spans.

GUM (train part; news and interviews are Wikinews, the domain whence is for) and the dates of whence's own
gold. Exit code 1 if a score is below its floor; without the data it says so and exits 0.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evals.gold import SPLITS
from evals.times.scorer import Outcome, gum, outcomes, own
from whence.clean import document_of
from whence.parse import Parser

FLOORS = {"gum news": 88.0, "gum interview": 92.0, "own train": 86.0}
"""Measured, rounded down; lowering one needs a reason."""


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.times", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared"))
    arguments.add_argument("--own", default="train", choices=SPLITS)
    arguments.add_argument("--misses", action="store_true", help="print what was missed")
    given = arguments.parse_args()
    if not (given.data / "data/times/gum_dates_train.jsonl").exists():
        print(f"Skipped: no time data in {given.data} (see --data).")
        return 0
    parser = Parser()
    sets: dict[str, list[Outcome]] = {}
    for genre, identifier, published, text, golds in gum(given.data / "data/times/gum_dates_train.jsonl"):
        if genre in ("news", "interview"):
            sets.setdefault(f"gum {genre}", []).extend(
                outcomes(identifier, parser.parse(document_of(text, published=published)), golds, named=True)
            )
    for identifier, published, text, golds in own(given.data / f"gold/{given.own}.jsonl"):
        sets.setdefault(f"own {given.own}", []).extend(
            outcomes(identifier, parser.parse(document_of(text, published=published)), golds, named=False)
        )
    below = 0
    print("set             spans  answered  right  accuracy  overlap")
    for name, results in sets.items():
        right = sum(r.right for r in results)
        answered = sum(r.value is not None for r in results)
        score = 100 * right / len(results)
        overlap = 100 * sum(r.overlaps for r in results) / len(results)
        failed = score < FLOORS.get(name, 0.0)
        below += failed
        print(
            f"{name:15} {len(results):5} {answered:9} {right:6} {score:9.1f} {overlap:8.1f}"
            + (f"  BELOW the floor {FLOORS[name]}" if failed else "")
        )
        for r in results if given.misses else ():
            if not r.right:
                told = r.value and f"{r.value.from_}..{r.value.to}"
                print(
                    "   ",
                    r.document,
                    r.published,
                    repr(r.gold.phrase),
                    f"{r.gold.first}..{r.gold.last}",
                    told,
                )
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
