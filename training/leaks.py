"""``python -m training.leaks``: whether a sentence of a dev set is among what is trained on.

Sentences of seven words or more are compared by their words alone. Exit 1 if one of a set of events is on
both sides; of the treebanks and PolNeAR some formulas are ("Let me know if you have any questions").
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from training import treebanks

_LEAST = 7
"""Words a sentence needs to count: shorter ones ("He denied the charges.") recur by chance."""
TRAINED = (
    "gold/train.jsonl",
    "data/attribution/polnear_train.jsonl",
    "data/attribution/gum_attr_train.jsonl",
)
EVENTS = ("gold", "data/events")
"""Folders of the sets that events are measured on."""


def sentences(text: str) -> set[str]:
    """What a text consists of, roughly: letters and digits of what ends in a stop or at a line's end."""
    parts = re.split(r"(?<=[.!?])\s+|\n", text)
    return {found for part in parts if len((found := _words(part)).split()) >= _LEAST}


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _texts(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield str(json.loads(line).get("text") or "")


def _treebank(shared: Path, part: str) -> set[str]:
    texts = (
        document.raw()[0]
        for read in (treebanks.english_web, treebanks.georgetown)
        for document in read(shared / "data/ud", part)
    )
    return set[str]().union(*map(sentences, texts))


def leaks(shared: Path) -> dict[str, set[str]]:
    """Dev set, by its path under the data folder → its sentences that are trained on."""
    trained = _treebank(shared, "train")
    for name in TRAINED:
        for text in _texts(shared / name):
            trained |= sentences(text)
    sets = {"data/ud": _treebank(shared, "dev")}
    for folder in (*EVENTS, "data/attribution"):
        for path in sorted((shared / folder).glob("*dev.jsonl")):
            sets[f"{folder}/{path.stem}"] = set[str]().union(*map(sentences, _texts(path)))
    return {name: found & trained for name, found in sets.items()}


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m training.leaks", description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"), help="folder of data and gold")
    given = options.parse_args()
    found = leaks(given.shared)
    for name, shared in found.items():
        print(f"{name}: {len(shared)}", *sorted(shared)[:3], sep="\n  ")
    return 1 if any(shared for name, shared in found.items() if name.startswith(EVENTS)) else 0


if __name__ == "__main__":
    sys.exit(main())
