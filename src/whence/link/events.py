"""Events across documents: which tellings are of one event.

Only inside a story. Mentions are compared where their type or their triggers agree, weighed by
:mod:`whence.link.evidence` and joined by average-link agglomeration; some pairs must stay apart. A document's
own coreference, decided by ``extract``, is evidence among others (of its pairs six in ten are one event on
gold train). Tellings in the same words count as one, so that a reprint changes nothing for the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whence.link.agglomerate import Ints, agglomerate, listed
from whence.link.evidence import Tellings, weigh
from whence.link.judged import events_at, verdicts
from whence.link.sets import Reports
from whence.link.tellings import Telling, telling
from whence.records import EventMention, Judgement, Story, stable_id
from whence.tables import DocumentRecords

THRESHOLD = 220
"""Least average probability of one event, per mille. CoNLL on ECB+ dev at 200, 220, 240, 280: 67.5, 68.2,
68.2, 67.3; at 240 one of 24 expectations of the founding example is missed (`python -m evals.seeds`)."""
NEGLIGIBLE = 60
"""Probability, per mille, under which two tellings count as unlike. CoNLL on ECB+ dev at 20, 40, 60: 68.0, at
80: 67.8; at 60 a story of 482 reports takes half the time it takes at 20."""
NEVER = -1
"""In place of the probability of two tellings that cannot be of one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One mention of an event."""

    mention: EventMention
    telling: Telling
    wording: tuple[object, ...]
    """Its sentence, the place of the trigger in it, and its date."""


def link_events(
    analyses: Sequence[DocumentRecords],
    stories: Sequence[Story],
    actor_of: Mapping[str, str],
    judgements: Iterable[Judgement] = (),
) -> dict[str, str]:
    """event_mention_id → event_id, the event_mention_id of the earliest mention with the prefix of events.
    What a person judged goes before what is read, across types and stories too.

    ``analyses`` are the documents of ``stories``, which are all or one of :func:`whence.link.circles`."""
    analyses = [item.with_known_parties() for item in analyses]
    texts = {item.document.sha256 for item in analyses}
    decided = [j for j in judgements if any(anchor.sha256 in texts for anchor in j.anchors)]
    verdict = verdicts(decided, "event", events_at(analyses)) if decided else {}
    apart = {pair for pair, said in verdict.items() if said == "different"}
    mapping: dict[str, str] = {}
    by_id = {item.document.document_id: item for item in analyses}
    for story in stories:
        told = tellings_of([by_id[key] for key in story.document_ids], actor_of)
        for group in joined(list(told), apart):
            event_id = stable_id("e", group[0].mention.event_mention_id)
            mapping |= {item.mention.event_mention_id: event_id for item in group}
    same = [pair for pair, said in verdict.items() if said == "same"]
    return _judged_same(mapping, analyses, same) if same else mapping


def joined(told: Sequence[Told], judged_apart: Iterable[frozenset[str]] = ()) -> list[list[Told]]:
    """The tellings of one story, by event; ``judged_apart`` are pairs of ids of mentions."""
    judged = [sorted(pair) for pair in judged_apart]
    nodes = _nodes(told, {key for pair in judged for key in pair})
    number = {item.mention.event_mention_id: n for n, node in enumerate(nodes) for item in node}
    parted = [sorted(number[key] for key in pair) for pair in judged if number.keys() >= set(pair)]
    first, second, similar = _compared(nodes)
    never = similar == NEVER
    for pair in parted:
        never |= (first == pair[0]) & (second == pair[1])
    walls = np.array(parted, np.int64).reshape(-1, 2)
    apart = (
        np.concatenate([first[never], walls[:, 0]]),
        np.concatenate([second[never], walls[:, 1]]),
    )
    row = listed(len(nodes), (first[~never], second[~never]), similar[~never])
    order = {item.mention.event_mention_id: n for n, item in enumerate(told)}
    return [
        sorted(
            (item for n in group for item in nodes[n]), key=lambda item: order[item.mention.event_mention_id]
        )
        for group in agglomerate(len(nodes), row, THRESHOLD, apart=apart)
    ]


def _compared(nodes: Sequence[Sequence[Told]]) -> tuple[Ints, Ints, Ints]:
    """Pairs ``i < j`` of nodes and the probability, per mille, that both are of one event, ``NEVER`` where
    they cannot be; pairs that are not there are unlike."""
    tellings = Tellings([node[0].telling for node in nodes])
    reports = Reports(
        [{item.mention.document_id for item in node} for node in nodes],
        [frozenset(item.mention.event_id for item in node) for node in nodes],
    )
    found = [(np.zeros(0, np.int32),) * 3]
    for i, j in tellings.candidates():
        together = reports.together(i, j)
        odds = weigh(tellings.evidence(i, j, together, reports.one(i, j, together))) / 100
        likely = np.rint(1000 / (1 + np.exp(-odds))).astype(np.int64)
        likely[tellings.apart(i, j)] = NEVER
        kept = (likely >= NEGLIGIBLE) | (likely == NEVER)
        found.append((i[kept].astype(np.int32), j[kept].astype(np.int32), likely[kept].astype(np.int32)))
    first, second, similar = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, second, similar


def _nodes(told: Sequence[Told], single: Collection[str]) -> list[list[Told]]:
    """Tellings in the same words together, but for those somebody judged (``single``)."""
    found: dict[object, list[Told]] = {}
    for item in told:
        key = item.mention.event_mention_id
        found.setdefault(key if key in single else item.wording, []).append(item)
    return list(found.values())


def _judged_same(
    mapping: Mapping[str, str], analyses: Sequence[DocumentRecords], same: Iterable[frozenset[str]]
) -> dict[str, str]:
    """``mapping`` with the events of each pair of mentions made one, under the id of the earliest."""
    order: dict[str, int] = {}
    for item in sorted(analyses, key=lambda a: (a.document.published or "9999", a.document.document_id)):
        for told in sorted(item.event_mentions, key=lambda m: (m.trigger.start, m.event_mention_id)):
            order.setdefault(mapping[told.event_mention_id], len(order))
    root = {event: event for event in order}

    def of(event: str) -> str:
        while root[event] != event:
            event = root[event]
        return event

    for pair in sorted(sorted(pair) for pair in same):
        first, later = sorted((of(mapping[key]) for key in pair), key=order.__getitem__)
        root[later] = first
    return {mention: of(event) for mention, event in mapping.items()}


def tellings_of(items: Sequence[DocumentRecords], actor_of: Mapping[str, str]) -> Iterator[Told]:
    """The tellings of the documents of one story, in their order and that of the text."""
    for item in items:
        actors = {actor.actor_id: actor for actor in item.actors}
        places = {place.place_id: place for place in item.places}
        contested: dict[str, frozenset[str]] = {}
        for stance in item.stances:
            if stance.scope != "event":
                fields = contested.get(stance.event_mention_id, frozenset())
                contested[stance.event_mention_id] = fields | {stance.scope}
        named = {m.refers_to for m in item.mentions if m.form == "name" and m.refers_to}
        at = {(m.start, m.end): m.refers_to for m in item.mentions if m.kind == "place" and m.refers_to}
        for mention in sorted(item.event_mentions, key=lambda m: (m.trigger.start, m.event_mention_id)):
            features = telling(
                mention,
                contested=contested.get(mention.event_mention_id, frozenset()),
                actors=actors,
                actor_of=actor_of,
                named=named,
                places=places,
                at=at,
                published=item.document.published,
            )
            sentence = " ".join(item.document.text[slice(*mention.sentence)].split())
            offset = mention.trigger.start - mention.sentence[0]
            yield Told(
                mention=mention,
                telling=features,
                wording=(sentence, offset, features.dates, features.realis),
            )
