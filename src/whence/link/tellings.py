"""Tellings: what is compared of one event in one document, all its mentions there pooled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from whence.names import actor_keys, normal_name
from whence.records import Actor, Argument, EventMention, Place, Range

POINTS = frozenset({"city", "site", "admin2"})
"""Kinds of places that do not hold one another."""

FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
"""PLOVER types of what is done where its recipient is, if that is a place ("shelled Aleppo")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
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
    located: bool
    """Whether all its places are known to the gazetteer, none an area: other names are other places then."""
    within: frozenset[str]
    """Names of the countries and first-order divisions its places lie in."""
    dates: tuple[date, date] | None
    published: date | None
    realis: frozenset[str]
    figures: frozenset[tuple[str, int | None, int | None]]


def telling(
    mentions: tuple[EventMention, ...],
    *,
    contested: Mapping[str, frozenset[str]],
    actors: Mapping[str, Actor],
    actor_of: Mapping[str, str],
    named: Collection[str],
    places: Mapping[str, Place],
    at: Mapping[Range, str],
    published: str | None,
) -> Telling:
    """Pool the mentions that one document has of an event. ``contested`` is keyed by event_mention_id;
    ``named`` holds the ids of actors that the document calls by name; ``at`` are spans of places, with their
    place_id."""
    first = mentions[0]
    doers = [argument for m in mentions for argument in m.actors]
    done_to = [argument for m in mentions for argument in m.recipients]
    targets = _surnames(done_to, actors, named)
    sites = [(m.place.name or m.place.text, m.place.place_id) for m in mentions if m.place]
    if not sites and first.type in FORCE:
        hit = [at.get((argument.start, argument.end)) for argument in done_to]
        sites = [(places[key].name, key) for key in hit if key is not None and key in places]
    known = [places[key] for _, key in sites if key is not None and key in places]
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
        recipients=actor_keys(done_to, actors, actor_of),
        targets=targets,
        persons=targets | _surnames(doers, actors, named),
        contested=frozenset().union(*(contested.get(m.event_mention_id, frozenset()) for m in mentions)),
        places=frozenset(normal_name(name) for name, _ in sites),
        located=bool(known) and len(known) == len(sites) and all(place.kind in POINTS for place in known),
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
