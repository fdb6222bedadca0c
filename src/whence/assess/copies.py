"""Copies: tellings that stand in text taken from another report, and the telling each was taken from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whence.assess.assertions import Assertion
from whence.assess.dependence import CERTAIN
from whence.assess.roots import Root
from whence.assess.turned import turned
from whence.records import Reprint, Span

PLAY = 40
"""Characters by which a reprinted trigger may be off: runs ignore differences in spacing and punctuation."""
SPACING = 3
"""The same, between a trigger and its source in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Of one telling (event_mention_id) the telling it was taken from."""

    of: str
    edge: Reprint
    sources: frozenset[int]
    """How far before or after its trigger the other telling names its sources."""

    @property
    def probability(self) -> float:
        return self.edge.probability

    @property
    def evidence(self) -> str:
        return self.edge.evidence

    def certain(self, item: Assertion) -> bool:
        """Whether an assertion of the telling surely is no word of its own. Who could have known and is not
        named in the same stretch of shared text was asked by this report: its word is no copy."""
        if self.probability < CERTAIN:
            return False
        offset = _source_offset(item)
        if not item.root.firm or offset is None:
            return True
        trigger = item.mention.trigger
        source = item.chain[0].source
        start, end = min(source.start or 0, trigger.start), max(source.end or 0, trigger.end)
        return any(abs(offset - there) <= SPACING for there in self.sources) and any(
            low <= start and end <= high for low, high, _, _ in self.edge.spans
        )


def _source_offset(item: Assertion) -> int | None:
    """Characters from the trigger to the source; ``None`` without a source that is told."""
    source = item.chain[0].source if item.chain else None
    return None if source is None or source.start is None else source.start - item.mention.trigger.start


def copied_mentions(
    group: Sequence[Assertion], reprints: Mapping[str, Sequence[Reprint]]
) -> dict[str, Copied]:
    """event_mention_id → the mention in another report whose reprinted text it stands in (the most probable).
    ``reprints`` are keyed by child."""
    by_document: dict[str, dict[str, Span]] = {}
    sources: dict[str, set[int]] = {}
    for item in group:
        offset = _source_offset(item)
        if offset is not None:
            sources.setdefault(item.mention.event_mention_id, set()).add(offset)
        told = by_document.setdefault(item.document.document_id, {})
        told[item.mention.event_mention_id] = item.mention.trigger
    edges: dict[str, list[Reprint]] = {}
    for edge in turned(group, [edge for key in by_document for edge in reprints.get(key, ())]):
        edges.setdefault(edge.document_id, []).append(edge)
    found: dict[str, Copied] = {}
    for document_id, triggers in by_document.items():
        for mention_id, trigger in triggers.items():
            candidates = [
                (edge.probability, -distance, of_id, edge)
                for edge in edges.get(document_id, ())
                for of_id, of in by_document.get(edge.of_document_id, {}).items()
                for distance in (_distance(trigger, of, edge),)
                if distance <= PLAY
            ]
            if candidates:
                _, _, of_id, edge = max(candidates, key=lambda candidate: candidate[:3])
                found[mention_id] = Copied(of=of_id, edge=edge, sources=frozenset(sources.get(of_id, ())))
    return found


def _distance(trigger: Span, of: Span, edge: Reprint) -> int:
    """How far ``of`` is from where a shared run puts ``trigger`` in the parent; past :data:`PLAY` if
    nowhere."""
    places = [
        abs(of.start - (of_low + trigger.start - low))
        for low, high, of_low, _ in edge.spans
        if low <= trigger.start and trigger.end <= high and trigger.text.lower() == of.text.lower()
    ]
    return min(places, default=PLAY + 1)


def probable_copies(
    group: Sequence[Assertion], copied: Mapping[str, Copied], origin_of: Mapping[Root, Root]
) -> dict[tuple[Root, Root], float]:
    """(origin, origin it may be a copy of) → probability. An origin is as independent as the telling of it
    that is least probably a copy, so one with a telling that is none is no copy at all."""
    by_mention = roots_of_mentions(group)
    least: dict[Root, tuple[float, Root] | None] = {}
    for item in group:
        origin = origin_of[item.root]
        edge = copied.get(item.mention.event_mention_id)
        if edge is not None and edge.certain(item):
            continue
        if edge is None:
            least[origin] = None
            continue
        parents = sorted({origin_of[root] for root in by_mention[edge.of]} - {origin})
        if not parents:
            continue
        told = (edge.probability, parents[0])
        before = least.setdefault(origin, told)
        if before is not None:
            least[origin] = min(before, told)
    return {(origin, told[1]): told[0] for origin, told in least.items() if told is not None}


def roots_of_mentions(group: Iterable[Assertion]) -> dict[str, list[Root]]:
    """event_mention_id → the roots of its assertions."""
    found: dict[str, list[Root]] = {}
    for item in group:
        found.setdefault(item.mention.event_mention_id, []).append(item.root)
    return found
