"""``python -m training.card``: the model card, with every score as its command prints it now.

Scores are read from the evals of the repository, run on the weights in the package; what people reach, and
the floors, stand in their output. The recipe is the one in ``recipe.yaml``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "src/whence/data/model"
COMMANDS = ("evals.syntax", "evals.heads", "evals.coreference")
_TEMPLATE = Path(__file__).with_name("card.md")


def section(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    output = done.stdout.strip() or done.stderr.strip()
    return f"`python -m {command}`\n\n```\n{output}\n```\n"


def stages() -> str:
    """The recipe as a table."""
    recipe = yaml.safe_load(Path(__file__).with_name("recipe.yaml").read_text(encoding="utf-8"))
    lines = [
        "| stage | minutes | corpora (times read in a round) | learning rate: encoder, heads |",
        "|---|---|---|---|",
    ]
    for name, stage in recipe["stages"].items():
        rates = ", ".join(f"{corpus} {rate:g}" for corpus, rate in stage["rates"].items())
        spans = ", ".join(" → ".join(f"{value:g}" for value in stage[part]) for part in ("encoder", "heads"))
        lines.append(f"| {name} | {stage['minutes']} | {rates} | {spans} |")
    shares = " and ".join(f"*{name}* ({share:g})" for name, share in recipe["mixed"].items())
    return "\n".join(lines) + f"\n\nThe weights are the mean of what {shares} end on.\n"


def main() -> int:
    argparse.ArgumentParser(prog="python -m training.card", description=__doc__).parse_args()
    weights = sum(file.stat().st_size for file in MODEL.glob("*.onnx")) / 1e6
    text = _TEMPLATE.read_text(encoding="utf-8")
    text = text.replace("{stages}", stages()).replace("{size}", f"{weights:.1f} MB")
    text = text.replace("{scores}", "\n".join(map(section, COMMANDS)))
    (MODEL / "CARD.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
