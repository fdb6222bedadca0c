"""Rows of the ``events`` table: what all tellings of an event say together, and its status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as day
from typing import Literal, TypeVar

from whence.assess.assertions import Assertion
from whence.assess.roots import Root
from whence.names import normal_name
from whence.records import (
    Actor,
    Argument,
    Document,
    Event,
    EventMention,
    EventParty,
    EventQuantity,
    EventSite,
    OriginInterval,
    Realis,
    TimeValue,
)

Status = Literal["denied", "disputed", "planned", "hypothetical", "corroborated", "reported"]
T = TypeVar("T")


def status(
    mentions: Sequence[EventMention],
    group: Sequence[Assertion],
    origins: OriginInterval,
    denials: OriginInterval,
) -> Status:
    """The first that applies, in the order of the design; never a truth score."""
    if denials.high and not origins.high:
        return "denied"
    if denials.high and origins.high:
        return "disputed"
    told = {a.mention.realis for a in group} or {m.realis for m in mentions}
    happened = bool(told & {"past", "ongoing"})
    # Conditions beside a plan take nothing from it; without a plan they are all there is.
    if "future" in told and not happened:
        return "planned"
    if not (group and happened):
        return "hypothetical"
    return "corroborated" if origins.low >= 2 else "reported"


def event_row(
    event_id: str,
    story_id: str,
    mentions: Sequence[EventMention],
    group: Sequence[Assertion],
    documents: Mapping[str, Document],
    version_of: Mapping[str, str],
    actors: Mapping[str, Actor],
    actor_of: Mapping[str, str],
    origin_of: Mapping[Root, Root],
    origin_ids: Mapping[Root, str],
    origins: OriginInterval,
    denials: OriginInterval,
) -> Event:
    """One row; ``mentions`` in order of publication and position. ``follows`` and ``disputed_fields`` are
    set by those who know (:mod:`whence.assess.plans`, :mod:`whence.assess.conflicts`)."""
    type_ = commonest(m.type for m in mentions)
    typed = [m for m in mentions if m.type == type_]
    document_ids = sorted(
        {m.document_id for m in mentions}, key=lambda key: (documents[key].published or "9999", key)
    )
    dates = [d for d in (documents[key].published for key in document_ids) if d]
    outlets = {documents[key].outlet or version_of.get(key, key) for key in document_ids}
    return Event(
        event_id=event_id,
        story_id=story_id,
        type=type_,
        mode=commonest_or_none(m.mode for m in typed),
        contexts=tuple(sorted({context for m in typed for context in m.contexts})),
        other=commonest_or_none(m.other for m in typed),
        cameo=commonest_or_none(m.cameo for m in typed),
        actors=_parties((a for m in mentions for a in m.actors), actors, actor_of),
        recipients=_parties((r for m in mentions for r in m.recipients), actors, actor_of),
        place=_site(mentions),
        date=narrowest(mentions),
        realis=_realis(mentions),
        status=status(mentions, group, origins, denials),
        quantities=_quantities(group, origin_of, origin_ids),
        document_ids=tuple(document_ids),
        reports=len({version_of.get(key, key) for key in document_ids}),
        outlets=len(outlets),
        origins=origins,
        denials=denials,
        disputed_fields=(),
        follows=None,
        first_reported=min(dates, default=None),
    )


def commonest(values: Iterable[T]) -> T:
    """The most frequent value; of equally frequent ones the first."""
    return Counter(values).most_common(1)[0][0]


def commonest_or_none(values: Iterable[T | None]) -> T | None:
    known = [value for value in values if value is not None]
    return commonest(known) if known else None


def narrowest(mentions: Sequence[EventMention]) -> TimeValue | None:
    """The shortest closed interval told, else any told at all."""
    dates = [m.date for m in mentions if m.date and (m.date.from_ or m.date.to)]
    if not dates:
        return None

    def width(date: TimeValue) -> tuple[bool, int, str]:
        closed = bool(date.from_ and date.to)
        return (not closed, _days(date), date.from_ or date.to or "")

    values = [TimeValue(from_=d.from_, to=d.to, precision=d.precision) for d in dates]
    return min(values, key=width)


def _days(date: TimeValue) -> int:
    if not (date.from_ and date.to):
        return 10**6
    return (day.fromisoformat(date.to[:10]) - day.fromisoformat(date.from_[:10])).days


def _realis(mentions: Sequence[EventMention]) -> Realis:
    """What happened outweighs what was planned: an event told as past by anyone is told as past."""
    told = {m.realis for m in mentions}
    order: tuple[Realis, ...] = ("past", "ongoing", "future", "conditional", "generic")
    return next(realis for realis in order if realis in told)


def _parties(
    arguments: Iterable[Argument], actors: Mapping[str, Actor], actor_of: Mapping[str, str]
) -> tuple[EventParty, ...]:
    """Distinct parties, most often told first."""
    counts: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], EventParty] = {}
    for argument in arguments:
        actor_id = actor_of.get(argument.actor_id, argument.actor_id) if argument.actor_id else None
        actor = actors.get(actor_id or "")
        name = actor.name if actor else argument.name or argument.text
        key = ("id", actor_id) if actor_id else ("name", normal_name(name))
        counts[key] += 1
        shown.setdefault(key, EventParty(actor_id=actor_id, name=name))
    return tuple(shown[key] for key, _ in counts.most_common())


def _site(mentions: Sequence[EventMention]) -> EventSite | None:
    places = [m.place for m in mentions if m.place]
    if not places:
        return None
    name = commonest(place.name or place.text for place in places)
    place = next(p for p in places if (p.name or p.text) == name)
    return EventSite(place_id=place.place_id, name=name)


def _quantities(
    group: Sequence[Assertion], origin_of: Mapping[Root, Root], origin_ids: Mapping[Root, str]
) -> tuple[EventQuantity, ...]:
    """Every value told, with the origins that give it, by role and size."""
    found: dict[tuple[str, int | None, int | None, bool], tuple[set[str], set[str]]] = {}
    for item in group:
        if item.sign != "+":
            continue
        for quantity in item.mention.quantities:
            key = (quantity.role, quantity.low, quantity.high, quantity.approximate)
            ids, mention_ids = found.setdefault(key, (set(), set()))
            ids.add(origin_ids[origin_of[item.root]])
            mention_ids.add(item.mention.event_mention_id)
    return tuple(
        EventQuantity(
            role=role,  # type: ignore[arg-type]
            low=low,
            high=high,
            approximate=approximate,
            origin_ids=tuple(sorted(ids)),
            event_mention_ids=tuple(sorted(mention_ids)),
        )
        for (role, low, high, approximate), (ids, mention_ids) in sorted(
            found.items(), key=lambda pair: (pair[0][0], pair[0][1] or 0, pair[0][2] or 0, pair[0][3])
        )
    )
