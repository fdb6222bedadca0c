"""Derivations: why one telling of an event depends on another, and which roots are left when they do.

Bases: a reprinted ``span`` (the sentence stands in text taken from another report), a ``credit`` (the chain
names who told it), the same ``utterance`` quoted, a shared ``detail`` (the report restates what it has a
source for elsewhere).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from whence.assess.assertions import Assertion
from whence.assess.roots import Root
from whence.names import normal_name
from whence.records import Derivation, EventMention, Reprint, Span

CERTAIN = 0.9
"""A dependence this probable counts as certain: the two roots are one. No gold for independence exists yet,
so the probabilities below are judgements, ordered by the strength of what the text says."""
RESTATED = 0.95
"""A report that has a source for an event and tells it again in its own voice restates that source."""
CREDITED = 0.9
"""A newsroom credited for what its own unnamed sources told it elsewhere is the way there, not a second
origin."""
SAME_ROOM = 0.5
"""Unnamed sources of one newsroom in differently worded roles."""
UNNAMED = 0.15
"""Unnamed sources of two newsrooms may be one person."""
PLAY = 40
"""Characters by which a reprinted trigger may be off: runs ignore differences in spacing and punctuation."""
UNSOURCED = 0.5
"""An article's own voice may rest on another report of the event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Of one telling (event_mention_id) the telling it was taken from."""

    of: str
    probability: float
    evidence: str


def copied_mentions(
    group: Sequence[Assertion], reprints: Mapping[str, Sequence[Reprint]]
) -> dict[str, Copied]:
    """event_mention_id → the mention in another report whose reprinted text it stands in (the most
    probable)."""
    by_document: dict[str, list[EventMention]] = {}
    for item in group:
        by_document.setdefault(item.document.document_id, []).append(item.mention)
    found: dict[str, Copied] = {}
    for item in group:
        candidates = [
            (edge.probability, -distance, of.event_mention_id, edge.evidence)
            for edge in reprints.get(item.document.document_id, ())
            for of in by_document.get(edge.of_document_id, ())
            for distance in (_distance(item.mention.trigger, of.trigger, edge),)
            if distance <= PLAY
        ]
        if candidates:
            probability, _, of_id, evidence = max(candidates)
            found[item.mention.event_mention_id] = Copied(
                of=of_id, probability=probability, evidence=evidence
            )
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


def dependence(a: Root, b: Root, restating: frozenset[tuple[Root, Root]]) -> float:
    """Probability that root ``a`` is no origin of its own beside ``b``; firm roots never depend."""
    if a.firm or a == b:
        return 0.0
    if (a, b) in restating:
        return RESTATED
    if b.firm:
        return 0.0
    kinds = {a.kind, b.kind}
    if kinds == {"anonymous"}:
        return SAME_ROOM if a.key[0] == b.key[0] else UNNAMED
    if kinds == {"anonymous", "newsroom"}:
        rooms = {root.key[0] for root in (a, b)}
        return CREDITED if len(rooms) == 1 else UNNAMED
    if "unknown" in kinds:
        return UNSOURCED
    return UNNAMED


def restatements(group: Iterable[Assertion]) -> frozenset[tuple[Root, Root]]:
    """(own-voice root, sourced root) of each report that tells the event both ways; "reportedly" is a source
    of the own voice too."""
    by_document: dict[str, set[Root]] = {}
    for item in group:
        by_document.setdefault(item.document.document_id, set()).add(item.root)
    return frozenset(
        (own, sourced)
        for roots in by_document.values()
        for own in roots
        for sourced in roots
        if own.kind == "unknown" and (sourced.kind != "unknown" or (own.own_voice and not sourced.own_voice))
    ) | _own_outlet(by_document.values())


def _own_outlet(documents: Iterable[set[Root]]) -> frozenset[tuple[Root, Root]]:
    """A report's own voice restates the newsroom that another report credits for it, if that is its
    outlet."""
    roots = {root for group in documents for root in group}
    return frozenset(
        (own, newsroom)
        for own in roots
        for newsroom in roots
        if own.kind == "unknown" and newsroom.kind == "newsroom" and normal_name(own.name) == newsroom.key[0]
    )


def rows(
    event_id: str,
    group: Sequence[Assertion],
    copied: Mapping[str, Copied],
    origin_ids: Mapping[Root, str],
    origin_of: Mapping[Root, Root],
) -> list[Derivation]:
    """The derivation rows of one event and sign."""
    found: dict[tuple[str, str], Derivation] = {}
    quoted = _quoted_by_several(group)
    for item in group:
        mention_id = item.mention.event_mention_id
        if mention_id in copied:
            edge = copied[mention_id]
            found[mention_id, edge.of] = Derivation(
                event_id=event_id,
                event_mention_id=mention_id,
                of_event_mention_id=edge.of,
                origin_id=None,
                basis="span",
                probability=edge.probability,
                evidence=edge.evidence,
            )
            if edge.probability >= CERTAIN:
                continue
        root = origin_of[item.root]
        origin_id = origin_ids[root]
        basis, probability = _basis(item.root, root)
        found.setdefault(
            (mention_id, origin_id),
            Derivation(
                event_id=event_id,
                event_mention_id=mention_id,
                of_event_mention_id=None,
                origin_id=origin_id,
                basis="utterance" if root == item.root and root in quoted else basis,
                probability=probability,
                evidence=item.ladder,
            ),
        )
    return [found[key] for key in sorted(found)]


def _basis(root: Root, origin: Root) -> tuple[Literal["credit", "detail"], float]:
    """Why a root counts as that origin, and how probable it is that it does."""
    if root == origin or root.firm:
        return "credit", 1.0
    return ("credit", CREDITED) if root.kind == "newsroom" else ("detail", RESTATED)


def _quoted_by_several(group: Iterable[Assertion]) -> frozenset[Root]:
    """Roots whose direct words stand in more than one document: one utterance however many quote it."""
    documents: dict[Root, set[str]] = {}
    for item in group:
        if item.chain and item.chain[0].form != "indirect":
            documents.setdefault(item.root, set()).add(item.document.document_id)
    return frozenset(root for root, ids in documents.items() if len(ids) > 1)
