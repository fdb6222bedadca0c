"""Events across documents: which tellings are of one event.

Only inside a story. Tellings are compared where their type or their triggers agree, weighed by
:mod:`whence.link.evidence` and joined by average-link agglomeration; some pairs must stay apart. A document's
own coreference, decided by ``extract``, is kept. Tellings in the same words count as one, so that a reprint
changes nothing for the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whence.link.agglomerate import agglomerate
from whence.link.evidence import Tellings, blocks, weigh
from whence.link.judged import events_at, verdicts
from whence.link.tellings import Telling, telling
from whence.records import EventMention, Judgement, Place, Story
from whence.tables import DocumentRecords

THRESHOLD = 230
"""Least average probability of one event, per mille. CoNLL on ECB+ dev at 180 to 260: 67.7 to 68.0."""
NEGLIGIBLE = 20
"""Probability, per mille, under which two tellings count as unlike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event as one document tells it."""

    document_id: str
    mentions: tuple[EventMention, ...]
    telling: Telling
    wording: tuple[object, ...]
    """Its sentences, with the place of the trigger in each, and its dates."""


def link_events(
    analyses: Sequence[DocumentRecords],
    stories: Sequence[Story],
    actor_of: Mapping[str, str],
    judgements: Iterable[Judgement] = (),
) -> dict[str, str]:
    """event_mention_id → event_id, the event_mention_id of the earliest mention with the prefix of events.
    What a person judged goes before what is read, across types and stories too."""
    decided = list(judgements)
    verdict = verdicts(decided, "event", events_at(analyses)) if decided else {}
    apart = {pair for pair, said in verdict.items() if said == "different"}
    mapping: dict[str, str] = {}
    by_id = {item.document.document_id: item for item in analyses}
    for story in stories:
        told = tellings_of([by_id[key] for key in story.document_ids], actor_of)
        for group in joined(list(told), apart):
            event_id = group[0].mentions[0].event_id
            mapping |= {m.event_mention_id: event_id for item in group for m in item.mentions}
    same = [pair for pair, said in verdict.items() if said == "same"]
    return _judged_same(mapping, analyses, same) if same else mapping


def joined(told: Sequence[Told], judged_apart: Iterable[frozenset[str]] = ()) -> list[list[Told]]:
    """The tellings of one story, by event; ``judged_apart`` are pairs of event ids as documents have them."""
    nodes = _nodes(told, {key for pair in judged_apart for key in pair})
    tellings = Tellings([node[0].telling for node in nodes])
    documents = [{item.document_id for item in node} for node in nodes]
    similar: dict[tuple[int, int], int] = {}
    apart: set[tuple[int, int]] = set()
    for i, j in blocks(*tellings.candidates()):
        forbidden = tellings.apart(i, j)
        pairs = list(zip(i.tolist(), j.tolist(), strict=True))
        together = np.fromiter(
            (not documents[a].isdisjoint(documents[b]) for a, b in pairs), bool, len(pairs)
        )
        odds = weigh(tellings.evidence(i, j, together)) / 100
        likely = np.rint(1000 / (1 + np.exp(-odds))).astype(int)
        for pair, never, share in zip(pairs, forbidden.tolist(), likely.tolist(), strict=True):
            if never:
                apart.add(pair)
            elif share >= NEGLIGIBLE:
                similar[pair] = share
    number = {item.mentions[0].event_id: n for n, node in enumerate(nodes) for item in node}
    for judged in judged_apart:
        both = sorted({number[key] for key in judged if key in number})
        if len(both) == 2:
            apart.add((both[0], both[1]))
            similar.pop((both[0], both[1]), None)
    groups = agglomerate(len(nodes), similar, THRESHOLD, apart=apart)
    order = {id(item): n for n, item in enumerate(told)}
    return [
        sorted((item for n in group for item in nodes[n]), key=lambda item: order[id(item)])
        for group in groups
    ]


def _nodes(told: Sequence[Told], single: Collection[str]) -> list[list[Told]]:
    """Tellings in the same words together, but for those somebody judged (``single``)."""
    found: dict[object, list[Told]] = {}
    for item in told:
        alone = item.mentions[0].event_id in single
        found.setdefault(item.mentions[0].event_id if alone else item.wording, []).append(item)
    return list(found.values())


def _judged_same(
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


def tellings_of(items: Sequence[DocumentRecords], actor_of: Mapping[str, str]) -> Iterator[Told]:
    """The tellings of the documents of one story, in their order and that of the text."""
    for item in items:
        actors = {actor.actor_id: actor for actor in item.actors}
        places: dict[str, Place] = {place.place_id: place for place in item.places}
        contested: dict[str, frozenset[str]] = {}
        for stance in item.stances:
            if stance.scope != "event":
                fields = contested.get(stance.event_mention_id, frozenset())
                contested[stance.event_mention_id] = fields | {stance.scope}
        named = {m.refers_to for m in item.mentions if m.form == "name" and m.refers_to}
        at = {(m.start, m.end): m.refers_to for m in item.mentions if m.kind == "place" and m.refers_to}
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
                at=at,
                published=item.document.published,
            )
            sentences = [
                (" ".join(item.document.text[slice(*m.sentence)].split()), m.trigger.start - m.sentence[0])
                for m in mentions
            ]
            yield Told(
                document_id=item.document.document_id,
                mentions=tuple(mentions),
                telling=features,
                wording=(*sorted(sentences), features.dates, features.realis),
            )
