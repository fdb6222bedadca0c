"""Which noun phrases are news outlets."""

from __future__ import annotations

import re
from collections.abc import Callable

from whence.attribute.tables import outlet_words, source_noun
from whence.handover import Extraction, ParsedDocument, Resolution, Sentence, Word

_SITE = re.compile(r"[a-z]\.(?:com|org|net|info|tv|co|[a-z]{2})(?:\.[a-z]{2})?$", re.IGNORECASE)
"""A name that is a web address ("example.com")."""

Outlet = Callable[[Sentence, Word], bool]
"""Whether the noun phrase headed by a word of a sentence is an outlet, in one document."""


def is_outlet(
    parsed: ParsedDocument, extraction: Extraction, resolution: Resolution, sentence: Sentence, word: Word
) -> bool:
    """Whether the phrase headed by ``word`` is an outlet: its actor is known as one, it bears an outlet's
    name, or it is a common noun such as "newspaper" or "local media"."""
    phrase = extraction.phrase_at(sentence.index, word.index)
    referent = resolution.referents.get(phrase.index) if phrase is not None else None
    actor = resolution.actor.get(referent.actor_id) if referent is not None and referent.actor_id else None
    if actor is not None and actor.kind == "outlet":
        return True
    if word.upos == "PROPN":
        if any(_outlet_noun(described) for described in sentence.children(word, "compound", "nmod:desc")):
            return True
        name = next((n for n in parsed.names_in(sentence) if n.first <= word.index <= n.last), None)
        first, last = (name.first, name.last) if name is not None else _flat(sentence, word)
        titled = first > 1 and sentence.word(first - 1).text in ("The", "the")
        person = not titled and (
            (actor is not None and actor.kind == "person") or (name is not None and name.kind == "PER")
        )
        return names_outlet(" ".join(w.text for w in sentence.words[first - 1 : last]), person=person)
    noun = source_noun(word)
    return noun is not None and noun.kind == "outlet" and word.upos == "NOUN"


def _outlet_noun(word: Word) -> bool:
    """Whether a noun before a name says that it names an outlet: "the newspaper X", "broadcaster X"."""
    noun = source_noun(word)
    return word.upos == "NOUN" and noun is not None and noun.kind == "outlet"


def names_outlet(name: str, *, person: bool = False) -> bool:
    """Whether a proper name looks like an outlet's ("The Daily Telegraph", "Reuters"); for what was taken
    for a ``person`` only if it is in the table itself ("Al Jazeera", not "Emily Post")."""
    if _SITE.search(name):
        return True
    words = name.split()
    table = outlet_words()
    for at, word in enumerate(words):
        place = table.get(word)
        if place == "name" or (
            not person and (place == "any" or (place == "last" and 0 < at == len(words) - 1))
        ):
            return True
    return any(place == "phrase" and f" {phrase} " in f" {name} " for phrase, place in table.items())


def ends_as_outlet(name: str) -> bool:
    """Whether a proper name, read up to some word, is an outlet's because of that last word."""
    words = name.split()
    if not words or not names_outlet(name):
        return False
    table = outlet_words()
    if words[-1] in table or _SITE.search(words[-1]):
        return True
    return any(place == "phrase" and f" {name}".endswith(f" {phrase}") for phrase, place in table.items())


def _flat(sentence: Sentence, word: Word) -> tuple[int, int]:
    parts = [word, *sentence.children(word, "flat", "compound", "nmod")]
    proper = [w.index for w in parts if w.upos == "PROPN"] or [word.index]
    return min(proper), max(proper)
