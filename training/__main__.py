"""``python -m training``: from ``../shared/data`` and the pinned base model to the weights in the package.

Every step leaves its result in ``--work`` and is not done again, so a run that was cut off is started again
with the same command. ``--install`` copies the finished model into the package.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from training.recipe import Recipe, base_folder, fewer, tell

MODEL = Path(__file__).parents[1] / "src/whence/data/model"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of data and gold")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where steps leave results")
    parser.add_argument("--seed", type=int, default=2, help="2: that of the weights in the package")
    parser.add_argument("--open-only", action="store_true", help="without corpora that may not be shared")
    parser.add_argument(
        "--shorter", type=float, default=1.0, metavar="N", help="train every stage N times shorter"
    )
    parser.add_argument("--gold-share", type=float, default=1.0, help="share of the gold articles trained on")
    parser.add_argument("--install", action="store_true", help="copy the model into the package")
    given = parser.parse_args()
    recipe = Recipe(given.shared, given.work, seed=given.seed, open_only=given.open_only)
    trees = recipe.treebank_documents()
    start = base_folder()
    for name, stage in recipe.stages.items():
        documents = trees
        if name != "syntax":
            documents = trees + fewer(recipe.prepared(given.work / "syntax/model"), given.gold_share)
        tell(f"stage {name}: {stage['minutes'] / given.shorter:.0f} minutes")
        start = recipe.stage(name, start, documents, minutes=stage["minutes"] / given.shorter)
        if name == "syntax":
            recipe.exported(start, given.work / "syntax/model")
    model = recipe.exported(recipe.mixed(), given.work / "model")
    if given.install:
        for file in model.iterdir():
            shutil.copy(file, MODEL / file.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
