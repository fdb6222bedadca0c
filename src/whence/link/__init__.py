"""Across documents: reprints, stories, actors and events. What a document's stages wrote is never edited
here; the result is mapping tables.

:func:`link_documents` goes through all documents of an account and keeps a digest of each;
:func:`link_events` then needs the documents of one of its :func:`circles` at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.link.actors import link_actors
from whence.link.circles import Circle, circles
from whence.link.digest import Digest, digest
from whence.link.events import link_events
from whence.link.judged import about, actors_at, verdicts
from whence.link.judged_reprints import judge_reprints
from whence.link.reprints import find_reprints
from whence.link.stories import find_stories
from whence.link.versions import find_versions
from whence.records import Judgement
from whence.tables import DocumentRecords, Documents, Linked

__all__ = ["Circle", "Digest", "about", "circles", "digest", "link", "link_documents", "link_events"]


def link(documents: Documents, judgements: Iterable[Judgement] = ()) -> Linked:
    """Link all documents of an account; the result depends on the set of documents and of what people
    decided, not on their order."""
    decided = tuple(judgements)
    digests = [digest(item) for item in documents]
    judged = list(documents.of(about((item.document for item in digests), decided)))
    linked = link_documents(digests, documents, judged, decided)
    event_of: dict[str, str] = {}
    for circle in circles(linked.stories, judged, decided):
        items = list(documents.of({key for story in circle for key in story.document_ids}))
        event_of |= link_events(items, circle, linked.actor_of, decided)
    return replace(linked, event_of=event_of)


def link_documents(
    digests: Sequence[Digest],
    documents: Documents,
    judged: Sequence[DocumentRecords] = (),
    judgements: Iterable[Judgement] = (),
) -> Linked:
    """Reprints, versions, stories and actors, but no events. ``digests`` are of all ``documents``, ``judged``
    those of which something is judged."""
    decided = tuple(judgements)
    versions = find_versions(item.document for item in digests)
    reprints = judge_reprints(find_reprints(digests, documents, versions), judged, decided)
    stories = find_stories(digests, reprints)
    actor_of, actors = link_actors(digests, stories, verdicts(decided, "actor", actors_at(judged)))
    return Linked(
        reprints=reprints, stories=stories, event_of={}, actor_of=actor_of, actors=actors, version_of=versions
    )
