"""``python -m evals.coreference``: MUC, B³, CEAFe and their mean on GUM dev, with the system's mentions.

Tokens and sentences are gold. Mentions are compared by their exact words, and by their head words alone (what
the product uses). Singletons are left out, as in OntoNotes. Floors hold for the mean.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evals.coreference.documents import gold_mentions, tagged
from evals.coreference.scorer import Clusters, Scorer, without_singletons
from evals.syntax.conllu import GoldDocument, read
from whence.parse import Parser
from whence.parse.coreference import Mentions, mentions

FLOORS: dict[str, float] = {"exact words": 51.5, "head words": 56.0}
_WIDE = 10_000
"""More words than a sentence has: makes (sentence, word) one number."""


def exact(document: GoldDocument) -> Clusters:
    """Gold entities as spans."""
    return [
        frozenset((s * _WIDE + first, s * _WIDE + last) for (s, _head), (first, last) in entity)
        for entity in gold_mentions(document)
    ]


def heads(document: GoldDocument) -> Clusters:
    """Gold entities as head words."""
    return [frozenset((s * _WIDE + h, s * _WIDE + h) for (s, h), _span in e) for e in gold_mentions(document)]


def system(found: Mentions, groups: list[list[int]], *, by_head: bool) -> Clusters:
    """The system's entities; of two mentions with the same words the first counts."""
    used: set[tuple[int, int]] = set()
    clusters = []
    for group in groups:
        cluster = set()
        for i in group:
            base = int(found.sentence[i]) * _WIDE
            ends = (found.head[i], found.head[i]) if by_head else (found.first[i], found.last[i])
            span = (base + int(ends[0]), base + int(ends[1]))
            if span not in used:
                used.add(span)
                cluster.add(span)
        clusters.append(frozenset(cluster))
    return without_singletons(clusters)


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m evals.coreference", description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data/ud"), help="treebank folder")
    options.add_argument("--model", type=Path, help="folder of other weights")
    given = options.parse_args()
    path = given.data / "gum-dev.conllu"
    if not path.exists():
        print(f"Skipped: there is no {path}.")
        return 0
    parser = Parser(given.model)
    scorers = {measure: Scorer() for measure in FLOORS}
    for document in read(path):
        found = mentions(tagged(parser, document))
        groups = parser.antecedents.grouped(found)
        scorers["exact words"].add(without_singletons(exact(document)), system(found, groups, by_head=False))
        scorers["head words"].add(without_singletons(heads(document)), system(found, groups, by_head=True))
    below = 0
    for measure, scorer in scorers.items():
        parts = " ".join(
            f"{name} {score.f1:.1f}"
            for name, score in (
                ("mentions", scorer.mentions()),
                ("MUC", scorer.muc()),
                ("B³", scorer.b_cubed()),
                ("CEAFe", scorer.ceaf_e()),
            )
        )
        failed = scorer.conll() < FLOORS[measure]
        below += failed
        print(
            f"{measure}: CoNLL {scorer.conll():.1f}  ({parts})"
            + (f"  BELOW {FLOORS[measure]}" if failed else "")
        )
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
