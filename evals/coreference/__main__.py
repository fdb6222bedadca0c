"""``python -m evals.coreference``: MUC, B³, CEAFe and their mean on GUM dev, with the system's mentions.

Tokens and sentences are gold. Mentions are compared by their exact words, and by their head words alone (what
the product uses). Singletons are left out, as in OntoNotes. Floors hold for the mean. Beside it what
matching words alone makes of the same mentions, and the news documents by themselves.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

from evals.coreference.documents import gold_mentions, tagged
from evals.coreference.scorer import Clusters, Scorer, without_singletons
from evals.syntax.conllu import GoldDocument, read
from whence.parse import Parser
from whence.parse.coreference import Mentions, mentions

FLOORS: dict[str, float] = {"exact words": 57.0, "head words": 62.0}
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


def matched_words(found: Mentions, forms: list[list[str]]) -> list[list[int]]:
    """The baseline: mentions of the same words are one entity, pronouns too."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i in range(len(found.sentence)):
        words = forms[int(found.sentence[i])][int(found.first[i]) : int(found.last[i]) + 1]
        groups[" ".join(words).lower()].append(i)
    return list(groups.values())


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
    scorers = {measure: Scorer() for measure in (*FLOORS, "same words", "news", "news, same words")}
    for document in read(path):
        found = mentions(tagged(parser, document))
        forms = [list(sentence.forms) for sentence in document.sentences]
        gold = without_singletons(exact(document))
        told = system(found, parser.antecedents.grouped(found), by_head=False)
        plain = system(found, matched_words(found, forms), by_head=False)
        scorers["exact words"].add(gold, told)
        scorers["same words"].add(gold, plain)
        if document.genre == "news":
            scorers["news"].add(gold, told)
            scorers["news, same words"].add(gold, plain)
        groups = parser.antecedents.grouped(found)
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
        failed = scorer.conll() < FLOORS.get(measure, 0.0)
        below += failed
        print(
            f"{measure}: CoNLL {scorer.conll():.1f}  ({parts})"
            + (f"  BELOW {FLOORS[measure]}" if failed else "")
        )
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
