"""PLOVER contexts of an event: those of its lexicon row, and those that words of its sentence point to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from whence.extract.frame import Frame
from whence.extract.lexicon import read_table


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
