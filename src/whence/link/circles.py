"""Circles: stories that are linked and assessed together.

Events are linked inside a story, so every story is a circle of its own, but where somebody decided of
tellings in two stories whether they are of one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.link.digest import Digest
from whence.link.judged import events_at, verdicts
from whence.records import Judgement, Reprint, Story
from whence.tables import DocumentRecords, Linked

Circle = tuple[Story, ...]


def circles(
    stories: Sequence[Story], judged: Sequence[DocumentRecords] = (), judgements: Iterable[Judgement] = ()
) -> list[Circle]:
    """All ``stories``, each in one circle, in their order. ``judged`` are the documents of which something is
    judged."""
    root = {story.story_id: story.story_id for story in stories}

    def of(story: str) -> str:
        while root[story] != story:
            story = root[story]
        return story

    if judged:
        story_of = {key: story.story_id for story in stories for key in story.document_ids}
        home = {
            mention.event_mention_id: story_of[item.document.document_id]
            for item in judged
            for mention in item.event_mentions
        }
        for pair in sorted(map(sorted, verdicts(judgements, "event", events_at(judged)))):
            first, later = sorted(of(home[key]) for key in pair)
            root[later] = first
    found: dict[str, list[Story]] = {}
    for story in stories:
        found.setdefault(of(story.story_id), []).append(story)
    return [tuple(circle) for circle in found.values()]


class Shares:
    """What an account knows of the documents of some circles."""

    def __init__(self, linked: Linked, digests: Iterable[Digest]) -> None:
        self._linked = linked
        self._actors = {actor.actor_id: actor for actor in linked.actors}
        self._actors_of = {
            item.document.document_id: tuple(actor.actor_id for actor in item.actors) for item in digests
        }
        self._edges: dict[str, list[Reprint]] = {}
        for edge in linked.reprints:
            self._edges.setdefault(edge.document_id, []).append(edge)

    def of(self, chosen: Iterable[Circle]) -> Linked:
        linked = self._linked
        stories = tuple(story for circle in chosen for story in circle)
        documents = [key for story in stories for key in story.document_ids]
        actor_of = {key: linked.actor_of[key] for document in documents for key in self._actors_of[document]}
        return Linked(
            reprints=tuple(edge for key in documents for edge in self._edges.get(key, ())),
            stories=stories,
            event_of={},
            actor_of=actor_of,
            actors=tuple(self._actors[key] for key in sorted(set(actor_of.values()))),
            version_of={key: linked.version_of[key] for key in documents if key in linked.version_of},
        )
