"""``python -m evals.syntax``: scores of the parse stage on EWT and GUM dev, checked against floors.

Exit code 0 if every score is at its floor or above, 1 if one is below. Without the treebanks it says so
and exits 0. Floors hold for the whole sets; with ``--sample`` scores are only printed. ``--model`` scores
other weights than the package's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from evals.syntax.conllu import GoldDocument, read
from evals.syntax.measures import Scores, on_gold_tokens, on_raw_text
from whence.parse import Parser

_FLOORS = Path(__file__).with_name("floors.yaml")


def _sets(folder: Path, sample: int | None) -> dict[str, list[GoldDocument]]:
    ewt = read(folder / "ewt-dev.conllu", names=folder / "ewt-dev.iob2")
    gum = read(folder / "gum-dev.conllu")
    sets = {"ewt-dev": ewt, "gum-dev": gum, "gum-news-dev": [d for d in gum if d.genre == "news"]}
    if sample is None:
        return sets
    return {name: documents[:: max(1, len(documents) // sample)] for name, documents in sets.items()}


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.syntax", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data/ud"), help="treebank folder")
    arguments.add_argument("--sample", type=int, metavar="N", help="about N documents of each set")
    arguments.add_argument("--model", type=Path, help="folder of other weights")
    given = arguments.parse_args()
    if not (given.data / "ewt-dev.conllu").exists():
        print(f"Skipped: no treebanks in {given.data} (see --data).")
        return 0
    parser = Parser(given.model)
    floors: dict[str, Scores] = yaml.safe_load(_FLOORS.read_text(encoding="utf-8"))
    below = 0
    for name, documents in _sets(given.data, given.sample).items():
        words = sum(len(sentence.forms) for document in documents for sentence in document.sentences)
        scores = on_gold_tokens(parser, documents) | on_raw_text(parser, documents)
        print(f"{name}: {len(documents)} documents, {words} words")
        for measure, value in scores.items():
            floor = floors[name].get(measure)
            failed = given.sample is None and floor is not None and value < floor
            below += failed
            print(f"  {measure:18} {value:6.2f}" + (f"  BELOW the floor {floor}" if failed else ""))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
