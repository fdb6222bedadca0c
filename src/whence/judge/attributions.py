"""Attributions as people judged them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from whence.judge.anchors import of_attribution, value_span
from whence.judge.decided import Decisions, review_of
from whence.judge.document import Draft, as_written
from whence.judge.fields import NONE
from whence.judge.holders import attribution_meant, chain, drop, settle
from whence.judge.writing import attribution_text
from whence.records import ActorKind, Attribution, Judgement, Source, Span


def judge_attributions(draft: Draft, decisions: Decisions) -> None:
    """Correct attributions; of one that was judged none, what it held is told by who told it."""
    for written in draft.records.attributions:
        held = decisions.on(of_attribution(draft.records.document, written))
        if "attribution" in held and held["attribution"][-1].verdict == "wrong":
            drop(draft, draft.attributions[written.attribution_id])
        elif held:
            _judge(draft, written, held)


def _judge(draft: Draft, written: Attribution, held: Mapping[str, Sequence[Judgement]]) -> None:
    found = draft.attributions[written.attribution_id]
    reviewed = []
    # A source that stands elsewhere has another name, unless that is judged too.
    for field in sorted(held, key=lambda name: (name != "source", name)):
        judgement = held[field][-1]
        reviewed.append(review_of(held[field], attribution_text(written, field)))
        if judgement.verdict != "right":
            found = _applied(draft, found, field, judgement)
    draft.attributions[written.attribution_id] = replace(found, reviewed=tuple(reviewed))


def _applied(draft: Draft, found: Attribution, field: str, judgement: Judgement) -> Attribution:
    value, span = judgement.value, value_span(judgement)
    match field:
        case "source":
            return replace(found, source=_source(draft, found.source, judgement))
        case "name":
            return replace(found, source=_named(draft, found.source, value))
        case "cue":
            cue = Span(text=draft.text(span), start=span[0], end=span[1]) if span else None
            return replace(found, cue=cue)
        case "content":
            return replace(found, content=(span,)) if span else found
        case "act" | "form":
            return replace(found, **{field: value})  # type: ignore[arg-type]
        case "parent":
            return _told_inside(draft, found, judgement)
        case _:
            return replace(found, source=replace(found.source, **{field: value}))  # type: ignore[arg-type]


def _source(draft: Draft, source: Source, judgement: Judgement) -> Source:
    """The source at another span; without one it is withheld."""
    span = value_span(judgement)
    if span is None:
        gone = replace(_unnamed(source), text=None, start=None, end=None)
        return replace(gone, kind="unspecified", naming="withheld", affiliation=None)
    actor = draft.actor_at(span)
    naming = source.naming
    if naming == "withheld":
        naming = "named" if any(c.isupper() for c in as_written(draft.text(span))) else "described"
    return replace(
        source,
        text=draft.text(span),
        start=span[0],
        end=span[1],
        actor_id=actor.actor_id,
        actor_ids=(),
        name=actor.name,
        naming=naming,
    )


def _named(draft: Draft, source: Source, name: str | None) -> Source:
    if name is None:
        return _unnamed(source)
    kind: ActorKind = next((kind for kind in get_args(ActorKind) if kind == source.kind), "group")
    actor = draft.actor(name, kind)
    return replace(source, actor_id=actor.actor_id, actor_ids=(), name=actor.name)


def _unnamed(source: Source) -> Source:
    return replace(source, actor_id=None, actor_ids=(), name=None)


def _told_inside(draft: Draft, found: Attribution, judgement: Judgement) -> Attribution:
    """Inside another attribution; never inside one that is told inside this."""
    own, parent = found.attribution_id, attribution_meant(draft, judgement)
    if (parent is None and judgement.value not in (None, NONE)) or own in chain(draft, parent):
        return found
    told = {key: chain(draft, mention.attribution_id) for key, mention in draft.events.items()}
    found = replace(found, parent_id=parent)
    draft.attributions[own] = found
    for key, before in told.items():
        if own in before:
            mention = draft.events[key]
            settle(draft, mention, before, chain(draft, mention.attribution_id))
    return found
