"""Across documents: reprints, stories, actors and events. What a document's stages wrote is never edited
here; the result is mapping tables.

:func:`link_documents` goes through all documents of an account and keeps a digest of each;
:func:`link_circle` then needs the documents of one of its :func:`circles` at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.link.actors import link_actors
from whence.link.circles import Circle, Shares, circles
from whence.link.descriptions import link_descriptions
from whence.link.digest import Digest, Sharing, digest
from whence.link.events import link_events
from whence.link.fingerprints import NO_SHINGLES
from whence.link.judged import about, actors_at, verdicts
from whence.link.judged_reprints import judge_reprints
from whence.link.reprints import find_reprints
from whence.link.stories import find_stories
from whence.link.terms import NO_TERMS
from whence.link.versions import find_versions
from whence.records import Judgement
from whence.tables import DocumentRecords, Documents, Linked

__all__ = [
    "Circle",
    "Digest",
    "Shares",
    "Sharing",
    "about",
    "circles",
    "digest",
    "link",
    "link_circle",
    "link_documents",
]


def link(documents: Documents, judgements: Iterable[Judgement] = ()) -> Linked:
    """Link all documents of an account; the result depends on the set of documents and of what people
    decided, not on their order."""
    decided = tuple(judgements)
    texts = {anchor.sha256 for judgement in decided for anchor in judgement.anchors}
    digests = [digest(item, whole=item.document.sha256 in texts) for item in documents]
    judged = list(documents.of(about((item.document for item in digests), decided)))
    linked = link_documents(digests, documents, judged, decided)
    shares = Shares(linked, digests)
    actor_of, event_of = dict(linked.actor_of), dict(linked.event_of)
    actors = {actor.actor_id: actor for actor in linked.actors}
    for circle in circles(linked.stories, judged, decided):
        items = list(documents.of({key for story in circle for key in story.document_ids}))
        found = link_circle(items, circle, shares.of([circle]), decided)
        actor_of |= found.actor_of
        event_of |= found.event_of
        actors |= {actor.actor_id: actor for actor in found.actors}
    ordered = tuple(sorted(actors.values(), key=lambda actor: actor.actor_id))
    return replace(linked, actor_of=actor_of, actors=ordered, event_of=event_of)


def link_documents(
    digests: Sequence[Digest],
    documents: Documents,
    judged: Sequence[DocumentRecords] = (),
    judgements: Iterable[Judgement] = (),
) -> Linked:
    """Reprints, versions, stories and actors with a name, but no events. ``digests`` are of all ``documents``
    (``whole`` ones of ``judged``, of which something is judged); they lose their shingles and terms."""
    decided = tuple(judgements)
    versions = find_versions(item.document for item in digests)
    reprints = judge_reprints(find_reprints(digests, documents, versions), judged, decided)
    for item in digests:  # a third of what they take
        item.shingles = NO_SHINGLES
    stories = find_stories(digests, reprints)
    for item in digests:
        item.terms = NO_TERMS
    actor_of, actors = link_actors(digests, stories, verdicts(decided, "actor", actors_at(judged)))
    return Linked(
        reprints=reprints, stories=stories, event_of={}, actor_of=actor_of, actors=actors, version_of=versions
    )


def link_circle(
    items: Sequence[DocumentRecords], circle: Circle, linked: Linked, judgements: Iterable[Judgement] = ()
) -> Linked:
    """The rest: actors without a name, and events. ``items`` are the documents of ``circle``, ``linked`` what
    is known of them."""
    described, actors = link_descriptions(items, circle, linked.actor_of)
    actor_of = {**linked.actor_of, **described}
    event_of = link_events(items, circle, actor_of, judgements)
    return replace(
        linked, stories=circle, actor_of=actor_of, actors=(*linked.actors, *actors), event_of=event_of
    )
