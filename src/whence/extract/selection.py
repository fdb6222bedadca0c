"""Which of a sentence's coded frames are told as events: light verbs and reporting verbs step back."""

from __future__ import annotations

from whence.extract.frame import Coding, Frame
from whence.extract.nominal import compound
from whence.extract.tables import words
from whence.extract.tree import preposition

REPORTING = frozenset({"tell", "remind", "inform", "warn"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
Coded = tuple[Frame, Coding]
ANCHORS = frozenset(
    {"after", "before", "since", "following", "until", "during", "amid", "ahead_of", "prior_to"}
)
"""Prepositions that make a noun of action a mere time anchor ("after the attack": gold guidelines, 11)."""


def selected(coded: tuple[Coded, ...]) -> tuple[Coded, ...]:
    """The frames to keep, in text order."""
    lent = {frame.light_verb.index for frame, _ in coded if frame.light_verb is not None}
    # Both words of a compound tell one event ("cease-fire").
    halves = {
        parts[0].index
        for frame, _ in coded
        if frame.nominal
        for parts in (compound(frame.sentence, frame.head)[1],)
        if len(parts) > 1 and frame.head == parts[-1]
    }
    return tuple(
        (frame, coding)
        for frame, coding in coded
        if frame.head.index not in lent | halves
        and not is_time_anchor(frame)
        and not is_standing(frame)
        and not (coding.type == "REQUEST" and is_report(frame))
    )


def is_time_anchor(frame: Frame) -> bool:
    """Whether a noun only says when something else happened and tells nothing of its own."""
    if not frame.nominal or frame.head.relation not in {"obl", "nmod"}:
        return False
    if preposition(frame.sentence, frame.head) not in ANCHORS:
        return False
    return not (frame.agents or frame.patients or frame.obliques)


def is_standing(frame: Frame) -> bool:
    """Whether a participle before a noun tells a standing tie, which is a relation ("US-*backed* rebels")."""
    head = frame.head
    tying = words("relations/participles.tsv", "lemma")
    return head.deprel == "amod" and head.upos == "VERB" and head.lemma.lower() in tying


def is_report(frame: Frame) -> bool:
    """Whether a verb of telling has a finite clause as content ("told reporters they left"), not an order."""
    clause = frame.complement
    if frame.lemma not in REPORTING or clause is None or clause.relation != "ccomp":
        return False
    return clause.xpos in FINITE or any(
        a.xpos in FINITE for a in frame.sentence.children(clause, "aux", "cop")
    )
