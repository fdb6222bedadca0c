"""``python -m evals.account``: the whole analysis against gold articles, from text to chains of sources.

Prints every measure beside the agreement of two annotators, a baseline that understands nothing and its
floor; ``--check`` exits 1 if a measure of the whole dev split is below its floor. Without the gold folder it
says so and exits 0.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import whence
from evals.account import analysis, gold
from evals.account.baseline import plain, verbs
from evals.account.counts import Tally, added
from evals.account.errors import KINDS, errors, frequent
from evals.account.report import as_json, floors, table_rows, text, types
from evals.account.score import score
from evals.gold import FOLDER, articles


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.account", description=__doc__)
    arguments.add_argument("--split", choices=("dev", "train"), default="dev")
    arguments.add_argument("--data", type=Path, default=FOLDER, help="folder of gold articles")
    arguments.add_argument("--sample", type=int, metavar="N", help="score N articles, spread over the split")
    arguments.add_argument("--json", action="store_true", help="print measures and counts as JSON")
    arguments.add_argument("--types", action="store_true", help="add a table by event type")
    arguments.add_argument("--check", action="store_true", help="exit 1 if a measure is below its floor")
    arguments.add_argument(
        "--errors", type=int, default=0, metavar="N", help="print the N most frequent errors of each kind"
    )
    arguments.add_argument("--listing", choices=KINDS, help="print every error of one kind")
    given = arguments.parse_args()
    path = given.data / f"{given.split}.jsonl"
    if not path.exists():
        print(f"Skipped: no gold articles at {path} (see --data).")
        return 0
    if given.check and (given.split != "dev" or given.sample is not None):
        arguments.error("floors hold for the whole dev split; leave out --split and --sample")
    tallies: list[Tally] = []
    baselines: dict[str, list[Tally]] = {"plain": [], "verbs": []}
    found: list[tuple[str, str, str]] = []
    for row in articles(path, sample=given.sample):
        told = whence.analyse(
            row["text"], published=row["published"], outlet=row["outlet"], title=row["title"]
        ).to_dict()
        ours, theirs = gold.telling(row), analysis.telling(told)
        tallies.append(score(ours, theirs))
        baselines["plain"].append(score(ours, plain(theirs)))
        baselines["verbs"].append(score(ours, verbs(theirs, told["tokens"])))
        if given.errors or given.listing:
            found += errors(ours, theirs, told["tokens"], row["id"])
    tally = added([*tallies])
    limits = floors() if given.split == "dev" and given.sample is None else {}
    rows = table_rows(tally, {name: added([*each]) for name, each in baselines.items()}, limits)
    if given.json:
        json.dump(as_json(rows, tally), sys.stdout, indent=1)
        print()
    else:
        print(f"{given.split}: {len(tallies)} articles")
        print(text(rows, tally) + (types(tally) if given.types else ""), end="")
    for kind in KINDS if given.errors else ():
        print(frequent(found, kind, given.errors), end="")
    for kind, what, where in found if given.listing else ():
        if kind == given.listing:
            print(f"{what}\t{where}")
    return 1 if given.check and any(row.below for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
