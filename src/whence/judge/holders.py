"""Who tells of an event: the chain above a mention, and what its holders are committed to when it changes.

Every holder on the chain, the article included, has one stance on the event. The commitment is the innermost
holder's; one that joins the chain above it passes it on (``?``, ``none``).
"""

from __future__ import annotations

from dataclasses import replace

from whence.judge.anchors import VALUE, VALUE_SOURCE, of_attribution
from whence.judge.document import Draft
from whence.records import Attribution, EventMention, Judgement, Range, Stance, stable_id

WHY = "follows from a judgement on who tells it"


def chain(draft: Draft, attribution_id: str | None) -> list[str | None]:
    """The holders from the innermost to the article (``None``)."""
    found: list[str | None] = []
    while attribution_id in draft.attributions and attribution_id not in found:
        found.append(attribution_id)
        attribution_id = draft.attributions[attribution_id].parent_id
    return [*found, None]


def innermost(draft: Draft, span: Range) -> str | None:
    """The attribution that tells of what stands at a span: of those whose content holds it the deepest."""
    holding = [
        attribution
        for attribution in draft.attributions.values()
        if any(start <= span[0] and span[1] <= end for start, end in attribution.content)
    ]
    if not holding:
        return None
    return max(
        holding,
        key=lambda a: (len(chain(draft, a.attribution_id)), -_extent(a), a.attribution_id),
    ).attribution_id


def attribution_meant(draft: Draft, judgement: Judgement) -> str | None:
    """The attribution that the value of a judgement is; ``None`` if it is not read there."""
    wanted = tuple(a for a in judgement.anchors if a.field in (VALUE, VALUE_SOURCE))
    for attribution in draft.records.attributions:
        there = attribution.attribution_id in draft.attributions
        if there and of_attribution(draft.records.document, attribution, value=True) == wanted:
            return attribution.attribution_id
    return None


def rehold(draft: Draft, mention: EventMention, holder: str | None) -> EventMention:
    """``mention`` told by ``holder`` (``None``: the article itself), and the stances on it."""
    settle(draft, mention, chain(draft, mention.attribution_id), chain(draft, holder))
    return replace(mention, attribution_id=holder)


def settle(draft: Draft, mention: EventMention, before: list[str | None], after: list[str | None]) -> None:
    """Give the holders of the chain ``after`` the stances that those of the chain ``before`` had."""
    mine = [s for s in draft.stances.values() if s.event_mention_id == mention.event_mention_id]
    rows = {stance.attribution_id: stance for stance in mine if stance.scope == "event"}
    commitment = rows.get(before[0])
    same = bool(mine) and before[0] == after[0]
    for stance in mine:
        holder = stance.attribution_id
        ends = (before[0], after[0]) if not same else ()
        if holder in ends or (holder in before and holder not in after):
            del draft.stances[stance.stance_id]
        if holder in ends and stance.scope != "event":
            _put(draft, replace(stance, attribution_id=after[0]))
    if not same:
        told = commitment or replace(_passed_on(mention, None), sign="+", certainty="certain")
        _put(draft, replace(told, attribution_id=after[0], why=WHY))
    for holder in after[1:]:
        if holder not in rows or holder == before[0]:
            _put(draft, _passed_on(mention, holder))


def drop(draft: Draft, attribution: Attribution) -> None:
    """Take out what is no attribution: who told it tells what it held."""
    gone, parent = attribution.attribution_id, attribution.parent_id
    told = {key: chain(draft, mention.attribution_id) for key, mention in draft.events.items()}
    for child in list(draft.attributions.values()):
        if child.parent_id == gone:
            draft.attributions[child.attribution_id] = replace(child, parent_id=parent)
    del draft.attributions[gone]
    for key, before in told.items():
        if gone in before:
            mention = draft.events[key]
            holder = parent if mention.attribution_id == gone else mention.attribution_id
            settle(draft, mention, before, chain(draft, holder))
            draft.events[key] = replace(mention, attribution_id=holder)
    for stance in [s for s in draft.stances.values() if s.attribution_id == gone]:
        del draft.stances[stance.stance_id]
    draft.relations = tuple(
        replace(relation, attribution_id=parent) if relation.attribution_id == gone else relation
        for relation in draft.relations
    )


def _put(draft: Draft, stance: Stance) -> None:
    parts = (stance.event_mention_id, stance.attribution_id, stance.scope, stance.argument)
    identity = stable_id("x", *parts)
    draft.stances[identity] = replace(stance, stance_id=identity)


def _passed_on(mention: EventMention, holder: str | None) -> Stance:
    return Stance(
        stance_id="",
        event_mention_id=mention.event_mention_id,
        attribution_id=holder,
        sign="?",
        certainty="none",
        scope="event",
        argument=None,
        cue=None,
        why=WHY,
    )


def _extent(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)
