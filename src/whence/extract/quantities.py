"""What numbers count in an event: "at least 20 people killed" is killed 20–."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from whence.extract.frame import Frame
from whence.extract.numbers import Number, numbers_in
from whence.extract.phrases import agent_nouns
from whence.extract.tables import mapping
from whence.extract.tree import first_conjunct, measure, preposition
from whence.handover import QuantityCandidate, Sentence, Word
from whence.records import QuantityRole

COUNTS = frozenset({"nummod", "amod", "det", "compound", "nmod", "nsubj", "advmod"})
"""Relations by which a number hangs on what it counts."""
SUMS = frozenset({"toll", "count", "number"})
"""Nouns of which a verb tells the number."""
KNOWN = frozenset({"the", "these", "those", "all", "his", "her", "their", "its", "our"})
ROLE_OF: Mapping[str, QuantityRole] = {
    "killed": "killed",
    "injured": "injured",
    "arrested": "arrested",
    "displaced": "displaced",
}


def quantities(frame: Frame, lemma: str) -> tuple[QuantityCandidate, ...]:
    """The quantities in a frame's slots, in text order; ``lemma`` of the event decides what those of its
    patients count, all others count people (``size``) or things (``other``)."""
    sentence = frame.sentence
    numbers = numbers_in(sentence)
    if not numbers:
        return ()
    role = ROLE_OF.get(mapping("quantities/roles.tsv", "lemma", "role").get(lemma, ""))
    undergoing = (*frame.patients, *frame.indirect, *((frame.head,) if frame.nominal else ()))
    taking_part = tuple(w for w in frame.agents if frame.nominal or is_own(frame, w))
    if role and not frame.patients and not frame.nominal:
        undergoing = (*undergoing, *taking_part)
    if lemma in SUMS:
        undergoing = (*undergoing, *sums(frame))
    others = (
        *taking_part,
        *(w for case, w in frame.obliques if case in {"of", "by", "with", "to", "from", "for"}),
    )
    found: dict[int, QuantityCandidate] = {}
    for words, given, takes_part in ((undergoing, role, False), (others, None, True)):
        for word in words:
            for number in numbers:
                if counts(sentence, number, word) and (given or not is_known(sentence, number)):
                    kind = given or ("size" if takes_part and is_people(sentence, word) else "other")
                    found.setdefault(number.first, _candidate(sentence, number, kind))
    return tuple(found[first] for first in sorted(found))


def is_own(frame: Frame, word: Word) -> bool:
    """Whether a participant hangs on this predicate itself, so that its number is not told twice."""
    sentence = frame.sentence
    return first_conjunct(sentence, measure(sentence, word)).head == frame.head.index


def sums(frame: Frame) -> tuple[Word, ...]:
    """What a toll amounts to: "the death toll rose to *22*", "the toll is *22*"."""
    sentence, noun = frame.sentence, frame.head
    head = sentence.head(noun)
    if head is None or noun.relation not in {"nsubj", "obj"}:
        return ()
    return (head,) if head.upos != "VERB" else sentence.children(head, "obl", "obj", "xcomp")


def counts(sentence: Sentence, number: Number, word: Word) -> bool:
    """Whether ``number`` is, or counts, the phrase headed by ``word``."""
    if number.first <= word.index <= number.last:
        return True
    head = number.head
    if head.head == word.index and head.relation in COUNTS and preposition(sentence, head) == "":
        return number.first < word.index
    return word.head == head.index and word.relation == "nmod" and preposition(sentence, word) == "of"


def is_known(sentence: Sentence, number: Number) -> bool:
    """Whether a number only recalls how many there are ("*both* parents", "the *two* officers")."""
    return _at(sentence, number.first) == "both" or _at(sentence, number.first - 1) in KNOWN


def _at(sentence: Sentence, index: int) -> str:
    return sentence.word(index).text.lower() if index >= 1 else ""


def is_people(sentence: Sentence, word: Word) -> bool:
    """Whether what is counted are people: by the type of the phrase, or of what "of" names."""
    of = [w for w in sentence.children(word, "nmod", "obl") if preposition(sentence, w) == "of"]
    return any(
        w.head_type in {"person", "organization"} or w.lemma.lower() in agent_nouns()
        for w in (word, measure(sentence, word), *of)
    )


def _candidate(sentence: Sentence, number: Number, role: QuantityRole) -> QuantityCandidate:
    first, last = sentence.word(number.first), sentence.word(number.last)
    return QuantityCandidate(
        role=role,
        start=first.start,
        end=last.end,
        text="",
        low=number.low,
        high=number.high,
        approximate=number.approximate,
    )


def with_text(quantity: QuantityCandidate, text: str) -> QuantityCandidate:
    """``quantity`` with its words cut from the document's ``text``."""
    return replace(quantity, text=text[quantity.start : quantity.end])
