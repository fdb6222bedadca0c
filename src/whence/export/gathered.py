"""Events with what stands behind each: its tellings with their reports, who tells it, its actors and place.

A hundred events at a time, so that memory does not grow with the account.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from whence.export.view import View
from whence.records import Actor, Argument, Attribution, Document, Event, EventMention, Origin, Place, Stance

EVENTS_AT_ONCE = 100
"""Events gathered together; with two reports of 5 kB each they are some 2 MB."""
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    event: Event
    tellings: tuple[EventMention, ...]
    """By publication of the report and place in it; undated reports last."""
    documents: Mapping[str, Document]
    """Their reports, to quote from."""
    attributions: Mapping[str, Attribution]
    """Of those reports."""
    stances: Mapping[str, tuple[Stance, ...]]
    """Of each telling, on whether it happened."""
    origins: tuple[Origin, ...]
    place: Place | None
    """The one place of the event, if it is known and accounts do not differ on it."""
    actors: Mapping[str, Actor]
    """The parties that have a record, by id."""

    def document(self, telling: EventMention) -> Document:
        return self.documents[telling.document_id]

    @property
    def first(self) -> EventMention:
        """The telling that a row quotes: the first that tells it as happened and is not only a denial."""
        told = [t for t in self.tellings if t.realis in ("past", "ongoing")] or self.tellings
        held = [t for t in told if any(s.sign == "+" for s in self.stances.get(t.event_mention_id, ()))]
        return (held or told or self.tellings)[0]

    def arguments(self, side: str) -> list[Argument]:
        """The actors or recipients as each telling words them."""
        return [argument for telling in self.tellings for argument in getattr(telling, side)]


def gathered(view: View) -> Iterator[Gathered]:
    """Every event, in the account's order."""
    events: Iterator[Event] = view.table("events")
    while chunk := list(islice(events, EVENTS_AT_ONCE)):
        yield from _chunk(view, chunk)


def _chunk(view: View, events: Sequence[Event]) -> Iterator[Gathered]:
    ids = [event.event_id for event in events]
    tellings = _by(view.table("event_mentions", event_id=ids), "event_id")
    mentions = [telling for told in tellings.values() for telling in told]
    documents = view.documents([mention.document_id for mention in mentions])
    attributions: dict[str, dict[str, Attribution]] = {key: {} for key in documents}
    for attribution in view.table("attributions", document_id=sorted(documents)):
        attributions[attribution.document_id][attribution.attribution_id] = attribution
    stances = _by(
        view.table("stances", event_mention_id=sorted(m.event_mention_id for m in mentions), scope="event"),
        "event_mention_id",
    )
    origins = _by(view.table("origins", event_id=ids), "event_id")
    places = {
        place.place_id: place
        for place in view.table("places", place_id=_set(e.place.place_id for e in events if e.place))
    }
    parties = _set(party.actor_id for event in events for party in (*event.actors, *event.recipients))
    actors = {actor.actor_id: actor for actor in view.table("actors", actor_id=parties)}
    for event in events:
        told = sorted(tellings.get(event.event_id, ()), key=lambda t: _order(t, documents))
        own = {telling.document_id for telling in told}
        yield Gathered(
            event=event,
            tellings=tuple(told),
            documents={key: documents[key] for key in sorted(own)},
            attributions={k: a for key in sorted(own) for k, a in attributions[key].items()},
            stances={t.event_mention_id: tuple(stances.get(t.event_mention_id, ())) for t in told},
            origins=tuple(origins.get(event.event_id, ())),
            place=_place(event, places),
            actors={
                party.actor_id: actors[party.actor_id]
                for party in (*event.actors, *event.recipients)
                if party.actor_id and party.actor_id in actors
            },
        )


def _order(telling: EventMention, documents: Mapping[str, Document]) -> tuple[str, str, int]:
    document = documents[telling.document_id]
    return document.published or "9999", document.document_id, telling.trigger.start


def _place(event: Event, places: Mapping[str, Place]) -> Place | None:
    if event.place is None or "place" in event.disputed_fields:
        return None
    return places.get(event.place.place_id or "")


def _by(records: Iterable[R], field: str) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for record in records:
        found.setdefault(getattr(record, field), []).append(record)
    return found


def _set(ids: Iterable[str | None]) -> Collection[str]:
    return sorted({key for key in ids if key})
