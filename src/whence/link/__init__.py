"""Across documents: reprints, stories, actors and events. What a document's stages wrote is never edited
here; the result is mapping tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.link.actors import link_actors
from whence.link.events import link_events
from whence.link.judged_reprints import judge_reprints
from whence.link.reprints import find_reprints
from whence.link.stories import find_stories
from whence.link.versions import find_versions
from whence.records import Judgement
from whence.tables import DocumentRecords, Linked

__all__ = ["link"]


def link(analyses: Sequence[DocumentRecords], judgements: Iterable[Judgement] = ()) -> Linked:
    """Link all documents of an account; the result depends on the set of documents and of what people
    decided, not on their order."""
    ordered = sorted(
        (item.with_known_parties() for item in analyses),
        key=lambda item: (item.document.published or "9999", item.document.document_id),
    )
    versions = find_versions(item.document for item in ordered)
    decided = tuple(judgements)
    reprints = judge_reprints(find_reprints(ordered, versions), ordered, decided)
    stories = find_stories(ordered, reprints)
    actor_of, actors = link_actors(ordered, stories, decided)
    event_of = link_events(ordered, stories, actor_of, decided)
    return Linked(
        reprints=reprints,
        stories=stories,
        event_of=event_of,
        actor_of=actor_of,
        actors=actors,
        version_of=versions,
    )
