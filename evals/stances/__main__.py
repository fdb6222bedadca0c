"""``python -m evals.stances``: what the text is committed to about any predicate, against MEANTIME (Minard et
al. 2016; is it certain, negative, still to come) and UDS-IH2 (Rudinger et al. 2018; has it happened, -3 to
3, as readers rate it).

The predicates are given; what is scored is the stance of the innermost holder and the realis that the stages
of the product read from the sentence, events of the product or not. Of UDS a reading (sign, certainty,
realis) stands for the mean of the ratings it has in train; Pearson's r is that of dev. Floors below; the best
published r on UDS-IH2 is .90 with BERT (Jiang and de Marneffe 2021), .83 before it (Rudinger et al.)."""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from evals.stances.predicates import Predicate, predicates
from whence.clean import document_of
from whence.parse import Parser

CLASSES = ("non-certain", "negative", "future")
TRAIN = 1500
"""Sentences of UDS train that the means are taken from: more move them by less than .05."""


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.stances", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data/attribution"))
    arguments.add_argument("--errors", type=int, default=0, help="print so many errors of each class")
    given = arguments.parse_args()
    if not (given.data / "meantime_dev.jsonl").exists():
        print(f"Skipped: no MEANTIME in {given.data} (see --data).")
        return 0
    parser = Parser()
    for line in meantime(parser, given.data / "meantime_dev.jsonl", errors=given.errors):
        print(line)
    train = list(ratings(parser, given.data / "uds_ih2_train.jsonl", first=TRAIN))
    dev = list(ratings(parser, given.data / "uds_ih2_dev.jsonl"))
    print(f"uds-ih2 ratings {len(dev)}: Pearson r {pearson(train, dev):.3f}")
    means = by_reading(train)
    for reading, mean in sorted(means.items(), key=lambda item: -item[1]):
        print(f"  {' '.join(map(str, reading)):36} {mean:5.2f}")
    return 0


def meantime(parser: Parser, path: Path, *, errors: int) -> Iterator[str]:
    """Precision, recall and F1 of each class over the annotated events, found or not."""
    right, said, true = Counter[str](), Counter[str](), Counter[str]()
    shown: Counter[tuple[str, str]] = Counter()
    for row in _rows(path):
        parsed = parser.parse(document_of(row["text"]))
        spans = [(e["spans"][0][0], e["spans"][-1][1]) for e in row["events"]]
        for event, read in zip(row["events"], predicates(parsed, spans), strict=True):
            gold, ours = _gold(event), _ours(read)
            for name in CLASSES:
                said[name] += name in ours
                true[name] += name in gold
                right[name] += name in gold & ours
                kind = "missed" if name in gold - ours else "wrong" if name in ours - gold else ""
                if kind and shown[name, kind] < errors:
                    shown[name, kind] += 1
                    at = event["spans"][0][0]
                    yield f"{name} {kind}: {event['text']!r} in {row['text'][max(0, at - 80) : at + 60]!r}"
    for name in CLASSES:
        precision, recall = right[name] / max(said[name], 1), right[name] / max(true[name], 1)
        f1 = 2 * right[name] / max(said[name] + true[name], 1)
        yield f"meantime {name:12} {true[name]:4} P {precision:6.1%} R {recall:6.1%} F1 {f1:6.1%}"


def _gold(event: Mapping[str, Any]) -> set[str]:
    told = {"negative"} if event["polarity"] == "NEG" else set()
    if event["certainty"] != "CERTAIN":
        told.add("non-certain")
    return told | ({"future"} if event["time"] == "FUTURE" else set())


def _ours(read: Predicate) -> set[str]:
    told = {"negative"} if read.sign == "-" else set()
    if read.sign == "?" or read.certainty != "certain":
        told.add("non-certain")
    return told | ({"future"} if read.realis in ("future", "conditional") else set())


Rating = tuple[tuple[str, str, str], float]
"""A reading, and what readers said on a scale from -3 (certainly not) to 3 (certainly happened)."""


def ratings(parser: Parser, path: Path, *, first: int | None = None) -> Iterator[Rating]:
    for number, row in enumerate(_rows(path)):
        if first is not None and number >= first:
            return
        parsed = parser.parse(document_of(row["text"]))
        spans = [tuple(event["span"]) for event in row["events"]]
        for event, read in zip(row["events"], predicates(parsed, spans), strict=True):
            yield (read.sign, read.certainty, read.realis), float(event["value"])


def by_reading(train: list[Rating]) -> dict[tuple[str, str, str], float]:
    values: defaultdict[tuple[str, str, str], list[float]] = defaultdict(list)
    for reading, value in train:
        values[reading].append(value)
    return {reading: sum(found) / len(found) for reading, found in values.items()}


def pearson(train: list[Rating], dev: list[Rating]) -> float:
    means = by_reading(train)
    usual = sum(value for _, value in train) / len(train)
    pairs = [(means.get(reading, usual), value) for reading, value in dev]
    x, y = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    covariance = sum((a - x) * (b - y) for a, b in pairs)
    spread = math.sqrt(sum((a - x) ** 2 for a, _ in pairs) * sum((b - y) ** 2 for _, b in pairs))
    return covariance / spread if spread else 0.0


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    raise SystemExit(main())
