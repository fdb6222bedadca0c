"""Score attribution: ``python -m evals.attribution [--split dev] [--polnear] [--errors chain]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.attribution import gold, polnear
from evals.gold import FOLDER, SPLITS, articles, document
from whence.attribute import attribute
from whence.clean import document_of
from whence.extract import extract
from whence.handover import CleanDocument
from whence.parse import Parser
from whence.resolve import resolve

POLNEAR = Path("../shared/data/attribution/polnear_dev.jsonl")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--split", default="train", choices=SPLITS)
    options.add_argument("--gold", type=Path, default=FOLDER, help="folder of the gold articles")
    options.add_argument("--polnear", type=Path, default=POLNEAR, help="PolNeAR articles")
    options.add_argument("--only", choices=("gold", "polnear"), help="score one of the two")
    options.add_argument("--documents", type=int, help="score the first so many documents of each")
    options.add_argument("--errors", help="list the errors of one measure")
    given = options.parse_args()
    parser, tally = Parser(), gold.Tally()
    if given.only != "polnear":
        for row in _rows(given.gold / f"{given.split}.jsonl", given.documents):
            parsed = parser.parse(document(row))
            extraction = extract(parsed)
            gold.score(row, extraction, attribute(parsed, extraction, resolve(parsed, extraction)), tally)
        sys.stdout.write(tally.report())
    if given.only != "gold":
        for row in _rows(given.polnear, given.documents):
            parsed = parser.parse(polnear_document(row))
            extraction = extract(parsed)
            result = attribute(parsed, extraction, resolve(parsed, extraction))
            polnear.score(row, parsed, result.attributions, tally)
        sys.stdout.write(polnear.report(tally))
    if given.errors:
        sys.stdout.writelines(f"{line}\n" for kind, line in tally.errors if kind == given.errors)


def _rows(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    if not path.exists():
        sys.stdout.write(f"Skipped: there is no {path}.\n")
        return
    yield from articles(path, first=limit)


def polnear_document(article: dict[str, Any]) -> CleanDocument:
    return document_of(
        article["text"], published=article["date"], outlet=article["publisher"], title=article["title"]
    )


if __name__ == "__main__":
    main()
