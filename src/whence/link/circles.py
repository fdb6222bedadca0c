"""Circles: stories that are linked and assessed together.

Events are linked inside a story, so every story is a circle of its own, but where somebody decided of
tellings in two stories whether they are of one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.link.judged import events_at, verdicts
from whence.records import Judgement, Story
from whence.tables import DocumentRecords

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
