"""Who, to whom, where and when: words of a coded frame → phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whence.extract.frame import Frame
from whence.extract.tree import argument_relation, preposition
from whence.handover import Phrase, Sentence, Word

Phrases = dict[tuple[int, int], Phrase]
"""(sentence, head word) → phrase."""
MAX_CLAUSES = 5
"""Clauses looked at above an event for a place or a time."""
SITES = ("at", "inside", "outside", "near", "in", "on", "within", "into", "to", "from", "across", "around")
"""Prepositions of place, the most specific first."""
PLACING = frozenset(
    {
        *SITES,
        "through",
        "throughout",
        "over",
        "off",
        "along",
        "toward",
        "towards",
        "onto",
        "between",
        "behind",
    }
)
UPWARD = frozenset(
    {"xcomp", "conj", "advcl", "obj", "obl", "nsubj", "nsubj:pass", "nmod", "acl", "acl:relcl"}
)
"""Relations across which an event shares place and time with what it hangs on; content clauses do not: where
something was said is not where it happened."""


def parties(sentence: Sentence, words: Iterable[Word], phrases: Phrases) -> tuple[int, ...]:
    """Phrases of the words of a slot; a word that is no actor stands for the actor it belongs to ("*ISIS*
    targets", "members of *the party*")."""
    found: list[int] = []
    for word in words:
        for phrase in _party(sentence, word, phrases):
            if phrase.index not in found:
                found.append(phrase.index)
    return tuple(found)


def _party(sentence: Sentence, word: Word, phrases: Phrases) -> Iterator[Phrase]:
    phrase = phrases.get((sentence.index, word.index))
    if phrase is not None:
        if phrase.kind != "time":
            yield phrase
        return
    for child in sentence.children(word, "nmod", "compound", "amod"):
        inner = phrases.get((sentence.index, child.index))
        if inner is not None and inner.kind == "actor" and preposition(sentence, child) in {"", "of"}:
            yield inner


def place(frame: Frame, trigger: Word, phrases: Phrases) -> tuple[int, str] | None:
    """The most specific place told of an event, and where it stands."""
    for step, anchor in enumerate(_anchors(frame, trigger)):
        found = _places_at(frame.sentence, anchor, phrases, frame if step == 0 else None)
        if found:
            return found[0].index, "own clause" if step == 0 else f"clause of {anchor.lemma}"
    return None


def _places_at(sentence: Sentence, anchor: Word, phrases: Phrases, frame: Frame | None) -> list[Phrase]:
    ranked: list[tuple[int, int, Phrase]] = []
    for child in sentence.children(anchor, "obl", "nmod", "advmod", "compound"):
        phrase = phrases.get((sentence.index, child.index))
        if phrase is None or phrase.kind != "place":
            continue
        case = preposition(sentence, child)
        if case in PLACING or (case == "" and child.relation == "compound"):
            ranked.append((SITES.index(case) if case in SITES else len(SITES), child.index, phrase))
    if not ranked and frame is not None:
        for word in (*frame.patients, *(w for case, w in frame.obliques if case in PLACING or case == "of")):
            phrase = phrases.get((sentence.index, word.index))
            if phrase is not None and (phrase.kind == "place" or word.head_type == "place"):
                ranked.append((len(SITES) + 1, word.index, phrase))
            else:
                inside = (phrases.get((sentence.index, c.index)) for c in sentence.children(word, "nmod"))
                ranked.extend(
                    (len(SITES) + 2, p.head, p)
                    for p in inside
                    if p is not None
                    and p.kind == "place"
                    and preposition(sentence, sentence.word(p.head)) in PLACING
                )
    return [phrase for _, _, phrase in sorted(ranked, key=lambda item: item[:2])]


def time(frame: Frame, trigger: Word, phrases: Phrases) -> tuple[int, str] | None:
    """The time expression that dates an event, and where it stands."""
    for step, anchor in enumerate(_anchors(frame, trigger)):
        for child in frame.sentence.children(anchor):
            phrase = phrases.get((frame.sentence.index, child.index))
            if phrase is None or phrase.kind != "time" or child.relation in {"nsubj", "obj", "conj"}:
                continue
            if preposition(frame.sentence, child) not in {"for", "than", "as"}:
                return phrase.index, "own clause" if step == 0 else f"clause of {anchor.lemma}"
    return None


def _anchors(frame: Frame, trigger: Word) -> Iterator[Word]:
    """The trigger, its light verb, and the heads above it that it shares place and time with."""
    yield trigger
    if frame.light_verb is not None:
        yield frame.light_verb
    word = trigger
    for _ in range(MAX_CLAUSES):
        relation, head = argument_relation(frame.sentence, word)
        if word.relation == "conj":
            first = frame.sentence.head(word)
            if first is None:
                return
            head = first
        elif relation not in UPWARD and not relation.startswith("acl"):
            return
        if head is None:
            return
        if head != frame.light_verb:
            yield head
        word = head
