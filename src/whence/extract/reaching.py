"""Whom an act reaches through its content: "refused to lift the ban on *the firm*", "rejected *the rebels*'
offer", "demanded that *the minister* resign", "condemned the attack by *the group*".

Who acts says, gives up, asks or condemns something that is an event itself; if nobody else is named, whom the
act is directed at is a party of that event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from whence.extract.confidence import UNSEEN
from whence.extract.frame import Frame
from whence.extract.tree import preposition
from whence.handover import EventCandidate, Word

Party = Literal["actor", "recipient"]
ABOUT = frozenset({"to", "of", "against", "over", "at", "on", "for", "about", "with", "into", "despite"})
"""Prepositions of what an act is about."""
ADDRESSED = frozenset({"REQUEST", "AGREE", "CONSULT", "ACCUSE", "THREATEN", "PROTEST", "SUPPORT"})
"""Types of content that come from whom they are rejected to ("rejected *their* demand")."""
PRESSURE = frozenset({"REQUEST", "PROTEST", "ACCUSE"})
"""Types of content that who makes them is yielded to for ("met the demands of *the union*")."""
MEASURES = frozenset({"COERCE", "SANCTION", "ASSAULT", "REJECT", "MOBILIZE", "THREATEN"})
"""Types of content that are lifted or ended for whom they are directed at."""
DEMANDS = frozenset({"REQUEST", "ACCUSE", "REJECT"})
"""Types of what people protest by saying ("marched, *calling* for the minister to go")."""
NOUN_LINKS = ("acl", "acl:relcl", "nmod")
VERB_LINKS = ("xcomp", "ccomp", "obj", "obl")
MAX_STEPS = 2
"""Words that are no events between an act and its content ("responded to *a letter with* the demand")."""
MAX_NESTING = 3
"""Acts in acts that are looked through ("refused to agree to lift the ban")."""


@dataclass(frozen=True, slots=True)
class Told:
    """The events of a document with their frames, by (sentence, head word)."""

    events: Mapping[tuple[int, int], EventCandidate]
    frames: Mapping[tuple[int, int], Frame]
    said: Mapping[tuple[int, int], tuple[int, ...]]
    """Phrases by which a clause of content reaches somebody, if it tells no event."""


def reaching(event: EventCandidate, told: Told, *, depth: int = MAX_NESTING) -> EventCandidate:
    """``event``, if it names nobody it is directed at, with whom its content reaches."""
    if event.recipients or depth == 0:
        return event
    for content in contents(told.frames[event.sentence, event.head], event.type, told):
        inner = reaching(content, told, depth=depth - 1)
        for role in reached(event.type, inner.type):
            held = inner.actors if role == "actor" else inner.recipients
            others = tuple(index for index in held if index not in event.actors)
            if others:
                return replace(
                    event,
                    recipients=others,
                    why={**event.why, "recipient": f"of its content {inner.lemma}"},
                    evidence={**event.evidence, "recipient": inner.evidence[role]},
                )
    frame = told.frames[event.sentence, event.head]
    plain = frame.complement is not None and (event.sentence, frame.complement.index) not in told.events
    held = told.said[event.sentence, event.head] if plain else ()
    others = tuple(index for index in held if index not in event.actors)
    if others and depth == MAX_NESTING:
        return replace(
            event,
            recipients=others,
            why={**event.why, "recipient": "of its clause of content"},
            evidence={**event.evidence, "recipient": UNSEEN},
        )
    return event


def reached(kind: str, content: str) -> tuple[Party, ...]:
    """The parties of a content that an act of type ``kind`` is directed at, in order of preference."""
    match kind:
        case "PROTEST" if content in DEMANDS:
            return "actor", "recipient"
        case "ACCUSE" | "PROTEST" | "REQUEST" | "SUPPORT":
            return ("actor",)
        case "REJECT" if content in ADDRESSED:
            return "actor", "recipient"
        case "REJECT" | "AGREE" | "THREATEN":
            return ("recipient",)
        case "CONCEDE" if content in PRESSURE:
            return "actor", "recipient"
        case "CONCEDE" if content in MEASURES:
            return ("recipient",)
        case _:
            return ()


def contents(frame: Frame, kind: str, told: Told) -> Iterator[EventCandidate]:
    """The events that a frame of an event of type ``kind`` is about, the nearest first."""
    sentence = frame.sentence
    queue = [(word, 0) for word in _topics(frame, kind)]
    seen = {frame.head.index, frame.light_verb.index if frame.light_verb else 0}
    while queue:
        word, steps = queue.pop(0)
        if word.index in seen:
            continue
        seen.add(word.index)
        content = told.events.get((sentence.index, word.index))
        if content is not None:
            yield content
        elif steps < MAX_STEPS:
            links = NOUN_LINKS if word.upos in {"NOUN", "PROPN"} else VERB_LINKS
            inward = (c for c in sentence.children(word, *links) if preposition(sentence, c) in {"", *ABOUT})
            queue.extend((child, steps + 1) for child in inward)


def _topics(frame: Frame, kind: str) -> Iterator[Word]:
    """The words that say what an act is about; of a protest also what people say by it."""
    if frame.complement is not None:
        yield frame.complement
    yield from frame.patients
    yield from (word for name, word in frame.obliques if name in ABOUT)
    if kind == "PROTEST":
        clauses = frame.sentence.children(frame.light_verb or frame.head, "advcl", "conj")
        yield from (c for c in clauses if c.index > frame.head.index and c.xpos in {"VB", "VBG"})
