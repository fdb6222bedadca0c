"""Who does what is done by means of another event: "killed in an *Israeli* strike"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.extract.frame import Coding, Frame
from whence.handover import EventCandidate

BY = frozenset({"in", "by", "during", "from", "under"})
"""Prepositions of the event that another one happens by."""
HARM = frozenset({"ASSAULT", "COERCE"})


def means(coded: Sequence[tuple[Frame, Coding]], events: Sequence[EventCandidate]) -> list[EventCandidate]:
    """``events``, of which ``coded`` are the frames: harm that nobody is said to do has the actors of the
    harm that it is done by."""
    at = {(event.sentence, event.head): event for event in events}
    found = []
    for (frame, _), event in zip(coded, events, strict=True):
        harm = event.type == "ASSAULT" and not event.actors and not frame.nominal
        by = [at.get((event.sentence, word.index)) for name, word in frame.obliques if harm and name in BY]
        done = next((other for other in by if other and other.type in HARM and other.actors), None)
        if done is not None:
            others = tuple(i for i in done.actors if i not in event.recipients)
            why = {**event.why, "actor": f"of the {done.lemma} it is done by"}
            evidence = {**event.evidence, "actor": done.evidence["actor"]}
            event = replace(event, actors=others, why=why, evidence=evidence)
        found.append(event)
    return found
