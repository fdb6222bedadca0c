"""Events the article tells flatly that it first told through a source."""

from __future__ import annotations

from collections.abc import Mapping

from whence.handover import Extraction


def restated_events(extraction: Extraction, holder: Mapping[int, int | None]) -> frozenset[int]:
    """Indices of events in the article's own voice whose cluster was told through a source before."""
    sourced: set[int] = set()
    found: set[int] = set()
    for event in sorted(extraction.events, key=lambda e: (e.trigger.start, e.index)):
        if holder[event.index] is not None:
            sourced.add(event.cluster)
        elif event.cluster in sourced:
            found.add(event.index)
    return frozenset(found)
