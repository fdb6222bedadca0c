"""Time expressions: which words place something on the calendar or the clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from whence.extract.tables import mapping
from whence.extract.tree import preposition
from whence.handover import Sentence, Word

NOMINAL = frozenset({"NOUN", "PROPN"})
UNIT_RELATIONS = frozenset(
    {"obl", "obl:unmarked", "obl:tmod", "nmod", "nmod:unmarked", "appos", "conj", "dep"}
)
"""Relations in which a unit of time says when ("last *week*"), unlike a subject or a possessor."""
DECADE = re.compile(r"(?:1[0-9]|20)[0-9]0['’]?s", re.ASCII)
DIRECTIONS = frozenset({"this", "last", "next"})
CLOCK = re.compile(r"[0-2]?\d[:.][0-5]\d", re.ASCII)
YEAR_PREPOSITIONS = frozenset(
    {"in", "since", "until", "before", "after", "by", "from", "to", "during", "of", "for", "through", "over"}
)


def is_time(sentence: Sentence, word: Word) -> bool:
    """Whether the word heads a time expression that places something on the calendar or the clock."""
    if word.relation in {"flat", "case", "fixed"} or inside_time(sentence, word):
        return False
    text = word.text.lower()
    match time_class(word):
        case "adverb":
            return word.upos in {"ADV", "NOUN", "ADP"} and word.relation not in {"case", "mark", "compound"}
        case "name":
            aged = sentence.children(word, "nmod:poss")  # "in his sixties"
            return word.upos in {"PROPN", "NOUN"} and not any(w.xpos == "PRP$" for w in aged)
        case "month":
            return word.upos == "PROPN" and text != word.text and is_beside_date(sentence, word)
        case "unit":
            head = sentence.head(word)
            return (
                word.upos in NOMINAL
                and (word.deprel in UNIT_RELATIONS or _is_calendar_possessor(sentence, word))
                and (head is None or head.upos != "ADJ")  # "25 years old"
                and not _is_measure(sentence, word)
            )
        case _:
            return is_date_number(sentence, word) or (word.upos == "NUM" and is_year(sentence, word))


def _is_calendar_possessor(sentence: Sentence, unit: Word) -> bool:
    """ "*This year's* summit", unlike "the year's worst"."""
    beside = sentence.children(unit, "det", "amod")
    return unit.deprel == "nmod:poss" and any(w.text.lower() in DIRECTIONS for w in beside)


def _is_measure(sentence: Sentence, unit: Word) -> bool:
    """Whether a unit says how old or long something is ("a 25 *years* old man"), wherever the tree hangs
    it."""
    following = sentence.words[unit.index : unit.index + 1]
    return any(w.upos == "ADJ" and w.lemma.lower() in {"old", "long", "young"} for w in following)


def is_beside_date(sentence: Sentence, word: Word) -> bool:
    """Whether a word that may be a month ("May") stands beside a number, a preposition or a time word."""
    beside = (*sentence.words[max(0, word.index - 2) : word.index - 1], *sentence.words[word.index :][:1])
    near = {"last", "next", "this", "late", "early"}
    return any(w.upos in {"NUM", "ADP"} or w.text.lower() in near for w in beside)


def is_date_number(sentence: Sentence, word: Word) -> bool:
    """Whether a number is the day of a date or an hour; UD makes it the head ("June *27*", "*8:00* am")."""
    if word.upos != "NUM":
        return False
    units = (c for c in sentence.children(word, "compound", "nmod", "obl") if preposition(sentence, c) == "")
    return any(time_class(c) is not None for c in units) or CLOCK.fullmatch(word.text) is not None


@cache
def head_classes() -> Mapping[str, str]:
    """Word → how it heads a time expression: ``adverb``, ``name``, ``month`` or ``unit``."""
    classes = mapping("times/time_words.tsv", "word", "phrase")
    return {word: kind for word, kind in classes.items() if kind}


def time_class(word: Word) -> str | None:
    """Class of a word in the table of time words, by its form, for units by its lemma."""
    classes = head_classes()
    if DECADE.fullmatch(word.text):
        return "name"
    unit = classes.get(word.lemma.lower())
    return classes.get(word.text.lower()) or (unit if unit == "unit" else None)


def is_year(sentence: Sentence, word: Word) -> bool:
    """Whether a number is a year: four digits from 1000 to 2100, after a preposition or bare."""
    text = word.text
    if not (len(text) == 4 and text.isascii() and text.isdigit() and 1000 <= int(text) <= 2100):
        return False
    head = sentence.head(word)
    if word.relation in {"nummod", "compound", "amod"}:
        if head is None or head.upos not in NOMINAL or head.index < word.index or int(text) < 1900:
            return False
        known = any(
            d.text.lower() in {"the", "its", "their"} for d in sentence.children(head, "det", "nmod:poss")
        )
        return head.feature("Number") != "Plur" or known  # "the 2014 protests", but "2014 protesters"
    if word.relation == "conj" and head is not None and head.upos == "NUM":
        return is_year(sentence, head)
    return word.relation in {"obl", "nmod"} and (
        preposition(sentence, word) in YEAR_PREPOSITIONS
        or word.deprel in {"obl:unmarked", "obl:tmod", "nmod:unmarked"}
    )


def inside_time(sentence: Sentence, word: Word) -> bool:
    """Whether the word is part of the time expression its head heads ("days" of "ten days ago", the year of a
    date)."""
    head = sentence.head(word)
    if head is None or preposition(sentence, word) not in {"", "of"} or word.relation == "conj":
        return False
    if is_date_number(sentence, head) and (word.upos == "NUM" or time_class(word) is not None):
        return True
    kind = time_class(head)
    return (
        head.text.lower() == "ago"
        or kind in {"name", "month"}
        or (kind == "unit" and word.relation != "appos")
    )
