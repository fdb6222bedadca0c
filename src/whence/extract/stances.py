"""Standing ties told by an adjective, verb or noun with a preposition: "loyal to X", "support for X"."""

from __future__ import annotations

from collections.abc import Iterator

from whence.extract.arguments import Phrases
from whence.extract.frames import is_passive, spread, subjects
from whence.extract.roles import Tie, party
from whence.extract.tables import rows
from whence.extract.tree import preposition
from whence.handover import Sentence, Word

ACTIVE = frozenset({"belong", "work"})
"""Verbs that tie their subject; the others tie what undergoes them ("is *owned* by")."""


def stance_ties(sentence: Sentence, word: Word, phrases: Phrases) -> Iterator[Tie]:
    """Ties of one word of ``relations/stances.tsv``."""
    for row in rows("relations/stances.tsv"):
        if (row["lemma"], row["upos"]) != (word.lemma.lower(), word.upos):
            continue
        if word.upos == "VERB" and (word.lemma.lower() in ACTIVE) == is_passive(sentence, word):
            continue
        others = [
            w
            for w in sentence.children(word, "obl", "nmod")
            if preposition(sentence, w) == row["preposition"]
        ]
        for holder in _holders(sentence, word, phrases):
            for other in spread(sentence, others):
                yield holder, row["type"], other, word, f"{word.lemma} {row['preposition']}"


def _holders(sentence: Sentence, word: Word, phrases: Phrases) -> tuple[Word, ...]:
    """Who is loyal, belongs, or whose support it is; a group is its own ("the *opposition* to X")."""
    if word.upos == "NOUN":
        own = spread(sentence, sentence.children(word, "nmod:poss"))
        return own or ((word,) if party(sentence, word, phrases) is not None else ())
    head = sentence.head(word)
    if word.relation in {"amod", "acl"} and head is not None and head.upos in {"NOUN", "PROPN", "PRON"}:
        return (head,)
    explicit = spread(sentence, sentence.children(word, "nsubj"))
    return explicit or (() if word.lemma.lower() in ACTIVE else subjects(sentence, word))
