"""Events across documents: which tellings are of one event.

Only inside a story, and only between tellings of one PLOVER type (deterministic blocking); average-link
agglomeration with cannot-link pairs. A document's own coreference, decided by ``extract``, is kept.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from whence.link.agglomerate import agglomerate
from whence.link.compare import Telling, compare, telling
from whence.link.judged import events_at, verdicts
from whence.records import Actor, EventMention, Judgement, Place, Story
from whence.tables import DocumentRecords

THRESHOLD = 0.60
"""Least average score of one event: type and trigger (.45) alone never reach it, nor type and actor (.50);
one more agreement does."""
SAME_DOCUMENT = 0.20
"""A document that tells of an event twice usually says so in a way ``extract`` sees, so two of its tellings
need this much more to be joined here."""


def link_events(
    analyses: Sequence[DocumentRecords],
    stories: Sequence[Story],
    actor_of: Mapping[str, str],
    judgements: Iterable[Judgement] = (),
) -> dict[str, str]:
    """event_mention_id → event_id, the event_mention_id of the earliest mention with the prefix of events.
    What a person judged goes before what is read, across types and stories too."""
    by_id = {item.document.document_id: item for item in analyses}
    actors = {actor.actor_id: actor for item in analyses for actor in item.actors}
    decided = list(judgements)
    verdict = verdicts(decided, "event", events_at(analyses)) if decided else {}
    apart = {pair for pair, said in verdict.items() if said == "different"}
    mapping: dict[str, str] = {}
    for story in stories:
        items = [by_id[key] for key in story.document_ids]
        for block in _blocks(items, actors, actor_of):
            mapping |= _link(block, apart)
    same = [pair for pair, said in verdict.items() if said == "same"]
    return _joined(mapping, analyses, same) if same else mapping


def _joined(
    mapping: Mapping[str, str], analyses: Sequence[DocumentRecords], same: Iterable[frozenset[str]]
) -> dict[str, str]:
    """``mapping`` with the events of each pair made one, under the id of the earliest."""
    local: dict[str, str] = {}
    order: dict[str, int] = {}
    ordered = sorted(analyses, key=lambda a: (a.document.published or "9999", a.document.document_id))
    for item in ordered:
        for told in sorted(item.event_mentions, key=lambda m: (m.trigger.start, m.event_mention_id)):
            event = mapping[told.event_mention_id]
            local[told.event_id] = event
            order.setdefault(event, len(order))
    root = {event: event for event in order}

    def of(event: str) -> str:
        while root[event] != event:
            event = root[event]
        return event

    for pair in sorted(sorted(pair) for pair in same):
        first, later = sorted((of(local[key]) for key in pair), key=order.__getitem__)
        root[later] = first
    return {mention: of(event) for mention, event in mapping.items()}


def _blocks(
    items: Sequence[DocumentRecords], actors: Mapping[str, Actor], actor_of: Mapping[str, str]
) -> Iterator[list[tuple[str, tuple[EventMention, ...], Telling]]]:
    """Tellings (document_id, mentions, features) of a story, grouped by type, in order of publication."""
    blocks: dict[tuple[str, str], list[tuple[str, tuple[EventMention, ...], Telling]]] = {}
    for item in items:
        places: dict[str, Place] = {place.place_id: place for place in item.places}
        contested: dict[str, frozenset[str]] = {}
        for stance in item.stances:
            if stance.scope != "event":
                fields = contested.get(stance.event_mention_id, frozenset())
                contested[stance.event_mention_id] = fields | {stance.scope}
        named = {m.refers_to for m in item.mentions if m.form == "name" and m.refers_to}
        local: dict[str, list[EventMention]] = {}
        for mention in sorted(item.event_mentions, key=lambda m: (m.trigger.start, m.event_mention_id)):
            local.setdefault(mention.event_id, []).append(mention)
        for mentions in local.values():
            features = telling(
                tuple(mentions),
                contested=contested,
                actors=actors,
                actor_of=actor_of,
                named=named,
                places=places,
                published=item.document.published,
            )
            key = (features.type, features.other or "")
            blocks.setdefault(key, []).append((item.document.document_id, tuple(mentions), features))
    yield from blocks.values()


def _link(
    block: Sequence[tuple[str, tuple[EventMention, ...], Telling]], judged_apart: Container[frozenset[str]]
) -> dict[str, str]:
    similar: dict[tuple[int, int], float] = {}
    apart: list[tuple[int, int]] = []
    for (i, left), (j, right) in combinations(enumerate(block), 2):
        found = compare(left[2], right[2])
        if found is None or frozenset((left[1][0].event_id, right[1][0].event_id)) in judged_apart:
            apart.append((i, j))
        else:
            similar[i, j] = found[0] - (SAME_DOCUMENT if left[0] == right[0] else 0)
    mapping: dict[str, str] = {}
    for group in agglomerate(len(block), similar, THRESHOLD, apart=apart):
        event_id = block[group[0]][1][0].event_id
        mapping |= {m.event_mention_id: event_id for i in group for m in block[i][1]}
    return mapping
