"""``python -m evals.confidence``: how well the confidence of the fields of an event is calibrated.

Each field has a logistic regression of its evidence on whether it was right (all but ``event``: of events
that gold has; of several actors, whether one was). The table is of five folds over the articles, each
predicted by weights fitted on the others; ``--write`` fits the package's table on all. Without the gold
articles it says so and exits 0.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evals.gold import FOLDER, articles, document
from whence.extract import extract
from whence.extract.confidence import FIELDS
from whence.parse import Parser
from whence.resolve import resolve

TABLE = Path("src/whence/data/events/confidence.tsv")
FOLDS = 5
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
RIDGE = 1.0
"""Penalty on squared weights: some parts are nearly always the same."""
Case = tuple[int, str, tuple[float, ...], bool]
"""Article, field, evidence, right or wrong."""
Rows = NDArray[np.float64]


def cases(gold: Path) -> Iterator[Case]:
    parser = Parser()
    for number, row in enumerate(articles(gold)):
        parsed = parser.parse(document(row))
        extraction = extract(parsed)
        resolution = resolve(parsed, extraction)
        left = list(row["events"])
        for event in extraction.events:
            span = event.trigger
            match = next((e for e in left if e["start"] < span.end and span.start < e["end"]), None)
            right: dict[str, bool] = {"event": match is not None}
            if match is not None:
                left.remove(match)
                right |= {"type": event.type == match["type"], "realis": event.realis == match["realis"]}
                for field, held, told in (
                    ("actor", event.actors, match["actors"]),
                    ("recipient", event.recipients, match["recipients"]),
                    ("place", () if event.place is None else (event.place,), [match["place"]]),
                ):
                    if held:
                        phrases = [extraction.phrases[index] for index in held]
                        right[field] = any(_shares(phrase, each) for phrase in phrases for each in told)
                date = resolution.times.get(event.time) if event.time is not None else None
                if date is not None:
                    told_date = match["date"] or {}
                    right["date"] = (date.from_, date.to) == (told_date.get("from"), told_date.get("to"))
            for field, was_right in right.items():
                if field in event.evidence:
                    yield number, field, event.evidence[field], was_right


def _shares(phrase: Any, told: Mapping[str, Any] | None) -> bool:
    if not told or told.get("start") is None:
        return False
    return bool(phrase.start < told["end"] and told["start"] < phrase.end)


def fitted(x: Rows, y: Rows) -> Rows:
    """Weights of a ridge logistic regression, the constant first and unpenalised (Newton's method)."""
    x = np.column_stack([np.ones(len(x)), x])
    weights = np.zeros(x.shape[1])
    penalty = np.diag([0.0, *[RIDGE] * (x.shape[1] - 1)])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + penalty, x.T @ (y - p) - penalty @ weights)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def said(weights: Rows, x: Rows) -> Rows:
    odds: Rows = weights[0] + x @ weights[1:]
    return 1 / (1 + np.exp(-odds))


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m evals.confidence", description=__doc__)
    options.add_argument("--gold", type=Path, default=FOLDER / "dev.jsonl", help="gold articles")
    options.add_argument("--write", action="store_true", help=f"write {TABLE}")
    given = options.parse_args()
    if not given.gold.exists():
        print(f"Skipped: there is no {given.gold} (see --gold).")
        return 0
    found = list(cases(given.gold))
    lines = []
    print(f"{'field':10}{'cases':>6}{'right':>7}{'Brier':>7}{'ECE':>6}   said → right (cases), by fold")
    for field, parts in FIELDS.items():
        article = np.array([a for a, f, _, _ in found if f == field])
        x = np.array([e for _, f, e, _ in found if f == field], dtype=np.float64)
        y = np.array([r for _, f, _, r in found if f == field], dtype=np.float64)
        p = np.zeros(len(y))
        for fold in range(FOLDS):
            held = article % FOLDS == fold
            p[held] = said(fitted(x[~held], y[~held]), x[held])
        bins = [(p >= low) & (p < high) for low, high in pairwise(BINS)]
        ece = sum(b.sum() * abs(p[b].mean() - y[b].mean()) for b in bins if b.any()) / len(y)
        shown = "  ".join(f"{p[b].mean():.2f}→{y[b].mean():.2f} ({b.sum()})" for b in bins if b.any())
        print(f"{field:10}{len(y):>6}{y.mean():>7.2f}{((p - y) ** 2).mean():>7.3f}{ece:>6.3f}   {shown}")
        weights = fitted(x, y)
        lines += [(field, part, f"{w:.3f}") for part, w in zip(("constant", *parts), weights, strict=True)]
    if given.write:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", lineterminator="\n")
            writer.writerows([("field", "part", "weight"), *lines])
    return 0


if __name__ == "__main__":
    sys.exit(main())
