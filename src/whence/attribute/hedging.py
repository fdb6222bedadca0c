"""Words of an event's own clause that weaken or open it: modals, adverbs, "is to", "if", what is wanted."""

from __future__ import annotations

from dataclasses import dataclass

from whence.attribute.subjects import case_of
from whence.attribute.tables import HedgeRule, hedges, words
from whence.handover import EventCandidate, Sentence, Word
from whence.records import Certainty, Sign

_STRENGTH: dict[Certainty, int] = {"none": 0, "possible": 1, "probable": 2, "certain": 3}
_STEPS = 5
"""Words up the tree that a hedge may stand above its event."""
_CLAUSAL = ("xcomp", "ccomp", "conj", "csubj", "acl")
_ARGUMENT = ("obj", "nsubj", "obl", "nmod")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """``sign`` is ``None`` where the hedge leaves the sign; ``replaces``: its certainty holds even where the
    event's own is weaker."""

    word: Word
    certainty: Certainty
    sign: Sign | None
    replaces: bool


def weaker(one: Certainty, other: Certainty) -> Certainty:
    return one if _STRENGTH[one] <= _STRENGTH[other] else other


def hedge_of(sentence: Sentence, event: EventCandidate, stop: Word | None) -> Hedge | None:
    """The weakest hedge over an event, below ``stop`` (the cue that reports it)."""
    found: list[Hedge] = []
    current = sentence.word(event.head)
    open_event = event.realis in ("future", "conditional")
    for _ in range(_STEPS):
        found.extend(_beside(sentence, current, event))
        head = sentence.head(current)
        if head is None or (stop is not None and head.index == stop.index):
            break
        rule = hedges().get((head.lemma.lower(), head.upos))
        governed = _governed(sentence, current, head, rule)
        if governed is not None:
            found.append(governed)
        clausal = current.relation in _CLAUSAL
        if current.relation == "conj" and sentence.child(current, "nsubj", "aux"):
            break
        if not clausal and not (open_event and current.upos == "NOUN" and current.relation in _ARGUMENT):
            break
        current = head
    return min(found, key=lambda h: (h.sign is None, _STRENGTH[h.certainty], h.word.index), default=None)


def _beside(sentence: Sentence, word: Word, event: EventCandidate) -> list[Hedge]:
    found: list[Hedge] = []
    for child in sentence.children(word, "aux", "advmod", "amod", "mark"):
        rule = hedges().get((child.lemma.lower(), child.upos))
        if child.relation == "mark":
            conditional = child.lemma.lower() in words("condition") and word.relation == "advcl"
            if conditional and sentence.words[child.index - 2].text.lower() != "even":
                found.append(Hedge(word=child, certainty="possible", sign="?", replaces=False))
            elif child.lemma.lower() == "to" and (copula := _is_to(sentence, child)) is not None:
                found.append(Hedge(word=copula, certainty="probable", sign=None, replaces=False))
        elif rule is not None and not _past_plan(child, event) and not _inability(child, event):
            found.append(
                Hedge(word=child, certainty=rule.certainty, sign="?" if rule.wish else None, replaces=False)
            )
    return found


def _is_to(sentence: Sentence, mark: Word) -> Word | None:
    """The form of "be" of "is to face trial", "were to meet"."""
    before = sentence.word(mark.index - 1) if mark.index > 1 else None
    return before if before is not None and before.lemma.lower() == "be" and before.text != "be" else None


def _past_plan(word: Word, event: EventCandidate) -> bool:
    """Whether "planned" only describes something that came about: "began a planned shutdown"."""
    return (
        word.relation == "amod" and word.lemma in words("scheduling") and event.realis in ("past", "ongoing")
    )


def _inability(word: Word, event: EventCandidate) -> bool:
    """Whether a modal is negated and so no hedge: "could not agree"."""
    cue = event.polarity_cue
    return (
        word.lemma == "could" and event.polarity == "-" and cue is not None and 0 <= cue.start - word.end <= 1
    )


def _governed(sentence: Sentence, current: Word, head: Word, rule: HedgeRule | None) -> Hedge | None:
    """The hedge that the head of ``current`` is: a raising verb, a suspicion, a wish."""
    if rule is None or current.relation in ("conj", "nsubj", "advmod"):
        return None
    if not rule.wish:
        nominal = current.relation in ("nmod", "obl", "obj")
        if nominal and head.upos != "NOUN":
            return None
        return Hedge(word=head, certainty=rule.certainty, sign=None, replaces=False)
    if current.relation in ("xcomp", "ccomp", "advcl", "acl"):
        if not any(m.lemma == "to" for m in sentence.children(current, "mark")):
            return None
        if sentence.child(head, "obj") is None and head.upos == "VERB":
            return Hedge(word=head, certainty="probable", sign=None, replaces=True)
    elif current.relation in ("nmod", "obl"):
        if case_of(sentence, current) != "for":
            return None
    elif current.relation != "obj" or current.upos != "NOUN":
        return None
    return Hedge(word=head, certainty="possible", sign="?", replaces=False)
