"""Negation where an event is worded: "did not ratify", "no strikes", "without firing", "failed to".

Refusal is an event of its own (REJECT), and "does not believe that" belongs to the attribution; neither is
negation here.
"""

from __future__ import annotations

from typing import Literal

from whence.extract.frame import Frame
from whence.extract.tables import mapping, words
from whence.handover import Sentence, Word

Polarity = Literal["+", "-"]


def polarity(frame: Frame) -> tuple[Polarity, Word | None]:
    """``-`` and the negating word if the event is negated where it is worded, else ``+``."""
    sentence = frame.sentence
    cue = negation_beside(sentence, frame.head, nominal=frame.nominal)
    if cue is None and frame.light_verb is not None:
        cue = negation_beside(sentence, frame.light_verb, nominal=False)
    if cue is None and not frame.nominal:
        cue = _shared(sentence, frame.head)
    if cue is None and frame.governor is not None:
        cue = _governed(sentence, frame.governor)
    if cue is None and frame.nominal:
        cue = _unseen(sentence, frame.head)
    if cue is None:
        cue = _no_participant(sentence, (*frame.agents, *frame.patients))
    return ("+", None) if cue is None else ("-", cue)


def _governed(sentence: Sentence, governor: Word) -> Word | None:
    """What negates an event through the verb it hangs on: "*failed* to", "*failed* to get elected", "does
    *not* plan to", but not "does not believe that"."""
    above = sentence.head(governor)
    if governor.lemma.lower() in {"get", "be"} and governor.relation == "xcomp" and above is not None:
        governor = above
    if _is(governor, "governor"):
        return governor
    aimed = mapping("realis/cues.tsv", "key", "realis").get(f"governor {governor.lemma.lower()}")
    verb = governor.upos in {"VERB", "ADJ"} and not _is(governor, "refusal")
    return negation_beside(sentence, governor) if verb and aimed in {"future", "conditional"} else None


def _unseen(sentence: Sentence, noun: Word) -> Word | None:
    """What negates a noun's event from outside its phrase: "*no* injuries or deaths", "*no* sign of a fire",
    "did *not* make any deal"."""
    head = sentence.head(noun)
    if head is None:
        return None
    if noun.relation == "conj" and head.upos == "NOUN":
        return next((d for d in sentence.children(head, "det") if _is(d, "determiner")), None)
    if noun.relation == "nmod" and _is(head, "evidence"):
        return negation_beside(sentence, head, nominal=True)
    if head.upos == "VERB" and any(d.text.lower() == "any" for d in sentence.children(noun, "det")):
        return negation_beside(sentence, head) or _no_participant(sentence, sentence.children(head, "nsubj"))
    return None


def _is(word: Word, kind: str) -> bool:
    known = words("realis/negation.tsv", "lemma", kind=kind)
    return word.lemma.lower() in known or word.text.lower() in known


def negation_beside(sentence: Sentence, head: Word, *, nominal: bool = False) -> Word | None:
    """The word that negates a predicate, or with ``nominal`` a noun of action."""
    for child in sentence.children(head, "advmod", "det", "cc:preconj", "mark", "case", "cc", "aux"):
        if child.relation in {"mark", "case"} and _is(child, "marker"):
            return child
        if child.relation == "det" and nominal and _is(child, "determiner"):
            return child
        if child.relation in {"advmod", "cc"} and _is(child, "modifier") and not _is_only(sentence, child):
            return child
        inner = next((c for c in sentence.children(child, "advmod") if _is(c, "modifier")), None)
        if child.relation == "advmod" and inner is not None and child.index < head.index:
            return inner
    return None


def _is_only(sentence: Sentence, cue: Word) -> bool:
    """Whether the negation belongs to "not only", which negates nothing."""
    return cue.index < len(sentence.words) and sentence.word(cue.index + 1).text.lower() in {
        "only",
        "just",
        "merely",
    }


def _shared(sentence: Sentence, verb: Word) -> Word | None:
    """Negation of the first of two coordinated bare verbs ("did not sign or *ratify*")."""
    head = sentence.head(verb)
    if verb.relation != "conj" or head is None or verb.xpos not in {"VB", "VBN"}:
        return None
    if sentence.child(verb, "aux", "nsubj") is not None or head.xpos != verb.xpos:
        return None
    joined = next((c.text.lower() for c in sentence.children(verb, "cc")), "")
    return None if joined == "but" else negation_beside(sentence, head, nominal=False)


def _no_participant(sentence: Sentence, participants: tuple[Word, ...]) -> Word | None:
    """ "No soldiers were killed", "nobody was hurt": the event is denied through a participant."""
    for word in participants:
        if _is(word, "subject"):
            return word
        for child in sentence.children(word, "det"):
            if _is(child, "determiner"):
                return child
    return None
