"""What accounts of one event are compared by, and how a conflict between them is written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from whence.assess.assertions import Assertion
from whence.assess.roots import Root
from whence.records import Actor, Conflict, Event, Place, Side, Sign, ValueRange, stable_id

Field = Literal["occurrence", "actor", "recipient", "place", "date", "quantity", "purpose"]
Kind = Literal["contradiction", "revision", "precision", "labelling"]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is known beside the events: the account's actors, places by id, a later capture → its report, and
    the actors that some report calls rebels."""

    actors: Mapping[str, Actor]
    actor_of: Mapping[str, str]
    places: Mapping[str, Place]
    version_of: Mapping[str, str]
    rebels: frozenset[str] = frozenset()

    def actor(self, actor_id: str | None) -> Actor | None:
        return self.actors.get(self.actor_of.get(actor_id, actor_id)) if actor_id else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event with everything that is compared."""

    event: Event
    assertions: tuple[Assertion, ...]
    doers: frozenset[str]
    """Keys of its actors (:func:`whence.names.actor_keys`), and of the states they serve."""
    origin_ids: Mapping[tuple[Sign, Root], str]

    def of_sign(self, sign: Sign) -> list[Assertion]:
        return [a for a in self.assertions if a.sign == sign]

    @property
    def documents(self) -> set[str]:
        return {a.document.document_id for a in self.assertions}


Item = tuple[Told, Assertion]
"""An assertion and the event it is of."""


def published(items: Iterable[Item]) -> str:
    """When the first report or capture of a side appeared."""
    return min((item.document.captured or item.document.published or "9999" for _, item in items), default="")


def side(value: str | float | ValueRange, sign: Sign, items: Sequence[Item]) -> Side:
    ids = {t.origin_ids[a.sign, a.root] for t, a in items if (a.sign, a.root) in t.origin_ids}
    return Side(
        value=value,
        sign=sign,
        origin_ids=tuple(sorted(ids)),
        document_ids=tuple(sorted({a.document.document_id for _, a in items})),
    )


def conflict(
    told: Told,
    field: Field,
    kind: Kind,
    why: str,
    probability: float,
    sides: Sequence[Side],
    others: Iterable[Told] = (),
) -> Conflict:
    """``others`` are further events that the sides tell of; ``told`` is the one it is about."""
    event_id = told.event.event_id
    return Conflict(
        conflict_id=stable_id("c", event_id, kind, field, *(f"{s.sign}{s.value}" for s in sides)),
        kind=kind,
        why=why,
        probability=probability,
        field=field,
        event_ids=(event_id, *sorted({other.event.event_id for other in others} - {event_id})),
        sides=tuple(sides),
    )
