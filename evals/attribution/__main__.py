"""Score attribution: ``python -m evals.attribution [--split dev] [--only gum] [--errors chain]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.attribution import gold, relations
from evals.gold import FOLDER, SPLITS, articles, document
from whence.attribute import attribute
from whence.clean import document_of
from whence.extract import extract
from whence.handover import CleanDocument
from whence.parse import Parser
from whence.resolve import resolve

DATA = Path("../shared/data/attribution")
CORPORA = {"polnear": "polnear_dev.jsonl", "gum": "gum_attr_dev.jsonl"}
GENRES = frozenset({"news", "interview"})
"""Of GUM."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--split", default="train", choices=SPLITS)
    options.add_argument("--gold", type=Path, default=FOLDER, help="folder of the gold articles")
    options.add_argument("--data", type=Path, default=DATA, help="folder of PolNeAR and GUM")
    options.add_argument("--only", choices=("gold", *CORPORA), help="score one of them")
    options.add_argument("--documents", type=int, help="score the first so many documents of each")
    options.add_argument("--errors", help="list the errors of one measure")
    given = options.parse_args()
    parser, tally = Parser(), gold.Tally()
    if given.only in (None, "gold"):
        for row in _rows(given.gold / f"{given.split}.jsonl", given.documents):
            parsed = parser.parse(document(row))
            extraction = extract(parsed)
            gold.score(row, extraction, attribute(parsed, extraction, resolve(parsed, extraction)), tally)
        sys.stdout.write(tally.report())
    for corpus, name in CORPORA.items():
        if given.only not in (None, corpus):
            continue
        for row in _rows(given.data / name, given.documents):
            if row.get("genre", "news") in GENRES:
                parsed = parser.parse(_document(row))
                extraction = extract(parsed)
                result = attribute(parsed, extraction, resolve(parsed, extraction))
                relations.score(corpus, row, parsed, result.attributions, tally)
        sys.stdout.write(relations.report(corpus, tally))
    if given.errors:
        sys.stdout.writelines(f"{line}\n" for kind, line in tally.errors if kind == given.errors)


def _rows(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    if not path.exists():
        sys.stdout.write(f"Skipped: there is no {path}.\n")
        return
    yield from articles(path, first=limit)


def _document(article: dict[str, Any]) -> CleanDocument:
    return document_of(
        article["text"], published=article["date"], outlet=article.get("publisher"), title=article["title"]
    )


if __name__ == "__main__":
    main()
