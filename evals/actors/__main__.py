"""Print how often a phrase's resolved name is the gold name, on one split of the own gold, and how often an
actor named alone has the country and sector that NGEC's tests expect.

python -m evals.actors [--split train] [--errors 40] [--documents 85]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable

from evals.actors.coded import FILE, coded, lines
from evals.actors.coded import FOLDER as FOLDER_OF_CODES
from evals.actors.score import Outcome, score_document
from evals.gold import FOLDER, SPLITS, articles


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--split", default="train", choices=SPLITS)
    arguments.add_argument("--documents", type=int, default=1000)
    arguments.add_argument("--errors", type=int, default=0)
    given = arguments.parse_args()
    path = FOLDER / f"{given.split}.jsonl"
    if not path.exists():
        print(f"{path} is not here: nothing to score", file=sys.stderr)
        return 0
    outcomes = [o for row in articles(path, first=given.documents) for o in score_document(row)]
    for line in report(outcomes):
        print(line)
    for outcome in [o for o in outcomes if not o.right][: given.errors]:
        read = f"read {outcome.name!r} ({outcome.why})"
        print(f"{outcome.document}: {outcome.slot} {outcome.text!r} gold {outcome.gold!r} {read}")
    path = FOLDER_OF_CODES / FILE
    if path.exists():
        for line in lines(coded(articles(path)), errors=given.errors):
            print(line)
    return 0


def report(outcomes: list[Outcome]) -> list[str]:
    """Shares by slot, by form of the gold span and by rule."""
    lines = []
    groups: tuple[tuple[str, Callable[[Outcome], str]], ...] = (
        ("slot", lambda o: o.slot),
        ("form", lambda o: o.form),
        ("rule", lambda o: o.why),
    )
    for title, group in groups:
        counts = Counter(group(o) for o in outcomes)
        right = Counter(group(o) for o in outcomes if o.right)
        for key, count in counts.most_common():
            lines.append(f"{title:5} {key:32} {right[key]:5}/{count:<5} {right[key] / count:6.1%}")
    total = len(outcomes)
    found = sum(o.name is not None for o in outcomes)
    right_total = sum(o.right for o in outcomes)
    share, resolved = right_total / max(total, 1), found / max(total, 1)
    lines.append(f"all {right_total}/{total} {share:.1%}; a phrase was resolved for {resolved:.1%}")
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
