"""The lines of a brief, from the records of what is shown: an event with who tells it, and its passages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from whence.brief.model import First, Line, Note, Side
from whence.brief.period import Period
from whence.records import (
    Attribution,
    Conflict,
    Document,
    Event,
    EventMention,
    Origin,
    QuantityRole,
    Sign,
    ValueRange,
)
from whence.show.card import article, documents_of, rung
from whence.store import Store
from whence.store.told import Dated

CITED = 4
"""Passages of a line, one for each origin; the event's page has them all."""
SIDES = 8
"""Values or accounts of a line."""
QUOTE = 320
"""Characters of a passage; a long sentence is cut around its trigger."""


class Lines:
    """Makes lines. Passages are numbered as they are first asked for: make the lines in their order."""

    def __init__(
        self, store: Store, reports: Iterable[Dated], times: Period, events: Collection[str]
    ) -> None:
        """``events`` are the ids of all events that lines are made of."""
        self._store, self._times = store, times
        ordered = sorted(reports, key=lambda r: (r.published or "9999", r.captured or "9999", r.document_id))
        self._in_order = ordered
        self._reports = {report.document_id: report for report in ordered}
        self._rank = {key: rank for rank, key in enumerate(self._reports)}
        self._origins: dict[str, list[Origin]] = {}
        for origin in store.table("origins", event_id=events):
            self._origins.setdefault(origin.event_id, []).append(origin)
        found: dict[str, list[EventMention]] = {}
        for mention in store.table("event_mentions", event_id=events):
            found.setdefault(mention.event_id, []).append(mention)
        self._tellings = {key: sorted(tellings, key=self._place) for key, tellings in found.items()}
        self._numbers: dict[str, tuple[int, EventMention]] = {}

    def event(self, event: Event, *, within: bool = False) -> Line:
        """The event with a passage for each of its origins; ``within`` takes them from the period."""
        tellings = self._tellings.get(event.event_id, [])
        if within:
            tellings = [one for one in tellings if one.document_id in self._times.within] or tellings
        chosen: list[EventMention] = []
        for origin in self._origins.get(event.event_id, ()):
            chosen += [one for one in tellings if one.event_mention_id in origin.event_mention_ids][:1]
        return self._line(event, chosen or tellings[:1])

    def plan(self, event: Event, due: str, followed_by: Sequence[Event]) -> Line:
        line = self.event(event)
        then = [self.event(one) for one in followed_by]
        return replace(line, due=due, followed_by=tuple(then))

    def denial(self, event: Event, origins: Collection[str]) -> Line:
        """An event that these origins deny, with the passages in which they do."""
        denied = [o for o in self._origins.get(event.event_id, ()) if o.origin_id in origins]
        tellings = self._tellings.get(event.event_id, [])
        chosen = [
            next((one for one in tellings if one.event_mention_id in origin.event_mention_ids), None)
            for origin in denied
        ]
        return self._line(event, [one for one in chosen if one])

    def figures(
        self,
        event: Event,
        role: QuantityRole,
        told: Mapping[int, Collection[str]],
        kinds: Sequence[str],
    ) -> Line:
        """The values of a role in the order in which they were first told; ``told`` gives the reports of each
        by its position. Of many the latest are shown."""
        origins = {origin.origin_id: origin for origin in self._origins.get(event.event_id, ())}
        values = [
            (min(self._rank[key] for key in told[at]), value)
            for at, value in enumerate(event.quantities)
            if value.role == role and told.get(at)
        ]
        values.sort(key=lambda pair: (pair[0], pair[1].low or 0, pair[1].high or 0))
        sides = []
        for rank, value in values[-SIDES:]:
            tellings = [
                one
                for one in self._tellings.get(event.event_id, ())
                if one.event_mention_id in value.event_mention_ids
            ]
            by = [origins[key].source for key in value.origin_ids if key in origins]
            documents = {one.document_id for one in tellings}
            sides.append(
                Side(
                    value=ValueRange(low=value.low, high=value.high),
                    approximate=value.approximate,
                    sign="+",
                    by=tuple(dict.fromkeys(by)),
                    first=_dates(self._in_order[rank]),
                    new=self._times.new(documents),
                    notes=self._cite(self._of_outlets(tellings)),
                )
            )
        line = self._line(event, ())
        left_out = max(0, len(values) - SIDES)
        return replace(line, role=role, kinds=tuple(kinds), sides=tuple(sides), left_out=left_out)

    def conflict(self, event: Event, conflict: Conflict) -> Line:
        """Each of the accounts that differ, with its own origins; of many, denials and what is new."""
        chosen = list(range(len(conflict.sides)))
        if len(chosen) > SIDES:
            order = sorted(
                chosen,
                key=lambda at: (
                    conflict.sides[at].sign == "+",
                    not self._times.new(conflict.sides[at].document_ids),
                    at,
                ),
            )
            chosen = sorted(order[:SIDES])
        sides = tuple(self._account(conflict, at) for at in chosen)
        line = self._line(event, ())
        return replace(line, conflict=conflict, sides=sides, left_out=len(conflict.sides) - len(sides))

    def notes(self) -> tuple[Note, ...]:
        """The passages of all lines made so far."""
        documents = documents_of(self._store, {m.document_id for _, m in self._numbers.values()})
        return tuple(
            _note(number, mention, documents[mention.document_id])
            for number, mention in self._numbers.values()
        )

    def _account(self, conflict: Conflict, at: int) -> Side:
        side = conflict.sides[at]
        origins = [
            origin
            for event_id in conflict.event_ids
            for origin in self._origins.get(event_id, ())
            if origin.origin_id in side.origin_ids
        ]
        told = {one for origin in origins for one in origin.event_mention_ids}
        here = [
            one
            for event_id in conflict.event_ids
            for one in self._tellings.get(event_id, ())
            if one.document_id in side.document_ids
        ]
        by = [origin.source for origin in origins]
        tellings = [one for one in here if one.event_mention_id in told]
        if not origins:
            holders = self._holders(here, side.sign)
            by = [name for names in holders.values() for name in names]
            tellings = [one for one in here if one.event_mention_id in holders]
        fitting = sorted(tellings, key=lambda one: (not _names(one, side.value), self._place(one)))
        return Side(
            value=side.value,
            approximate=False,
            sign=side.sign,
            by=tuple(dict.fromkeys(by)),
            first=_dates(self._first(side.document_ids)),
            new=self._times.new(side.document_ids),
            notes=self._cite(self._of_outlets(fitting)),
        )

    def _holders(self, mentions: Iterable[EventMention], sign: Sign) -> dict[str, list[str]]:
        """Telling → who is committed to it with that sign: a denial of one argument is no origin's."""
        ids = [mention.event_mention_id for mention in mentions]
        stances = [s for s in self._store.table("stances", event_mention_id=ids) if s.sign == sign]
        links: dict[str, Attribution] = {
            a.attribution_id: a
            for a in self._store.table(
                "attributions", attribution_id=[s.attribution_id for s in stances if s.attribution_id]
            )
        }
        document_of = {mention.event_mention_id: mention.document_id for mention in mentions}
        documents = documents_of(
            self._store, {document_of[s.event_mention_id] for s in stances if s.attribution_id is None}
        )
        found: dict[str, list[str]] = {}
        for stance in stances:
            if stance.attribution_id is None:
                name = article(documents[document_of[stance.event_mention_id]])
            else:
                name = rung(links[stance.attribution_id])
            found.setdefault(stance.event_mention_id, []).append(name)
        return found

    def _line(self, event: Event, chosen: Sequence[EventMention]) -> Line:
        return Line(
            event=event,
            origins=tuple(self._origins.get(event.event_id, ())),
            first=_dates(self._first(event.document_ids)),
            notes=self._cite(chosen),
        )

    def _cite(self, tellings: Sequence[EventMention]) -> tuple[int, ...]:
        """Numbers of the first passages, in the order of their reports."""
        unique = {one.event_mention_id: one for one in tellings}
        numbers = []
        for one in sorted(list(unique.values())[:CITED], key=self._place):
            number, _ = self._numbers.setdefault(one.event_mention_id, (len(self._numbers) + 1, one))
            numbers.append(number)
        return tuple(sorted(numbers))

    def _of_outlets(self, tellings: Sequence[EventMention]) -> list[EventMention]:
        """The first of each outlet: copies of one report say no more than one of them."""
        found: dict[str, EventMention] = {}
        for one in tellings:
            found.setdefault(self._reports[one.document_id].outlet or one.document_id, one)
        return list(found.values())

    def _first(self, documents: Iterable[str]) -> Dated | None:
        first = min(documents, key=self._rank.__getitem__, default=None)
        return None if first is None else self._reports[first]

    def _place(self, telling: EventMention) -> tuple[int, int, str]:
        return self._rank[telling.document_id], telling.trigger.start, telling.event_mention_id


def _dates(report: Dated | None) -> First:
    if report is None:
        return First(published=None, published_precision=None, captured=None)
    return First(
        published=report.published,
        published_precision=report.published_precision,
        captured=report.captured,
    )


def _names(telling: EventMention, value: str | float | ValueRange) -> bool:
    """Whether a telling names what a side says: some of an origin's tellings may be of other things."""
    named = [part for one in (*telling.actors, *telling.recipients) for part in (one.name, one.text)]
    if telling.place:
        named += [telling.place.name, telling.place.text]
    return isinstance(value, str) and any(part and part in value for part in named)


def _note(number: int, telling: EventMention, document: Document) -> Note:
    start, end = telling.sentence
    trigger = telling.trigger
    low = start if end - start <= QUOTE else max(start, trigger.start - QUOTE // 2)
    high = end if end - start <= QUOTE else min(end, trigger.start + QUOTE // 2)
    return Note(
        number=number,
        event_mention_id=telling.event_mention_id,
        document_id=document.document_id,
        outlet=document.outlet,
        title=document.title,
        path=document.path,
        url=document.url,
        published=document.published,
        published_precision=document.published_precision,
        captured=document.captured,
        text=document.text[low:high],
        start=low,
        end=high,
        begins=low == start,
        ends=high == end,
    )
