"""Values of the fields of an event mention: what a judgement makes of what was read, and where it stands."""

from __future__ import annotations

from whence.judge.anchors import value_span
from whence.judge.decided import reason
from whence.judge.document import Draft, same_name
from whence.judge.writing import items, parse_date, parse_quantity, quantity_text
from whence.records import Argument, Code, EventDate, EventMention, EventPlace, Judgement, Quantity, Range


def listed(held: list[str], judgement: Judgement) -> list[str]:
    """The items of a list as text after a judgement on it."""
    told = items(judgement.value or "")
    match judgement.verdict:
        case "added":
            return held + [item for item in told if item not in held]
        case "wrong" if told:
            return [item for item in held if item not in told]
        case "wrong":
            return []
        case _:
            return told


def parties(
    draft: Draft, mention: EventMention, held: tuple[Argument, ...], judgement: Judgement
) -> tuple[Argument, ...]:
    span = value_span(judgement)
    if span is not None and judgement.value is not None:
        names = [judgement.value]
        named = judgement.value if judgement.value != draft.text(span) else None
        told = {judgement.value: draft.party(span, draft.actor_at(span, named))}
    else:
        names, told = items(judgement.value or ""), {}
    match judgement.verdict:
        case "wrong":
            return tuple(p for p in held if names and not any(same_name(p, name) for name in names))
        case "added":
            fresh = [name for name in names if not any(same_name(p, name) for p in held)]
            return (*held, *(told.get(name) or _party(draft, mention, name, []) for name in fresh))
    kept = {name: party for name in names for party in held if name not in told and same_name(party, name)}
    free = [party for party in held if party not in kept.values()]
    return tuple(told.get(name) or kept.get(name) or _party(draft, mention, name, free) for name in names)


def _party(draft: Draft, mention: EventMention, name: str, free: list[Argument]) -> Argument:
    """An argument by name alone: where the sentence names it, else at the words that were read as another's,
    else at the nearest mention, else at the trigger that tells of it without a word."""
    actor = draft.actor(name)
    span = draft.find(mention, name, actor.actor_id)
    inside = span is not None and mention.sentence[0] <= span[0] < mention.sentence[1]
    if not inside and free:
        taken = free.pop(0)
        span = taken.start, taken.end
    return draft.party(span or (mention.trigger.start, mention.trigger.end), actor)


def place(draft: Draft, mention: EventMention, judgement: Judgement) -> EventPlace | None:
    if judgement.value is None:
        return None
    known = draft.known.place(judgement.value, draft.records)
    span: Range | None = value_span(judgement)
    span = span or draft.find(mention, judgement.value, known.place_id if known else None)
    if span is None and mention.place is not None:
        span = mention.place.start, mention.place.end
    return draft.place(span or (mention.trigger.start, mention.trigger.end), judgement.value)


def date(draft: Draft, judgement: Judgement) -> EventDate | None:
    if judgement.value is None:
        return None
    from_, to, precision = parse_date(judgement.value)
    span = value_span(judgement)
    return EventDate(
        from_=from_,
        to=to,
        text=draft.text(span) if span else None,
        start=span[0] if span else None,
        end=span[1] if span else None,
        precision=precision,
        anchor="explicit" if span else None,
    )


def quantities(draft: Draft, mention: EventMention, judgement: Judgement) -> tuple[Quantity, ...]:
    """Those that stay as they are keep their span; a new one stands where its number is written."""
    held = {quantity_text(quantity): quantity for quantity in mention.quantities}
    found = []
    for item in listed(list(held), judgement):
        if item in held:
            found.append(held[item])
            continue
        role, low, high, approximate = parse_quantity(item)
        span = value_span(judgement) or _figure(draft, mention, role, low if low is not None else high)
        found.append(
            Quantity(
                role=role,
                text=draft.text(span),
                start=span[0],
                end=span[1],
                low=low,
                high=high,
                approximate=approximate,
            )
        )
    return tuple(found)


def _figure(draft: Draft, mention: EventMention, role: str, figure: int | None) -> Range:
    """Where a number is written, else the words that were read as another of its role, else the trigger."""
    span = draft.find(mention, str(figure), None) or draft.find(mention, f"{figure:,}", None)
    before = next((q for q in mention.quantities if q.role == role), None) or mention.trigger
    return span or (before.start, before.end)


def codes(mention: EventMention, judgement: Judgement) -> tuple[Code, ...]:
    held = {f"{code.scheme}:{code.code}": code for code in mention.codes}
    found = []
    for item in listed(list(held), judgement):
        scheme, _, code = item.partition(":")
        found.append(held.get(item) or Code(scheme=scheme, code=code, why=reason(judgement)))
    return tuple(found)
