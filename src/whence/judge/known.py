"""Actors and places by the names that people give them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from whence.names import normal_name
from whence.records import Actor, ActorKind, Place, stable_id
from whence.tables import DocumentRecords

Named = Callable[[str, str | None], Actor | None]
"""Looks an actor up by its name, on a date."""


class Known:
    """What the documents of an account name; of several of one name the earliest, whose own name it is before
    whose alias it is. The order of documents changes nothing. ``named`` knows who is named in none."""

    def __init__(self, analyses: Iterable[DocumentRecords], named: Named = lambda _name, _date: None) -> None:
        self._named = named
        self._actors: dict[str, Actor] = {}
        self._places: dict[str, Place] = {}
        ordered = sorted(analyses, key=lambda a: (a.document.published or "9999", a.document.document_id))
        for item in ordered:
            for actor in item.actors:
                self._actors.setdefault(normal_name(actor.name), actor)
            for place in item.places:
                self._places.setdefault(normal_name(place.name), place)
        for item in ordered:
            for actor in item.actors:
                for alias in actor.aliases:
                    self._actors.setdefault(normal_name(alias), actor)

    def actor(self, name: str, records: DocumentRecords, kind: ActorKind = "group") -> Actor:
        """The document's own actor of that name, else the account's, else one that is known whatever the
        documents say, else one of that kind that is known by the name alone."""
        key = normal_name(name)
        own = [actor for actor in records.actors if normal_name(actor.name) == key]
        own += [a for a in records.actors if key in map(normal_name, a.aliases)]
        if own:
            return own[0]
        found = self._actors.get(key) or self._named(name, records.document.published)
        return found or Actor(
            actor_id=stable_id("a", records.document.document_id, "judged", key),
            name=name,
            aliases=(),
            kind=kind,
            country=None,
            sectors=(),
            wikidata=None,
            roles=(),
        )

    def place(self, name: str, records: DocumentRecords) -> Place | None:
        key = normal_name(name)
        own = (place for place in records.places if normal_name(place.name) == key)
        return next(own, None) or self._places.get(key)


def with_actor(records: tuple[Actor, ...], actor: Actor) -> tuple[Actor, ...]:
    """A document's actors and one that is named for it."""
    return records if any(a.actor_id == actor.actor_id for a in records) else (*records, actor)


def with_place(records: tuple[Place, ...], place: Place) -> tuple[Place, ...]:
    return records if any(p.place_id == place.place_id for p in records) else (*records, place)
