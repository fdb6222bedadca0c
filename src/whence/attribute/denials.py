"""Denials that reach beyond their own content, and denials that are about one argument only."""

from __future__ import annotations

from collections.abc import Mapping

from whence.attribute.chains import Node, chain
from whence.attribute.stances import argument_row
from whence.attribute.tables import words
from whence.attribute.telling import within
from whence.handover import EventCandidate, Extraction, ParsedDocument, Resolution, StanceCandidate

_REACH = 3
"""Sentences back that such an object may refer to."""
_ACCUSED_REACH = 12
"""Sentences back where the denier is told to be the one who did it."""


def denials(
    parsed: ParsedDocument,
    extraction: Extraction,
    resolution: Resolution,
    found: list[Node],
    ids: list[str],
    holder: Mapping[int, int | None],
) -> list[StanceCandidate]:
    """``-`` rows of deniers for events they deny without telling them: an accusation that was told
    before, or a claim inside the denial ("rejected claims that soldiers looted shops")."""
    rows: list[StanceCandidate] = []
    for at, node in enumerate(found):
        telling = node.telling
        if telling is None or telling.rule.act != "denies" or telling.negated:
            continue
        inside = [e for e in extraction.events if within(e.trigger.start, node.content)]
        claimed = [e for e in inside if at not in chain(found, holder[e.index])]
        accused = telling.complement is not None and telling.complement.lemma.lower() in words("deed")
        own = [e for e in inside if e.type != "ACCUSE"]
        target = claimed[:1]
        if accused and not claimed and not own:
            target = _deeds(extraction, resolution, found, at, holder)
        rows.extend(
            StanceCandidate(
                event=event.index,
                attribution_id=ids[at],
                sign="-" if event.polarity == "+" else "+",
                certainty="certain",
                scope="event",
                argument=None,
                cue=parsed.span(*node.cue) if node.cue else None,
                why=f"{telling.rule.rule_id}:denies what was told",
            )
            for event in target
        )
    return rows


def _deeds(
    extraction: Extraction,
    resolution: Resolution,
    found: list[Node],
    denier: int,
    holder: Mapping[int, int | None],
) -> list[EventCandidate]:
    """What a denied accusation is about: deeds that others tell of the denier, all of them if the
    accusations are many, else the nearest event told through another source, else the nearest."""
    telling = found[denier].telling
    assert telling is not None and telling.complement is not None
    before = [
        e
        for e in extraction.events
        if e.trigger.end <= telling.anchor
        and telling.sentence.index - e.sentence <= _ACCUSED_REACH
        and denier not in chain(found, holder[e.index])
        and e.realis in ("past", "ongoing")
        and e.type not in ("ACCUSE", "REJECT", "CONSULT")
    ]
    who = set(found[denier].source.actor_ids)
    told = [e for e in before if holder[e.index] is not None and who & _actor_ids(e, resolution)]
    if told:
        many = telling.complement.feature("Number") == "Plur"
        return told if many else told[-1:]
    near = [e for e in before if telling.sentence.index - e.sentence <= _REACH]
    return [max(near, key=lambda e: (holder[e.index] is not None, e.trigger.start))] if near else []


def _actor_ids(event: EventCandidate, resolution: Resolution) -> set[str | None]:
    return {resolution.referents[i].actor_id for i in event.actors if i in resolution.referents}


def narrowed(
    extraction: Extraction, resolution: Resolution, stances: list[StanceCandidate]
) -> list[StanceCandidate]:
    """Argument rows for denied mentions whose event is told as happened elsewhere with another recipient
    or place: there only that argument is at issue, not the occurrence."""
    events = {e.index: e for e in extraction.events}
    asserted = {s.event for s in stances if s.scope == "event" and s.sign == "+" and s.certainty != "none"}
    rows: list[StanceCandidate] = []
    for stance in stances:
        event = events[stance.event]
        if stance.sign != "-" or stance.attribution_id is None or event.realis not in ("past", "ongoing"):
            continue
        if not event.recipients or not any(
            _told_otherwise(event, events[other], extraction, resolution) for other in sorted(asserted)
        ):
            continue
        phrase = extraction.phrases[event.recipients[0]]
        rows.append(
            argument_row(
                stance, "recipient", (phrase.start, phrase.end), f"{stance.why}+occurrence told elsewhere"
            )
        )
    return rows


def _told_otherwise(
    event: EventCandidate, other: EventCandidate, extraction: Extraction, resolution: Resolution
) -> bool:
    if other.index == event.index or other.type != event.type or other.realis not in ("past", "ongoing"):
        return False
    mine, theirs = _actors(event, extraction, resolution), _actors(other, extraction, resolution)
    if mine and theirs and not mine & theirs:
        return False
    return bool(theirs) and _names(event.recipients, extraction, resolution) != _names(
        other.recipients, extraction, resolution
    )


def _actors(event: EventCandidate, extraction: Extraction, resolution: Resolution) -> frozenset[str]:
    """Countries and names of the actors: "Russia" and "Russian planes" are compatible."""
    found: set[str] = set()
    for index in event.actors:
        referent = resolution.referents.get(index)
        actor = (
            resolution.actor.get(referent.actor_id) if referent is not None and referent.actor_id else None
        )
        if actor is not None:
            found.add(actor.country or actor.actor_id)
        else:
            found.add(extraction.phrases[index].text.lower())
    return frozenset(found)


def _names(indices: tuple[int, ...], extraction: Extraction, resolution: Resolution) -> frozenset[str]:
    return frozenset(
        referent.name if (referent := resolution.referents.get(i)) is not None else extraction.phrases[i].text
        for i in indices
    )
