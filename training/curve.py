"""``python -m training.curve``: what more gold articles would buy.

The gold stage is trained from the same start, a sixth as long, on a quarter, a half and all of the articles,
and on all with a second seed, whose distance from the first says what a difference means. Scores are those
of the heads alone on the dev articles.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from evals.gold import articles
from evals.heads.scores import Tally, events

from training.recipe import Recipe, fewer, tell
from whence.parse import Parser

_SHORTER = 6
_RUNS = ((0.25, 1), (0.5, 1), (1.0, 1), (1.0, 2))
"""(share of the articles, seed)."""
_MEASURES = ("trigger", "typed", "type", "realis", "sign", "certainty", "actor", "recipient", "place")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m training.curve", description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of data and gold")
    options.add_argument(
        "--work", type=Path, default=Path("build/training"), help="work folder of a finished run"
    )
    given = options.parse_args()
    rows = articles(given.shared / "gold/dev.jsonl")
    print(f"{'share':>6}{'seed':>6}" + "".join(f"{measure:>11}" for measure in _MEASURES) + "  per 1,000")
    for share, seed in _RUNS:
        work = given.work / f"curve-{share:g}-{seed}"
        recipe = Recipe(given.shared, work, seed=seed, open_only=False)
        for name in ("polnear", "gum-attribution", "gold"):
            shutil.copy(given.work / f"{name}.pickle", work)
        documents = [
            *recipe.treebank_documents(),
            *fewer(recipe.prepared(given.work / "syntax/model"), share),
        ]
        minutes = recipe.stages["gold"]["minutes"] / _SHORTER
        tell(f"{share:g} of the gold articles, seed {seed}: {minutes:.0f} minutes")
        weights = recipe.stage("gold", given.work / "joint/average.pt", documents, minutes=minutes)
        folder = work / "model"
        folder.mkdir(exist_ok=True)
        # Events do not depend on it, and its training would take longer than the stage's.
        shutil.copy(given.work / "model/antecedents.onnx", folder)
        tally = Tally()
        events(Parser(recipe.exported(weights, folder)), rows, tally)
        scores = "".join(f"{tally.f1(measure):>11.1f}" for measure in _MEASURES)
        density = 1000 * tally.said["trigger"] / tally.true["words"]
        print(f"{share:>6g}{seed:>6}{scores}{density:>11.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
