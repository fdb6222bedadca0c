"""Compile how many documents each word occurs in: the frozen term weights of story clustering.

Counts come from open text only: the Wikinews table of 2019 (CC BY 2.5) and the CC BY genres of UD_English-GUM
and UD_English-EWT (CC BY-SA 4.0). Only counts are kept, and only of words in at least two documents.

    python compile/terms.py --data ../shared/data
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from pathlib import Path

OPEN_GENRES = ("news", "interview", "academic", "court", "textbook", "speech", "bio", "voyage")
TARGET = Path("src/whence/data/terms/document_frequency.tsv")
_WORD = re.compile(r"[^\W\d_]{2,}")


def documents(data: Path) -> list[set[str]]:
    """The set of lower-case words of each document."""
    found = []
    with (data / "wikinews/wikinews_2019.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            found.append({w.lower() for w in _WORD.findall(row["title"] + "\n" + row["text"])})
    for name in ("ewt-train", "gum-train"):
        words: set[str] = set()
        keep = True
        for line in (data / f"ud/{name}.conllu").open(encoding="utf-8"):
            if line.startswith("# newdoc id"):
                if keep and words:
                    found.append(words)
                words, document = set(), line.partition("=")[2].strip()
                keep = name.startswith("ewt") or any(f"_{genre}_" in document for genre in OPEN_GENRES)
            elif line.startswith("# text ="):
                words |= {w.lower() for w in _WORD.findall(line.partition("=")[2])}
        if keep and words:
            found.append(words)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    sets = documents(parser.parse_args().data)
    counts = Counter(word for words in sets for word in words)
    rows = [f"{word}\t{count}" for word, count in sorted(counts.items()) if count >= 2]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join([f"#documents\t{len(sets)}", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
