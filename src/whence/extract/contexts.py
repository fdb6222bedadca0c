"""PLOVER contexts of an event: those of its lexicon row, and those that words around it point to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from whence.extract.frame import Frame
from whence.extract.lexicon import read_table
from whence.handover import Sentence

REPEATED = 2
"""Words of the neighbouring sentences that must point to a context: one may belong to another matter."""


@cache
def context_words() -> Mapping[str, tuple[str, ...]]:
    """Lemma (lower case) → contexts, from ``data/events/contexts.tsv``."""
    found: dict[str, list[str]] = {}
    for line in read_table("contexts.tsv"):
        for lemma in line["lemmas"].split():
            found.setdefault(lemma, []).append(line["context"])
    return {lemma: tuple(names) for lemma, names in found.items()}


def contexts(frame: Frame, of_row: tuple[str, ...]) -> tuple[str, ...]:
    """``of_row`` first, then the contexts of the words in the frame's clause in text order, no repeats."""
    words = context_words()
    found = dict.fromkeys(of_row)
    for word in frame.sentence.subtree(frame.head):
        found.update(dict.fromkeys(words.get(word.lemma.lower(), ())))
    return tuple(found)


def nearby(sentence: Sentence, neighbours: Iterable[Sentence]) -> tuple[str, ...]:
    """Contexts of an event whose own clause points to none: of the words of its sentence, else those that the
    sentences before and after it point to more than once."""
    own = _pointed_to(sentence)
    if own:
        return tuple(own)
    around = sum((_pointed_to(each) for each in neighbours), Counter[str]())
    return tuple(name for name, hits in around.items() if hits >= REPEATED)


def _pointed_to(sentence: Sentence) -> Counter[str]:
    words = context_words()
    return Counter(name for word in sentence.words for name in words.get(word.lemma.lower(), ()))
