"""What one event has from another of its sentence: who acts by means of it, and whom its content reaches.

"Killed in an *Israeli* strike" is done by whom the strike is of; "refused to lift the ban on *the firm*" is
said to whom the lifting would reach; "demanded that *the rebels* leave" is asked of who is to leave.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from whence.extract.frame import Coding, Frame
from whence.handover import EventCandidate

BY = frozenset({"in", "by", "during", "from", "under"})
"""Prepositions of the event that another one happens by."""
HARM = frozenset({"ASSAULT", "COERCE"})
SPOKEN = frozenset({"AGREE", "REJECT", "THREATEN"})
"""Types that reach whom their content reaches."""
At = Mapping[tuple[int, int], EventCandidate]
"""(sentence, head word) → event."""


def shared(
    coded: Sequence[tuple[Frame, Coding]], events: Sequence[EventCandidate], pronouns: Collection[int]
) -> list[EventCandidate]:
    """``events``, of which ``coded`` are the frames, with the parties that they have from others.
    ``pronouns``: indices of phrases that may mean who suffers ("were killed in *their* attack")."""
    at = {(event.sentence, event.head): event for event in events}
    return [
        _reaching(frame, _harming(frame, event, at, pronouns), at)
        for (frame, _), event in zip(coded, events, strict=True)
    ]


def _harming(frame: Frame, event: EventCandidate, at: At, pronouns: Collection[int]) -> EventCandidate:
    """Harm that nobody is said to do has the actors of the harm that it is done by."""
    if event.type != "ASSAULT" or event.actors or frame.nominal:
        return event
    by = (at.get((event.sentence, word.index)) for name, word in frame.obliques if name in BY)
    done = next((other for other in by if other and other.type in HARM and other.actors), None)
    own = (*event.recipients, *pronouns)
    actors = tuple(index for index in done.actors if index not in own) if done else ()
    if done is None or not actors:
        return event
    return _filled(event, "actor", actors, f"of the {done.lemma} it is done by", done, "actor")


def _reaching(frame: Frame, event: EventCandidate, at: At) -> EventCandidate:
    """A speech act that names nobody it is directed at reaches whom its content does."""
    content = at.get((event.sentence, frame.complement.index)) if frame.complement else None
    if content is None or event.recipients:
        return event
    role = "recipient" if event.type in SPOKEN else "actor"
    held = content.recipients if role == "recipient" else content.actors
    reached = tuple(index for index in held if index not in event.actors)
    if not reached or event.type not in (*SPOKEN, "REQUEST"):
        return event
    return _filled(event, "recipient", reached, f"of its content {content.lemma}", content, role)


def _filled(
    event: EventCandidate, role: str, held: tuple[int, ...], why: str, other: EventCandidate, its: str
) -> EventCandidate:
    evidence = {**event.evidence, role: other.evidence[its]}
    told = {**event.why, role: why}
    if role == "actor":
        return replace(event, actors=held, why=told, evidence=evidence)
    return replace(event, recipients=held, why=told, evidence=evidence)
