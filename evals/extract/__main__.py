"""Score the extraction: ``python -m evals.extract [--split dev] [--errors trigger]``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from evals.extract.score import Scores, score
from whence.extract import extract
from whence.handover import CleanDocument
from whence.parse import Parser
from whence.records import Document, Passage

GOLD = Path("../shared/gold")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--split", default="train", choices=("train", "dev"))
    options.add_argument("--gold", type=Path, default=GOLD)
    options.add_argument("--errors", help="list the errors of one measure")
    options.add_argument("--limit", type=int, default=40, help="errors to list")
    given = options.parse_args()
    path = given.gold / f"{given.split}.jsonl"
    if not path.exists():
        sys.exit(f"No gold annotation at {path}; pass its folder with --gold.")
    parser, scores = Parser(), Scores()
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            parsed = parser.parse(clean(row))
            score(row, parsed, extract(parsed), scores)
    sys.stdout.write(scores.report())
    if given.errors:
        sys.stdout.write("\n".join(scores.errors[given.errors][: given.limit]) + "\n")


def clean(row: dict[str, str]) -> CleanDocument:
    """The gold article as one body passage."""
    text = row["text"]
    document = Document(
        document_id=row["id"],
        path=None,
        url=row["url"],
        outlet=row["outlet"],
        title=row["title"],
        byline=None,
        published=row["published"],
        published_precision="day",
        captured=None,
        language="en",
        translated_from=None,
        version_of=None,
        text=text,
        sha256="",
        analysis_key="",
    )
    passage = Passage(document_id=row["id"], start=0, end=len(text), kind="body")
    return CleanDocument(document=document, passages=(passage,))


if __name__ == "__main__":
    main()
