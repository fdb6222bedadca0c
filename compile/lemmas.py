"""Compile the tables of ``src/whence/data/lemmas``: attested lemmas and verbs.

``python compile/lemmas.py [--data ../shared/data/ud]`` writes the same bytes from the same inputs.

``attested.tsv`` comes from the training treebanks. A row is form, UPOS and the lemmas seen with them, most
frequent first ("=" stands for the form itself). Forms are in lower case unless their lemma depends on their
case. Genres of GUM with non-commercial texts are left out.

``verbs.tsv`` lists the verbs that the tables of events, cues and relations are written in: stems that an
inflected form is taken back to although no treebank has them ("severed", "repatriated"). ``--verbs-only``
writes it alone, for a change of those tables where the treebanks are not at hand.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

_NON_COMMERCIAL = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
_OPEN_ENDED = frozenset({"PROPN", "NUM", "PUNCT", "SYM", "X", "INTJ"})
"""Classes whose lemma is the form, or that no table can cover."""
_MIN_SHARE, _MIN_COUNT = 0.1, 5
"""A lemma seen in less than a tenth of the cases of its form, and less than five times, is taken for an
annotation error ("'s" is "have" in a twentieth of its cases)."""

_VERB_TABLES = (
    ("events/lexicon.tsv", "lemma", "upos"),
    ("events/cameo.tsv", "lemma", "upos"),
    ("cues/verbs.tsv", "cue", "pos"),
    ("relations/verbs.tsv", "lemma", None),
    ("relations/participles.tsv", "lemma", None),
    ("frames/light_verbs.tsv", "lemma", None),
)
"""File under ``src/whence/data``, its column of lemmas (``|`` between several, ``_`` or a blank before a
particle) and its column of word classes if it has other classes too."""

Table = dict[tuple[str, str], Counter[str]]


def words(path: Path) -> Iterator[tuple[str, str, str]]:
    """Form, UPOS and lemma of every word that may be used; typos are skipped."""
    genre = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id = GUM_"):
            genre = line.split("_")[1]
        cells = line.split("\t")
        if (
            len(cells) == 10
            and cells[0].isdigit()
            and genre not in _NON_COMMERCIAL
            and "Typo=Yes" not in cells[5]
        ):
            yield cells[1], cells[3], cells[2]


def table(paths: list[Path]) -> Table:
    """Lemma counts per (form, UPOS), in lower case where the lemma does not depend on case."""
    exact: Table = defaultdict(Counter)
    for path in paths:
        for form, upos, lemma in words(path):
            if upos not in _OPEN_ENDED and lemma != "_":
                exact[form, upos][lemma] += 1
    folded: Table = defaultdict(Counter)
    for (form, upos), counts in sorted(exact.items()):
        for lemma, count in counts.items():
            if lemma.islower() or not lemma.isalpha():
                folded[form.lower(), upos][lemma] += count
            else:
                folded[form, upos][lemma] += count
    return folded


def rows(lemmas: Table) -> Iterator[str]:
    uses = Counter[tuple[str, str]]()
    for (_form, upos), counts in lemmas.items():
        for lemma, count in counts.items():
            uses[lemma, upos] += count
    for (form, upos), counts in sorted(lemmas.items()):
        ranked = sorted(counts, key=lambda lemma: (-counts[lemma], -uses[lemma, upos], lemma))
        # A verb lemma seen once, where the form has a usual one, is an error too ("transmitt").
        best = max(uses[lemma, upos] for lemma in ranked)
        kept = [lemma for lemma in ranked if upos != "VERB" or uses[lemma, upos] > 1 or best == 1]
        enough = min(_MIN_COUNT, _MIN_SHARE * counts.total())
        kept = [lemma for lemma in kept if counts[lemma] >= enough]
        yield "\t".join((form, upos, *("=" if lemma == form else lemma for lemma in kept)))


def verbs(data: Path) -> list[str]:
    """The verbs of the tables, without their particles, sorted."""
    found = set()
    for file, column, word_class in _VERB_TABLES:
        with (data / file).open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if word_class is None or row[word_class] == "VERB":
                    found |= {item.replace("_", " ").split()[0] for item in row[column].split("|")}
    return sorted(verb for verb in found if verb.isalpha() and verb.islower())


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data/ud"), help="treebank folder")
    arguments.add_argument(
        "--tables", type=Path, default=Path("src/whence/data"), help="folder of the tables"
    )
    arguments.add_argument("--verbs-only", action="store_true", help="leave attested.tsv as it is")
    given = arguments.parse_args()
    out = given.tables / "lemmas"
    (out / "verbs.tsv").write_text("\n".join(verbs(given.tables)) + "\n", encoding="utf-8")
    if not given.verbs_only:
        found = table([given.data / "ewt-train.conllu", given.data / "gum-train.conllu"])
        (out / "attested.tsv").write_text("\n".join(rows(found)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
