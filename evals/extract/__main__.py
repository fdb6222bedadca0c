"""Score the extraction: ``python -m evals.extract [--split dev] [--errors trigger]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evals.extract.score import Scores, score
from evals.gold import FOLDER, SPLITS, articles, document
from whence.extract import extract
from whence.parse import Parser


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--split", default="train", choices=SPLITS)
    options.add_argument("--gold", type=Path, default=FOLDER)
    options.add_argument("--errors", help="list the errors of one measure")
    options.add_argument("--limit", type=int, default=40, help="errors to list")
    given = options.parse_args()
    path = given.gold / f"{given.split}.jsonl"
    if not path.exists():
        sys.exit(f"No gold annotation at {path}; pass its folder with --gold.")
    parser, scores = Parser(), Scores()
    for row in articles(path):
        parsed = parser.parse(document(row))
        score(row, parsed, extract(parsed), scores)
    sys.stdout.write(scores.report())
    if given.errors:
        sys.stdout.write("\n".join(scores.errors[given.errors][: given.limit]) + "\n")


if __name__ == "__main__":
    main()
