"""What a document is about, so far as that decides what its words mean: a report of a crash, a disaster or an
epidemic, or of a deliberate attack and its weapon. News tells it in the headline and the first paragraph (the
"lead")."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from whence.extract.lexicon import read_table
from whence.handover import ParsedDocument

LEAD = 3
"""Sentences read: the headline and the two after it, which in the training gold name what happened."""
DELIBERATE = "attack"
UNINTENDED = frozenset({"accident", "disaster", "epidemic"})


@cache
def topic_words() -> Mapping[str, tuple[str, ...]]:
    """Lemma (lower case) → topics, from ``data/events/topics.tsv``."""
    found: dict[str, list[str]] = {}
    for line in read_table("topics.tsv"):
        for lemma in line["lemmas"].split():
            found.setdefault(lemma, []).append(line["topic"])
    return {lemma: tuple(names) for lemma, names in found.items()}


def topics(parsed: ParsedDocument) -> frozenset[str]:
    """Topics of a document. A lead that tells of an attack ("car bomb", "shot dead") makes it no accident."""
    words = topic_words()
    lead = [sentence for sentence in parsed.sentences if sentence.analysed][:LEAD]
    found = frozenset(
        topic for sentence in lead for word in sentence.words for topic in words.get(word.lemma.lower(), ())
    )
    return found - UNINTENDED if DELIBERATE in found else found
