"""Events the article tells flatly that it first told through a source."""

from __future__ import annotations

from collections.abc import Mapping

from whence.handover import EventCandidate, Extraction, Resolution


def restated_events(
    extraction: Extraction, resolution: Resolution, holder: Mapping[int, int | None]
) -> frozenset[int]:
    """Indices of events in the article's own voice that were told through a source before: the same
    cluster, the same word for it, and no argument that disagrees."""
    sourced: list[EventCandidate] = []
    found: set[int] = set()
    for event in sorted(extraction.events, key=lambda e: (e.trigger.start, e.index)):
        if holder[event.index] is not None:
            sourced.append(event)
        elif any(same_telling(event, other, extraction, resolution) for other in sourced):
            found.add(event.index)
    return frozenset(found)


def same_telling(
    one: EventCandidate, other: EventCandidate, extraction: Extraction, resolution: Resolution
) -> bool:
    """Whether two mentions of a cluster tell one event in one word and share an argument."""
    if one.cluster != other.cluster or one.lemma != other.lemma:
        return False
    mine, theirs = (_arguments(e, extraction, resolution) for e in (one, other))
    return bool(mine & theirs)


def _arguments(event: EventCandidate, extraction: Extraction, resolution: Resolution) -> frozenset[str]:
    """Actors, recipients, place and time, each by what it refers to, else by its words."""
    found: set[str] = set()
    indices = (*event.actors, *event.recipients, *((event.place,) if event.place is not None else ()))
    for index in indices:
        referent = resolution.referents.get(index)
        words = extraction.phrases[index].text.lower().removeprefix("the ")
        found.add((referent.actor_id or referent.place_id or words) if referent is not None else words)
    date = resolution.times.get(event.time) if event.time is not None else None
    if date is not None:
        found.add(f"{date.from_}/{date.to}")
    found.update(f"{q.role}:{q.low}-{q.high}" for q in event.quantities)
    return frozenset(found)
