"""What one event has from another of its sentence: who acts by means of it, and whom its content reaches
(:mod:`whence.extract.reaching`).

"Killed in an *Israeli* strike" is done by whom the strike is of.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from whence.extract.frame import Coding, Frame
from whence.extract.reaching import Told, reaching
from whence.handover import EventCandidate

BY = frozenset({"in", "by", "during", "from", "under"})
"""Prepositions of the event that another one happens by."""
HARM = frozenset({"ASSAULT", "COERCE"})
At = Mapping[tuple[int, int], EventCandidate]
"""(sentence, head word) → event."""


def shared(
    coded: Sequence[tuple[Frame, Coding]],
    events: Sequence[EventCandidate],
    pronouns: Collection[int],
    said: Sequence[tuple[int, ...]],
) -> list[EventCandidate]:
    """``events``, of which ``coded`` are the frames, with the parties that they have from others.
    ``pronouns``: indices of phrases that may mean who suffers ("were killed in *their* attack"). ``said``: of
    each event the phrases by which a clause of content that is no event reaches somebody."""
    keys = [(event.sentence, event.head) for event in events]
    framed = dict(zip(keys, (frame for frame, _ in coded), strict=True))
    at = dict(zip(keys, events, strict=True))
    harmed = {key: _harming(framed[key], event, at, pronouns) for key, event in at.items()}
    told = Told(harmed, framed, dict(zip(keys, said, strict=True)))
    return [reaching(harmed[key], told) for key in keys]


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
    why = {**event.why, "actor": f"of the {done.lemma} it is done by"}
    return replace(
        event, actors=actors, why=why, evidence={**event.evidence, "actor": done.evidence["actor"]}
    )
