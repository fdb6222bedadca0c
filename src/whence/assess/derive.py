"""Derivations: why one telling of an event depends on another, or on an origin.

Bases: a reprinted ``span`` (the sentence stands in text taken from another report), a ``credit`` (the chain
names who told it), the same ``utterance`` quoted, a shared ``detail`` (the report restates what it has a
source for elsewhere).
"""

from __future__ import annotations

from collections.abc import Sequence

from whence.assess.assertions import Assertion
from whence.assess.interval import Count
from whence.assess.roots import Root
from whence.assess.utterances import same_words
from whence.records import Derivation


def rows(event_id: str, group: Sequence[Assertion], count: Count) -> list[Derivation]:
    """The derivation rows of one event and sign, each with its evidence in words: the ladder of the telling,
    and what makes its root no origin of its own."""
    found: dict[tuple[str, str], Derivation] = {}
    quoted = {root: why for (root, other), why in same_words(group).items() if root == other}
    for item in group:
        mention_id = item.mention.event_mention_id
        edge = count.copied.get(mention_id)
        if edge is not None:
            found[mention_id, edge.of] = Derivation(
                event_id=event_id,
                event_mention_id=mention_id,
                of_event_mention_id=edge.of,
                origin_id=None,
                basis="span",
                probability=edge.probability,
                evidence=edge.evidence,
            )
            if edge.certain(item):
                continue
        origin_id = count.ids[count.origin_of[item.root]]
        found.setdefault((mention_id, origin_id), _of_origin(event_id, item, origin_id, count, quoted))
    return [found[key] for key in sorted(found)]


def _of_origin(
    event_id: str, item: Assertion, origin_id: str, count: Count, quoted: dict[Root, str]
) -> Derivation:
    step = count.steps.get(item.root)
    same = quoted.get(item.root) if step is None else None
    circle = count.circular.get(count.origin_of[item.root])
    why = [step.why if step else same, circle and f"circular: {circle}"]
    return Derivation(
        event_id=event_id,
        event_mention_id=item.mention.event_mention_id,
        of_event_mention_id=None,
        origin_id=origin_id,
        basis=step.basis if step else "utterance" if same else "credit",
        probability=step.probability if step else 1.0,
        evidence="; ".join([item.ladder, *filter(None, why)]),
    )
