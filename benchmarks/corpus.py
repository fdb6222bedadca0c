"""What the benchmarks read: Wikinews of 2019 where it is at hand, else the bundled example."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
WIKINEWS = ROOT.parent / "shared/data/wikinews/wikinews_2019.csv"
EXAMPLE = ROOT / "examples/hong-kong-2019"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """An input of ``whence read``. ``words`` are runs between white space, so that the count depends on no
    version of the tokenizer."""

    name: str
    path: Path
    documents: int
    words: int


def corpus(folder: Path, *, documents: int, source: Path | None = None) -> Corpus:
    """About ``documents`` reports spread evenly over a CSV of ``source`` with a ``text`` column (default
    Wikinews), written to ``folder``; without that file, all of the bundled example.

    Raises:
        FileNotFoundError: ``source`` was given and is not there.
    """
    table = source or WIKINEWS
    if not table.exists():
        if source is not None:
            raise FileNotFoundError(f"{source} does not exist; leave --corpus out to use what is at hand.")
        return _example()
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    step = max(1, len(rows) // documents)
    chosen = rows[::step][:documents]
    path = folder / table.name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(chosen)
    words = sum(len(row["text"].split()) for row in chosen)
    return Corpus(name=table.name, path=path, documents=len(chosen), words=words)


def _example() -> Corpus:
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLE.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    return Corpus(name=f"examples/{EXAMPLE.name}", path=EXAMPLE, documents=len(texts), words=words)
