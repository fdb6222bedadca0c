"""Copies: tellings that stand in text taken from another report, and the telling each was taken from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.assess.assertions import Assertion
from whence.assess.dependence import dependence
from whence.assess.roots import Root
from whence.names import normal_name
from whence.records import Reprint, Span

CERTAIN = 0.9
"""A dependence this probable counts as certain: the two roots are one. No gold for independence exists yet,
so the probabilities here and in the modules beside are judgements, ordered by the strength of what the text
says."""
PLAY = 40
"""Characters by which a reprinted trigger may be off: runs ignore differences in spacing and punctuation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Of one telling (event_mention_id) the telling it was taken from."""

    of: str
    edge: Reprint

    @property
    def probability(self) -> float:
        return self.edge.probability

    @property
    def evidence(self) -> str:
        return self.edge.evidence

    def certain(self, item: Assertion) -> bool:
        """Whether an assertion of the telling surely is no word of its own. Who could have known and is named
        outside the shared text was asked by this report: its word is no copy."""
        if self.probability < CERTAIN:
            return False
        source = item.chain[0].source if item.chain else None
        if not item.root.firm or source is None or source.start is None or source.end is None:
            return True
        return any(low <= source.start and source.end <= high for low, high, _, _ in self.edge.spans)


def copied_mentions(
    group: Sequence[Assertion], reprints: Mapping[str, Sequence[Reprint]]
) -> dict[str, Copied]:
    """event_mention_id → the mention in another report whose reprinted text it stands in (the most probable).
    ``reprints`` are keyed by child."""
    by_document: dict[str, dict[str, Span]] = {}
    for item in group:
        told = by_document.setdefault(item.document.document_id, {})
        told[item.mention.event_mention_id] = item.mention.trigger
    edges: dict[str, list[Reprint]] = {}
    for edge in _turned(group, [edge for key in by_document for edge in reprints.get(key, ())]):
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
                found[mention_id] = Copied(of=of_id, edge=edge)
    return found


def _turned(group: Sequence[Assertion], edges: Sequence[Reprint]) -> list[Reprint]:
    """The edges, those of which nothing says who had the text first turned towards the report whose outlet
    tells the event elsewhere too, or whose roots stand nearest to all others: it was there before its client,
    and a copy must add no origin by coming first in the order of ids."""
    roots: dict[str, set[Root]] = {}
    outlets: dict[str, str] = {}
    for item in group:
        roots.setdefault(item.document.document_id, set()).add(item.root)
        outlets[item.document.document_id] = normal_name(item.document.outlet or "")
    sure = [edge for edge in edges if edge.probability >= CERTAIN and edge.of_document_id in roots]
    decided = {edge.document_id for edge in sure if edge.direction == "known"}
    found = list(edges)
    for members in _joined(edge for edge in sure if edge.direction == "undecided"):
        if decided & members:
            continue
        others = roots.keys() - members
        told = {root for key in others for root in roots[key]}
        elsewhere = {root.newsroom for root in told} - {""}
        top = members - {edge.document_id for edge in sure}
        best = max(
            sorted(members),
            key=lambda key: (outlets[key] in elsewhere, _nearness(roots[key], told | roots[key]), key in top),
        )
        found = [
            _reversed(edge) if edge.document_id == best and edge.of_document_id in members else edge
            for edge in found
        ]
    return found


def _joined(edges: Iterable[Reprint]) -> list[set[str]]:
    """The documents that edges join."""
    groups: list[set[str]] = []
    for edge in edges:
        pair = {edge.document_id, edge.of_document_id}
        near = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair] + [pair.union(*near)]
    return groups


def _nearness(roots: Iterable[Root], others: Iterable[Root]) -> float:
    return sum(1.0 if root == other else dependence(root, other) for root in roots for other in others)


def _reversed(edge: Reprint) -> Reprint:
    return replace(
        edge,
        document_id=edge.of_document_id,
        of_document_id=edge.document_id,
        spans=tuple((c, d, a, b) for a, b, c, d in edge.spans),
    )


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
