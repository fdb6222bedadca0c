"""The interval of independent origins: [low, expected, high] over the derivation graph."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.assess.assertions import Assertion
from whence.assess.derive import CERTAIN, Copied, copied_mentions, dependence, restatements
from whence.assess.roots import Root
from whence.names import normal_name
from whence.records import OriginInterval, Reprint, Sign, stable_id

_ORDER = ("person", "statement", "document", "anonymous", "newsroom", "unknown")


def in_order(roots: Sequence[Root]) -> list[Root]:
    """Firmest first: a root can depend only on those before it, which keeps the graph free of cycles."""
    return sorted(
        set(roots), key=lambda root: (_ORDER.index(root.kind), root.surname, root.own_voice, root.key)
    )


def collapse(roots: Sequence[Root], restating: frozenset[tuple[Root, Root]]) -> dict[Root, Root]:
    """Each root → the root it certainly depends on, else itself.

    A member of an institution that has made a statement on the event speaks for it, named or not, and so does
    "police said" beside the police's spokesman: those are one origin. So are a person called by surname alone
    and one of that surname who speaks of the same event elsewhere.
    """
    origin: dict[Root, Root] = {}
    stated = [root for root in in_order(roots) if root.kind == "statement"]
    statements = {name: root for root in stated for name in (normal_name(root.name), root.key[0]) if name}
    surnamed: dict[str, Root] = {}
    for root in in_order(roots):
        if root.surname and root.surname in surnamed:
            origin[root] = origin[surnamed[root.surname]]
            continue
        if root.kind == "person" and normal_name(root.name):
            surnamed.setdefault(normal_name(root.name).split()[-1], root)
        member_of = root.key[1] if root.kind == "anonymous" else root.institution
        if member_of in statements:
            origin[root] = statements[member_of]
            continue
        target = next(
            (earlier for earlier in origin if dependence(root, earlier, restating) >= CERTAIN), None
        )
        origin[root] = origin[target] if target else root
    return origin


def interval(
    origins: Sequence[Root], extra: Mapping[tuple[Root, Root], float] | None = None
) -> OriginInterval:
    """Count distinct origins (already collapsed).

    ``low``: firm roots, plus one if there is any other; the own voice of an unknown outlet never raises it.
    ``high``: all. ``expected``: exact, since a root that is not firm is an origin unless it depends on one of
    those before it, and these dependences are independent: the sum over roots of ∏ (1 − p). The first root
    that is not firm always counts, so low ≤ expected ≤ high. ``extra`` holds further pairwise probabilities
    (uncertain reprints).
    """
    ordered = in_order(origins)
    firm = [root for root in ordered if root.firm]
    others = [root for root in ordered if not root.firm]
    expected = float(len(firm))
    for i, root in enumerate(others):
        alone = 1.0
        for earlier in others[:i]:
            # Either may be the copy: which comes first here says nothing about that.
            copied = max((extra or {}).get(pair, 0.0) for pair in ((root, earlier), (earlier, root)))
            alone *= 1 - max(dependence(root, earlier, frozenset()), copied)
        expected += alone
    low = len(firm) + any(not root.of_unknown_outlet for root in others)
    return OriginInterval(
        low=max(low, min(len(ordered), 1)),
        expected=math.floor(expected * 10 + 0.5 + 1e-9) / 10,
        high=len(ordered),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The origins behind one sign of one event."""

    interval: OriginInterval
    ids: Mapping[Root, str]
    """Origin → its id."""
    origin_of: Mapping[Root, Root]
    """Every root of an assertion → the origin it counts as."""
    copied: Mapping[str, Copied]


def count_origins(
    event_id: str, sign: Sign, group: Sequence[Assertion], reprints: Mapping[str, Sequence[Reprint]]
) -> Count:
    """Trace every assertion of one sign to an origin and count them.

    A telling that certainly stands in reprinted text has the origins of the telling it was taken from; its
    own roots count only where an independent telling gives them too. Probable reprints lower ``expected``
    alone.
    """
    copied = copied_mentions(group, reprints)
    # Equal roots differ in what is told of them: the one whose institution is told stands for them all.
    told = sorted(group, key=lambda item: not item.root.institution)
    original = {a.root for a in told if not _certain(copied, a)}
    roots = original or {a.root for a in told}
    origin_of = collapse(sorted(roots), restatements(group))
    by_mention: dict[str, list[Root]] = {}
    for item in group:
        by_mention.setdefault(item.mention.event_mention_id, []).append(item.root)
    for item in group:
        if item.root not in origin_of:
            origin_of[item.root] = _origin_of_copy(item, copied, by_mention, origin_of)
    origins = in_order(list(origin_of.values()))
    probable = {
        (origin_of[item.root], origin_of[root]): copied[item.mention.event_mention_id].probability
        for item in group
        if item.mention.event_mention_id in copied and not _certain(copied, item)
        for root in by_mention[copied[item.mention.event_mention_id].of]
    }
    return Count(
        interval=interval(origins, probable),
        ids={root: stable_id("o", event_id, sign, root.kind, *root.key) for root in origins},
        origin_of=origin_of,
        copied=copied,
    )


def _certain(copied: Mapping[str, Copied], item: Assertion) -> bool:
    edge = copied.get(item.mention.event_mention_id)
    return edge is not None and edge.probability >= CERTAIN


def _origin_of_copy(
    item: Assertion,
    copied: Mapping[str, Copied],
    by_mention: Mapping[str, Sequence[Root]],
    origin_of: Mapping[Root, Root],
) -> Root:
    """Follow reprints to a telling whose origin is known; a circle of them counts as the first origin there
    is."""
    mention_id, seen = item.mention.event_mention_id, set[str]()
    while mention_id in copied and mention_id not in seen:
        seen.add(mention_id)
        mention_id = copied[mention_id].of
        known = [origin_of[root] for root in by_mention[mention_id] if root in origin_of]
        if known:
            return known[0]
    return in_order(list(origin_of.values()))[0]
