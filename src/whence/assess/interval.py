"""The interval of independent origins: [low, expected, high] over the derivation graph."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.assess.assertions import Assertion
from whence.assess.collapse import RANK, Step, collapse, in_order
from whence.assess.copies import Copied, copied_mentions, probable_copies, roots_of_mentions
from whence.assess.dependence import dependence
from whence.assess.roots import Root
from whence.records import OriginInterval, Reprint, Sign, stable_id


def interval(
    origins: Sequence[Root], copies: Mapping[tuple[Root, Root], float] | None = None
) -> OriginInterval:
    """Count distinct origins (already collapsed).

    ``low``: firm roots, plus one if there is any other but the own voice of an unknown outlet. ``high``: all.
    ``expected``: exact, since a root that is not firm is an origin unless it depends on one of those before
    it, and these dependences are independent: the sum over roots of ∏ (1 − p). The first root that is not
    firm always counts, so low ≤ expected ≤ high. Of one kind those come first that have most to do with
    others, so that no outlet's name matters. ``copies`` holds the probabilities that one is the reprint of
    another; those come last, as what was there before depends on no copy.
    """
    copied = copies or {}
    children = {child for child, _ in copied}
    tied = {root: sum(dependence(root, other) for other in origins) for root in origins}
    ordered = sorted(
        in_order(origins), key=lambda root: (root in children, RANK.index(root.kind), -round(tied[root], 6))
    )
    others = [root for root in ordered if not root.firm]
    expected = float(len(ordered) - len(others))
    for i, root in enumerate(others):
        alone = 1.0
        for earlier in others[:i]:
            reprinted = max(copied.get(pair, 0.0) for pair in ((root, earlier), (earlier, root)))
            alone *= (1 - dependence(root, earlier)) * (1 - reprinted)
        expected += alone
    return OriginInterval(
        low=len(ordered) - len(others) + any(not root.of_unknown_outlet for root in others),
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
    steps: Mapping[Root, Step]
    """Every root that is no origin → why."""
    circular: Mapping[Root, str]
    """Origins behind which outlets only credit one another → that in words."""
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
    own = [item for item in told if not _certain(copied, item)] or told
    collapsed = collapse([item.root for item in own], own)
    origin_of = collapsed.origin_of
    by_mention = roots_of_mentions(group)
    for item in group:
        if item.root not in origin_of:
            origin_of[item.root] = _origin_of_copy(item, copied, by_mention, origin_of)
    circular = {origin: _circle(outlets) for origin, outlets in collapsed.circles.items()}
    origins = in_order(origin_of.values())
    return Count(
        interval=interval(origins, probable_copies(group, copied, origin_of)),
        ids={root: stable_id("o", event_id, sign, root.kind, *root.key) for root in origins},
        origin_of=origin_of,
        steps=collapsed.steps,
        circular=circular,
        copied=copied,
    )


def _circle(outlets: Sequence[Root]) -> str:
    return f"{' and '.join(outlet.name for outlet in outlets)}, crediting one another"


def _certain(copied: Mapping[str, Copied], item: Assertion) -> bool:
    edge = copied.get(item.mention.event_mention_id)
    return edge is not None and edge.certain(item)


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
    return in_order(origin_of.values())[0]
