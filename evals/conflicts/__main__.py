"""``python -m evals.conflicts``: where two accounts differ, against what a reader finds in invented pairs of
reports.

``dev.yaml`` and ``check.yaml`` hold pairs of reports of one to four sentences with the conflicts between
them, or none; rules are set on dev alone. The two reports of a pair are read and linked as an account of
their own. A conflict counts as found if its kind and field are those expected, one to one; any other is
wrong. ``none`` counts the pairs without a conflict that are given none."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from whence.assess import assess
from whence.clean import clean
from whence.handover import Capture, CleanDocument
from whence.link import link
from whence.pipeline import coded, parser
from whence.records import Conflict
from whence.tables import DocumentRecords, Held

HERE = Path(__file__).parent
Label = tuple[str, str]
"""Kind and field of a conflict."""


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.conflicts", description=__doc__)
    arguments.add_argument("--half", choices=("dev", "check", "both"), default="both")
    arguments.add_argument("--errors", action="store_true", help="print the pairs that are not as expected")
    given = arguments.parse_args()
    for half in ("dev", "check") if given.half == "both" else (given.half,):
        pairs = yaml.safe_load((HERE / f"{half}.yaml").read_text(encoding="utf-8"))
        for line in scored(half, pairs, [conflicts(pair["reports"]) for pair in pairs], errors=given.errors):
            print(line)
    return 0


def conflicts(reports: Sequence[Mapping[str, Any]]) -> Sequence[Conflict]:
    """All conflicts of an account of these reports."""
    records = [read(f"{number}.txt", report) for number, report in enumerate(reports)]
    return assess(records, link(Held(records))).conflicts


def read(path: str, report: Mapping[str, Any]) -> DocumentRecords:
    """One report of a pair, through the stages of one document."""
    told = {key: str(value) for key, value in report.items() if key != "text"}
    fields = {key: told.get(key) for key in ("url", "outlet", "published", "captured")}
    capture = Capture(
        path=path, record=None, media_type="text/plain", data=str(report["text"]).encode(), **fields
    )
    cleaned = clean(capture)
    assert isinstance(cleaned, CleanDocument)
    return coded(parser().parse(cleaned))


def scored(
    half: str, pairs: Sequence[Mapping[str, Any]], found: Sequence[Sequence[Conflict]], *, errors: bool
) -> Iterator[str]:
    """Precision and recall in all, and of each kind and field; then the pairs that are not as expected."""
    gold: list[Counter[Label]] = [
        Counter((row["kind"], row["field"]) for row in pair["conflicts"]) for pair in pairs
    ]
    said: list[Counter[Label]] = [Counter((row.kind, row.field) for row in rows) for rows in found]
    right = sum((a & b for a, b in zip(gold, said, strict=True)), Counter[Label]())
    expected, told = sum(gold, Counter[Label]()), sum(said, Counter[Label]())
    yield f"conflicts {half:5} all {_rates(right.total(), told.total(), expected.total())}"
    quiet = [not b for a, b in zip(gold, said, strict=True) if not a]
    yield f"conflicts {half:5} none {sum(quiet)} of {len(quiet)} pairs"
    for label in sorted(expected | told):
        kind, field = label
        yield f"  {kind:13} {field:10} {_rates(right[label], told[label], expected[label])}"
    for pair, a, rows in zip(pairs, gold, found, strict=True):
        if errors and a != Counter((row.kind, row.field) for row in rows):
            yield f"  {pair['name']}: {pair['why']}"
            yield f"    expected {sorted(a.elements()) or 'none'}"
            for row in rows:
                yield f"    said {row.kind} {row.field}: {row.why}; {[(s.value, s.sign) for s in row.sides]}"
            if not rows:
                yield "    said none"


def _rates(right: int, told: int, expected: int) -> str:
    precision = f"{right / told:6.1%}" if told else "     –"
    recall = f"{right / expected:6.1%}" if expected else "     –"
    return f"P {precision} R {recall} ({right} right, {told} said, {expected} expected)"


if __name__ == "__main__":
    raise SystemExit(main())
