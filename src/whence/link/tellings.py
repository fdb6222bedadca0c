"""Tellings: what is compared of one mention of an event."""

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
    mode: str | None
    lemma: str
    realis: str
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
    """Whether its place is known to the gazetteer and no area: another name is another place then."""
    within: frozenset[str]
    """Names of the country and first-order division its place lies in."""
    dates: tuple[date, date] | None
    published: date | None
    figures: frozenset[tuple[str, int | None, int | None]]


def telling(
    mention: EventMention,
    *,
    contested: frozenset[str],
    actors: Mapping[str, Actor],
    actor_of: Mapping[str, str],
    named: Collection[str],
    places: Mapping[str, Place],
    at: Mapping[Range, str],
    published: str | None,
) -> Telling:
    """What is compared of ``mention``. ``contested`` are its disputed fields; ``named`` holds the ids of
    actors that the document calls by name; ``at`` are spans of places, with their place_id."""
    targets = _surnames(mention.recipients, actors, named)
    name, place = _site(mention, places, at)
    span = (_day(mention.date.from_), _day(mention.date.to)) if mention.date else (None, None)
    return Telling(
        type=mention.type,
        other=mention.other,
        mode=mention.mode,
        lemma=mention.lemma,
        realis=mention.realis,
        actors=actor_keys(mention.actors, actors, actor_of),
        actor_kinds=frozenset(
            (doer.country, doer.sectors)
            for doer in mention.actors
            for actor in (actors.get(doer.actor_id or ""),)
            if doer.country and actor is not None and actor.kind != "person"
        ),
        recipients=actor_keys(mention.recipients, actors, actor_of),
        targets=targets,
        persons=targets | _surnames(mention.actors, actors, named),
        contested=contested,
        places=frozenset({normal_name(name)} if name else ()),
        located=place is not None and place.kind in POINTS,
        within=frozenset(_around(place, places) if place else ()),
        dates=(span[0], span[1]) if span[0] and span[1] else None,
        published=_day(published),
        figures=frozenset((q.role, q.low, q.high) for q in mention.quantities if q.role != "other"),
    )


def _site(
    mention: EventMention, places: Mapping[str, Place], at: Mapping[Range, str]
) -> tuple[str | None, Place | None]:
    """Name of the place, and the place if it is known."""
    if mention.place is not None:
        return mention.place.name or mention.place.text, places.get(mention.place.place_id or "")
    if mention.type in FORCE:
        for argument in mention.recipients:
            place = places.get(at.get((argument.start, argument.end), ""))
            if place is not None:
                return place.name, place
    return None, None


def _around(place: Place, places: Mapping[str, Place]) -> Iterable[str]:
    for name in (place.admin1, place.country):
        if name:
            yield normal_name(name)
    for other in places.values():
        if other.kind == "country" and other.country == place.country and other.place_id != place.place_id:
            yield normal_name(other.name)


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
