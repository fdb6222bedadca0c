"""Precision and recall of the event lexicon: ``python -m evals.lexicon [--gold FILE] [--rows] [--missed]``.

Triggers match by overlap, one to one. The realis that :func:`recode` needs is gold's, so this measures the
lexicon alone.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

from evals.gold import FOLDER, articles
from evals.lexicon.triggers import Pair, pairs, parse


def ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def scores(right: int, coded: int, gold: int) -> str:
    return f"P {ratio(right, coded)} R {ratio(right, gold)} F1 {ratio(2 * right, coded + gold)}"


def summary(found: list[Pair], words: int) -> str:
    gold = sum(pair.gold is not None for pair in found)
    coded = sum(pair.coding is not None for pair in found)
    both = [pair for pair in found if pair.gold and pair.coding]
    typed = [pair for pair in both if pair.gold and pair.coding and pair.gold["type"] == pair.coding.type]
    moded = [pair for pair in typed if pair.gold and pair.coding and pair.gold["mode"] == pair.coding.mode]
    lines = [
        f"gold {gold}, coded {coded}; per 1,000 words {1000 * gold / words:.0f}, {1000 * coded / words:.0f}",
        f"trigger {scores(len(both), coded, gold)}",
        f"typed   {scores(len(typed), coded, gold)}",
        f"type where the trigger is found {ratio(len(typed), len(both))}, mode where the type is right "
        f"{ratio(len(moded), len(typed))}",
    ]
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for pair in found:
        if pair.gold:
            table[pair.gold["type"]][0] += 1
        if pair.coding:
            table[pair.coding.type][1] += 1
        if pair.gold and pair.coding and pair.gold["type"] == pair.coding.type:
            table[pair.coding.type][2] += 1
    for name, (a, b, c) in sorted(table.items()):
        lines.append(f"  {name:10} gold {a:4} coded {b:4} P {ratio(c, b)} R {ratio(c, a)}")
    return "\n".join(lines)


def erring_rows(found: list[Pair]) -> str:
    """Rows and predicates that coded wrongly at least twice, worst first."""
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for pair in found:
        if pair.coding:
            right = pair.gold is not None and pair.gold["type"] == pair.coding.type
            instead = f"{pair.gold['type']}:{pair.gold['other'] or ''}" if pair.gold else "no event"
            table[pair.coding.why["type"], pair.lemma or ""]["right" if right else instead] += 1
    worst = sorted(table.items(), key=lambda item: item[1]["right"] - item[1].total())
    return "\n".join(
        f"{row} {lemma}: {dict(counts.most_common())}"
        for (row, lemma), counts in worst
        if counts.total() - counts["right"] >= 2
    )


def missed(found: list[Pair]) -> str:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in found:
        if pair.gold and not pair.coding:
            table[pair.gold["type"]][pair.gold["trigger"].lower()] += 1
    return "\n".join(
        f"{name} {counts.total()}: " + "; ".join(f"{trigger} {n}" for trigger, n in counts.most_common(80))
        for name, counts in table.items()
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=FOLDER / "train.jsonl")
    parser.add_argument("--rows", action="store_true", help="list the rows that err")
    parser.add_argument("--missed", action="store_true", help="list the triggers that no row finds")
    arguments = parser.parse_args()
    if not arguments.gold.exists():
        print(f"skipped: {arguments.gold} is not there")
        return 0
    rows = articles(arguments.gold)
    found = [pair for row, parsed in zip(rows, parse(rows), strict=True) for pair in pairs(row, parsed)]
    print(summary(found, sum(len(row["text"].split()) for row in rows)))
    if arguments.rows:
        print(erring_rows(found))
    if arguments.missed:
        print(missed(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
