"""Event mentions as people judged them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from whence.derived import factuality, is_political
from whence.judge.anchors import VALUE_SENTENCE, of_event, value_span
from whence.judge.decided import Decisions, reason, review_of
from whence.judge.document import Draft
from whence.judge.fields import NONE
from whence.judge.holders import attribution_meant, innermost, rehold
from whence.judge.values import codes, date, listed, parties, place, quantities
from whence.judge.writing import event_text
from whence.records import EventMention, Judgement, Span, stable_id

_WHY = {"date": "time"}
"""Field → its key in ``why``, where that is another."""


def judge_events(draft: Draft, decisions: Decisions) -> None:
    """Take out what was judged no event, add what was added, and correct the rest, with the stances that
    depend on it."""
    for judgement in decisions.added(draft.records.document.sha256):
        _add(draft, judgement)
    written = {mention.event_mention_id: mention for mention in draft.records.event_mentions}
    for mention in list(draft.events.values()):
        held = decisions.on(of_event(draft.records.document, mention))
        if not held:
            continue
        if "event" in held and held["event"][-1].verdict == "wrong":
            del draft.events[mention.event_mention_id]
            gone = [s for s in draft.stances.values() if s.event_mention_id == mention.event_mention_id]
            for stance in gone:
                del draft.stances[stance.stance_id]
            continue
        draft.events[mention.event_mention_id] = _judged(
            draft, mention, written.get(mention.event_mention_id, mention), held
        )


def _add(draft: Draft, judgement: Judgement) -> None:
    """The telling that a person saw where none was read; where one was read, its type is the person's."""
    document = draft.records.document
    start, end = judgement.anchors[0].start, judgement.anchors[0].end
    sentence = value_span(judgement, VALUE_SENTENCE)
    assert judgement.value is not None and sentence is not None
    found = next((m for m in draft.events.values() if _position(m) == (start, end)), None)
    if found is not None:
        why = {**found.why, "type": reason(judgement)}
        if found.type != judgement.value:
            draft.events[found.event_mention_id] = replace(_retyped(found, judgement.value), why=why)
        return
    identity = stable_id("n", document.document_id, start, end)
    holder = innermost(draft, (start, end))
    trigger = Span(text=draft.text((start, end)), start=start, end=end)
    draft.events[identity] = EventMention(
        event_mention_id=identity,
        event_id=stable_id("e", identity),
        document_id=document.document_id,
        sentence=sentence,
        trigger=trigger,
        lemma="_".join(trigger.text.lower().split()),
        type=judgement.value,
        mode=None,
        contexts=(),
        other=None,
        cameo=None,
        actors=(),
        recipients=(),
        place=None,
        date=None,
        realis="past",
        quantities=(),
        attribution_id=None,
        restated=False,
        codes=(),
        why={"type": reason(judgement)},
    )
    draft.events[identity] = rehold(draft, draft.events[identity], holder)
    draft.events = dict(sorted(draft.events.items(), key=lambda pair: _position(pair[1])))


def _position(mention: EventMention) -> tuple[int, int]:
    return mention.trigger.start, mention.trigger.end


def _judged(
    draft: Draft, mention: EventMention, written: EventMention, held: Mapping[str, Sequence[Judgement]]
) -> EventMention:
    """``held``: field → the judgements in force on it. The type goes first, as others depend on it."""
    found = mention
    reviewed = []
    for field in sorted(held, key=lambda name: (name != "type", name)):
        judgements = held[field]
        reviewed.append(review_of(judgements, event_text(written, field)))
        if field == "event":
            continue
        for judgement in judgements:
            found = _applied(draft, found, field, judgement)
        if judgements[-1].verdict != "right":
            key = _WHY.get(field, field)
            found = replace(
                found,
                why={**found.why, key: reason(judgements[-1])},
                confidence={name: share for name, share in found.confidence.items() if name != field},
            )
    negated = "negation" in mention.factuality
    return replace(
        found,
        factuality=factuality(found.realis, found.date, draft.records.document.published, negated=negated),
        political=any(is_political(party) for party in (*found.actors, *found.recipients)),
        reviewed=tuple(reviewed),
    )


def _applied(draft: Draft, mention: EventMention, field: str, judgement: Judgement) -> EventMention:
    if judgement.verdict == "right":
        return mention
    value = judgement.value
    match field:
        case "type":
            return _retyped(mention, str(value))
        case "mode" | "other" | "cameo":
            changed: dict[str, Any] = {field: value}
            return replace(mention, **changed)
        case "realis":
            return replace(mention, realis=value)  # type: ignore[arg-type]
        case "restated" | "principal":
            changed = {field: value == "true"}
            return replace(mention, **changed)
        case "actor":
            return replace(mention, actors=parties(draft, mention, mention.actors, judgement))
        case "recipient":
            return replace(mention, recipients=parties(draft, mention, mention.recipients, judgement))
        case "context":
            return replace(mention, contexts=tuple(listed(list(mention.contexts), judgement)))
        case "quantity":
            return replace(mention, quantities=quantities(draft, mention, judgement))
        case "code":
            return replace(mention, codes=codes(mention, judgement))
        case "place":
            return replace(mention, place=place(draft, mention, judgement))
        case "date":
            return replace(mention, date=date(draft, judgement))
        case _:
            holder = attribution_meant(draft, judgement)
            # An attribution that is no longer read leaves who tells it as it is read.
            return rehold(draft, mention, holder) if holder or value in (None, NONE) else mention


def _retyped(mention: EventMention, type_: str) -> EventMention:
    """Mode and CAMEO code are those of a type; a label is of what has none."""
    if type_ == mention.type:
        return mention
    return replace(mention, type=type_, mode=None, cameo=None, other=None)
