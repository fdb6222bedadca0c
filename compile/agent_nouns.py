"""Compile the one-word agent nouns of the Phoenix and PLOVER agent dictionaries.

python compile/agent_nouns.py [AGENTS_TSV] > src/whence/data/phrases/agent_nouns.tsv
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

DEFAULT = Path("../shared/data/actors/agents.tsv")
EDITS = Path("src/whence/data/phrases/agent_noun_edits.tsv")


def compile_nouns(source: Path, edits: Path) -> list[tuple[str, str]]:
    """Rows (lemma, CAMEO or PLOVER sector code) in alphabetical order; the first code of a noun wins."""
    with edits.open(encoding="utf-8", newline="") as file:
        edit = {row["lemma"]: row["edit"] for row in csv.DictReader(file, delimiter="\t")}
    rows: dict[str, str] = {}
    with source.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            noun = row["noun"].strip().lower()
            if noun.isalpha() and len(noun) > 2 and edit.get(noun) != "drop":
                rows.setdefault(noun, row["code"])
    for noun, what in edit.items():
        if what == "add":
            rows.setdefault(noun, "")
    return sorted(rows.items())


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    out.writerow(("lemma", "code"))
    out.writerows(compile_nouns(source, EDITS))


if __name__ == "__main__":
    main()
