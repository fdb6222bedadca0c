"""Actors and places by the names that people give them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from whence.names import normal_name
from whence.records import Actor, ActorKind, Place, stable_id
from whence.tables import DocumentRecords

Named = Callable[[str, str | None], Actor | None]
"""Looks an actor up by its name, on a date."""
T = TypeVar("T")
_Earliest = dict[str, tuple[tuple[str, str], T]]
"""Name → publication and id of the document that has it first, and what it calls so."""


class Known:
    """What the documents of an account name; of several of one name the earliest, whose own name it is before
    whose alias it is. The order of documents changes nothing. ``named`` knows who is named in none; with
    ``wanted`` only these names, in normal form, are kept."""

    def __init__(
        self,
        analyses: Iterable[DocumentRecords],
        named: Named = lambda _name, _date: None,
        *,
        wanted: Collection[str] | None = None,
    ) -> None:
        self._named = named
        self._actors: _Earliest[Actor] = {}
        self._aliases: _Earliest[Actor] = {}
        self._places: _Earliest[Place] = {}
        for item in analyses:
            when = (item.document.published or "9999", item.document.document_id)
            called = [(self._actors, actor.name, actor) for actor in item.actors]
            called += [(self._aliases, alias, actor) for actor in item.actors for alias in actor.aliases]
            for known, name, actor in called:
                _keep(known, normal_name(name), when, actor, wanted)
            for place in item.places:
                _keep(self._places, normal_name(place.name), when, place, wanted)

    def actor(self, name: str, records: DocumentRecords, kind: ActorKind = "group") -> Actor:
        """The document's own actor of that name, else the account's, else one that is known whatever the
        documents say, else one of that kind that is known by the name alone."""
        key = normal_name(name)
        own = [actor for actor in records.actors if normal_name(actor.name) == key]
        own += [a for a in records.actors if key in map(normal_name, a.aliases)]
        if own:
            return own[0]
        _, found = self._actors.get(key) or self._aliases.get(key) or (None, None)
        return (found or self._named(name, records.document.published)) or Actor(
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
        return next(own, None) or self._places.get(key, (None, None))[1]


def _keep(
    known: _Earliest[T], key: str, when: tuple[str, str], found: T, wanted: Collection[str] | None
) -> None:
    if (wanted is None or key in wanted) and (key not in known or when < known[key][0]):
        known[key] = when, found


def with_actor(records: tuple[Actor, ...], actor: Actor) -> tuple[Actor, ...]:
    """A document's actors and one that is named for it."""
    return records if any(a.actor_id == actor.actor_id for a in records) else (*records, actor)


def with_place(records: tuple[Place, ...], place: Place) -> tuple[Place, ...]:
    return records if any(p.place_id == place.place_id for p in records) else (*records, place)
