"""``python -m training.agreement``: how far two annotations of the same events agree (``twice/``)."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from training.annotated import REVIEWED
from training.weblogs import EVENTS

TWICE = Path(__file__).with_name("twice")
Row = Mapping[str, str]


def _rows(path: Path, *key: str) -> dict[tuple[str, ...], Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return {tuple(row[name] for name in key): row for row in csv.DictReader(file, delimiter="\t")}


def kappa(pairs: Iterable[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two yes-or-no judgements."""
    told = list(pairs)
    yes = [sum(pair[side] for pair in told) / len(told) for side in (0, 1)]
    expected = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    return (sum(a == b for a, b in told) / len(told) - expected) / (1 - expected)


def share(values: Iterable[bool]) -> float:
    told = list(values)
    return sum(told) / len(told)


def main() -> int:
    first, second = (_rows(path, "article", "event") for path in (REVIEWED, TWICE / "reviewed.tsv"))
    judged = [(first[key]["keep"] == "1", row["keep"] == "1") for key, row in second.items()]
    kept = [key for key, row in second.items() if row["keep"] == first[key]["keep"] == "1"]
    same = share(first[key]["type"] == second[key]["type"] for key in kept)
    agreed = share(a == b for a, b in judged)
    print(f"reviewed: {len(judged)} judged twice, same decision {100 * agreed:.0f} %, ", end="")
    print(f"kappa {kappa(judged):.2f}; same type of {len(kept)} kept by both {100 * same:.0f} %")
    keys = ("document", "sentence", "trigger")
    second = _rows(TWICE / "weblogs.tsv", *keys)
    documents = {key[0] for key in second}
    first = {key: row for key, row in _rows(EVENTS, *keys).items() if key[0] in documents}
    both = sorted(first.keys() & second.keys())
    f1 = 2 * len(both) / (len(first) + len(second))
    actors = [(set(first[key]["actors"].split(",")), set(second[key]["actors"].split(","))) for key in both]
    shared = sum(len((a & b) - {""}) for a, b in actors)
    told = sum(len(a - {""}) + len(b - {""}) for a, b in actors)
    print(f"weblogs: {len(first)} and {len(second)} events, trigger F1 {100 * f1:.0f}, ", end="")
    print(
        f"same type {100 * share(first[key]['type'] == second[key]['type'] for key in both):.0f} %, ", end=""
    )
    print(f"actors F1 {200 * shared / told:.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
