"""Evidence that two tellings are of one event: what agrees, what differs, what forbids it.

Scores add up like the weights of a record-linkage waterfall (Fellegi & Sunter 1969), on a scale where 1 is
every kind of agreement. They are set by hand on the bundled stories; a learned scorer is to replace them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from whence.names import actor_keys, normal_name
from whence.records import Actor, Argument, EventMention, Place

SLACK = timedelta(days=1)
"""Days by which dates may differ: reports of one night's events carry two dates, and time zones differ."""
WINDOW = timedelta(days=6)
"""Without a date of its own an event is taken to lie in the week before its report."""
HAPPENED = ("past", "ongoing")
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""PLOVER types of what two sides do together: "A met B", "B met A" and "A and B met" tell of one meeting."""

WEIGHTS: Mapping[str, float] = {
    "same type": 0.15,
    "same trigger": 0.30,
    "same actor": 0.35,
    "like actor": 0.30,
    "other actor": -0.35,
    "same recipient": 0.25,
    "other recipient": -0.15,
    "same place": 0.20,
    "place in place": 0.15,
    "same day": 0.20,
    "dates overlap": 0.05,
    "undated, reports apart": -0.40,
    "same figure": 0.20,
    "same mode": 0.05,
    "other mode": -0.25,
    # "They did not hit ISIS" takes for granted a strike on someone that was told of elsewhere.
    "denied in part": 0.35,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is compared of one event in one document: all its mentions there, pooled."""

    type: str
    other: str | None
    modes: frozenset[str]
    lemmas: frozenset[str]
    actors: frozenset[str]
    actor_kinds: frozenset[tuple[str, tuple[str, ...]]]
    """(country, sectors) of its actors."""
    recipients: frozenset[str]
    targets: frozenset[str]
    """Surnames of the persons named among its recipients."""
    persons: frozenset[str]
    """Surnames of all persons named as taking part."""
    contested: frozenset[str]
    """Fields that a holder disputes, so that a difference there does not set tellings apart."""
    places: frozenset[str]
    within: frozenset[str]
    """Names of the countries and first-order divisions its places lie in."""
    dates: tuple[date, date] | None
    published: date | None
    realis: frozenset[str]
    figures: frozenset[tuple[str, int | None, int | None]]


def compare(a: Telling, b: Telling) -> tuple[float, tuple[str, ...]] | None:
    """(score, evidence) for two tellings of one type; ``None`` if they cannot be one event."""
    if (a.type, a.other) != (b.type, b.other) or not _same_realis(a.realis, b.realis):
        return None
    evidence = ["same type"]
    if a.lemmas & b.lemmas:
        evidence.append("same trigger")
    if a.modes and b.modes:
        evidence.append("same mode" if a.modes & b.modes else "other mode")
    if _other_persons(a, b):
        return None
    evidence += _sides(a, b) if a.type in MUTUAL else _roles(a, b)
    if a.places and b.places:
        if a.places & b.places:
            evidence.append("same place")
        elif a.places & b.within or b.places & a.within:
            evidence.append("place in place")
        elif "place" not in a.contested | b.contested:
            return None
    if a.dates and b.dates:
        if a.dates[0] > b.dates[1] + SLACK or b.dates[0] > a.dates[1] + SLACK:
            return None
        evidence.append("same day" if a.dates == b.dates else "dates overlap")
    elif _apart(a, b):
        evidence.append("undated, reports apart")
    if a.figures & b.figures:
        evidence.append("same figure")
    return round(sum(WEIGHTS[item] for item in evidence), 2), tuple(evidence)


def _roles(a: Telling, b: Telling) -> Iterator[str]:
    """Who did it and to whom, where those are two parts."""
    if a.actors and b.actors:
        kinds = a.actor_kinds & b.actor_kinds
        yield "same actor" if a.actors & b.actors else "like actor" if kinds else "other actor"
    if a.recipients and b.recipients:
        if a.recipients & b.recipients:
            yield "same recipient"
        elif "recipient" in a.contested | b.contested:
            yield "denied in part"
        else:
            yield "other recipient"


def _sides(a: Telling, b: Telling) -> Iterator[str]:
    """Who took part, where it matters not who is named first."""
    left, right = a.actors | a.recipients, b.actors | b.recipients
    if left and right:
        shared = left & right
        kinds = a.actor_kinds & b.actor_kinds
        yield "same actor" if shared else "like actor" if kinds else "other actor"
        if len(shared) > 1:
            yield "same recipient"
        elif len(left) > 1 and len(right) > 1:
            yield "other recipient"


def _other_persons(a: Telling, b: Telling) -> bool:
    """Whether it was done to persons whose names differ: two arrests of one day are two events. Groups and
    places go by many names, persons by one."""
    return (
        bool(a.targets and b.targets)
        and not (a.targets & b.persons or b.targets & a.persons)
        and "recipient" not in a.contested | b.contested
    )


def _same_realis(a: frozenset[str], b: frozenset[str]) -> bool:
    """A plan is not its fulfilment: those are two events, joined by ``follows``."""
    return bool(a & b) or (bool(a & set(HAPPENED)) and bool(b & set(HAPPENED)))


def _apart(a: Telling, b: Telling) -> bool:
    windows = []
    for item in (a, b):
        if item.dates:
            windows.append(item.dates)
        elif item.published:
            windows.append((item.published - WINDOW, item.published))
        else:
            return False
    return windows[0][0] > windows[1][1] + SLACK or windows[1][0] > windows[0][1] + SLACK


def telling(
    mentions: tuple[EventMention, ...],
    *,
    contested: Mapping[str, frozenset[str]],
    actors: Mapping[str, Actor],
    actor_of: Mapping[str, str],
    named: Collection[str],
    places: Mapping[str, Place],
    published: str | None,
) -> Telling:
    """Pool the mentions that one document has of an event. ``contested`` is keyed by event_mention_id;
    ``named`` holds the ids of actors that the document calls by name."""
    first = mentions[0]
    doers = [argument for m in mentions for argument in m.actors]
    targets = _surnames((argument for m in mentions for argument in m.recipients), actors, named)
    known = [
        places[m.place.place_id]
        for m in mentions
        if m.place and m.place.place_id and m.place.place_id in places
    ]
    spans = [(_day(m.date.from_), _day(m.date.to)) for m in mentions if m.date and m.date.from_ and m.date.to]
    dates = [(low, high) for low, high in spans if low and high]
    return Telling(
        type=first.type,
        other=first.other,
        modes=frozenset(m.mode for m in mentions if m.mode),
        lemmas=frozenset(m.lemma for m in mentions),
        actors=actor_keys(doers, actors, actor_of),
        actor_kinds=frozenset(
            (d.country, d.sectors)
            for d in doers
            if d.country and d.actor_id and d.actor_id in actors and actors[d.actor_id].kind != "person"
        ),
        recipients=actor_keys((argument for m in mentions for argument in m.recipients), actors, actor_of),
        targets=targets,
        persons=targets | _surnames(doers, actors, named),
        contested=frozenset().union(*(contested.get(m.event_mention_id, frozenset()) for m in mentions)),
        places=frozenset(normal_name(m.place.name or m.place.text) for m in mentions if m.place),
        within=frozenset(
            normal_name(name) for place in known for name in (place.admin1, place.country) if name
        )
        | frozenset(
            normal_name(other.name)
            for place in known
            for other in places.values()
            if other.kind == "country" and other.country == place.country and other.place_id != place.place_id
        ),
        dates=min(dates, key=lambda d: (d[1] - d[0], d[0])) if dates else None,
        published=_day(published),
        realis=frozenset(m.realis for m in mentions),
        figures=frozenset(
            (q.role, q.low, q.high) for m in mentions for q in m.quantities if q.role != "other"
        ),
    )


def _surnames(
    arguments: Iterable[Argument], actors: Mapping[str, Actor], named: Collection[str]
) -> frozenset[str]:
    people = (actors[key] for a in arguments if (key := a.actor_id) and key in named and key in actors)
    names = (normal_name(actor.name).split() for actor in people if actor.kind == "person")
    return frozenset(words[-1] for words in names if words)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
