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
    EventQuantity,
    Origin,
    QuantityRole,
    Range,
    Sign,
    ValueRange,
)
from whence.show.card import article, documents_of, rung
from whence.store import Store
from whence.store.told import Dated

CITED = 4
"""Passages of a line, one for each origin; the event's own page has all."""
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
        self._passages: dict[tuple[str, int, int], list[EventMention]] = {}
        """(report, start, end) → the tellings in it that are cited; in the order of its numbers."""

    def event(self, event: Event, *, within: bool = False) -> Line:
        """The event with a passage for each of its origins; ``within`` takes them from the period."""
        tellings = self._tellings.get(event.event_id, [])
        if within:
            tellings = [one for one in tellings if one.document_id in self._times.within] or tellings
        return self._line(event, self._of_origins(self._origins.get(event.event_id, ()), tellings))

    def plan(self, event: Event, due: str, followed_by: Sequence[Event]) -> Line:
        line = self.event(event)
        return replace(line, due=due, followed_by=tuple(self.event(one) for one in followed_by))

    def denial(self, event: Event, origins: Collection[str]) -> Line:
        """An event that these origins deny, with the passages in which they do."""
        denying = [o for o in self._origins.get(event.event_id, ()) if o.origin_id in origins]
        return self._line(event, self._of_origins(denying, self._tellings.get(event.event_id, ())))

    def figures(
        self,
        event: Event,
        role: QuantityRole,
        told: Mapping[int, Collection[str]],
        kinds: Sequence[str],
    ) -> Line:
        """The values of a role in the order in which they were first told; ``told`` gives the reports of each
        by its position. Of many the latest are shown."""
        told = {
            at: told[at] for at, value in enumerate(event.quantities) if value.role == role and told.get(at)
        }
        origins = {origin.origin_id: origin for origin in self._origins.get(event.event_id, ())}
        values = [(min(self._rank[key] for key in told[at]), at, event.quantities[at]) for at in told]
        values.sort(key=lambda found: (found[0], found[2].low or 0, found[2].high or 0))
        sides = []
        for rank, _, value in values[-SIDES:]:
            report = self._in_order[rank]
            tellings = [
                one
                for one in self._tellings.get(event.event_id, ())
                if one.event_mention_id in value.event_mention_ids
            ]
            by = [origins[key] for key in value.origin_ids if key in origins]
            documents = {one.document_id for one in tellings}
            sides.append(
                Side(
                    value=_range(value),
                    approximate=value.approximate,
                    sign="+",
                    by=tuple(dict.fromkeys(origin.source for origin in by)),
                    first=_dates(report),
                    reports=self._count(documents),
                    told=self._times.told(documents),
                    notes=self._cite(self._of_origins(by, tellings)),
                    in_place_of=tuple(_range(event.quantities[at]) for at in self._replaced(report, told)),
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
        documents = documents_of(self._store, {document for document, _, _ in self._passages})
        return tuple(
            _note(number, documents[document], (start, end), tellings)
            for number, ((document, start, end), tellings) in enumerate(self._passages.items(), start=1)
        )

    def _account(self, conflict: Conflict, at: int) -> Side:
        side = conflict.sides[at]
        origins = [
            origin
            for event_id in conflict.event_ids
            for origin in self._origins.get(event_id, ())
            if origin.origin_id in side.origin_ids
        ]
        here = [
            one
            for event_id in conflict.event_ids
            for one in self._tellings.get(event_id, ())
            if one.document_id in side.document_ids
        ]
        here.sort(key=lambda one: (not _names(one, side.value), self._place(one)))
        by = [origin.source for origin in origins]
        cited = self._of_origins(origins, here)
        if not origins:
            holders = self._holders(here, side.sign)
            by = [name for names in holders.values() for name in names]
            cited = [one for one in here if one.event_mention_id in holders]
        return Side(
            value=side.value,
            approximate=False,
            sign=side.sign,
            by=tuple(dict.fromkeys(by)),
            first=_dates(self._first(side.document_ids)),
            reports=self._count(side.document_ids),
            told=self._times.told(side.document_ids),
            notes=self._cite(cited),
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
        """Numbers of the passages of these tellings."""
        found = []
        for one in sorted(tellings[:CITED], key=self._place):
            held = self._passages.setdefault((one.document_id, *_cut(one)), [])
            if one not in held:
                held.append(one)
            found.append((one.document_id, *_cut(one)))
        numbers = {passage: number for number, passage in enumerate(self._passages, start=1)}
        return tuple(sorted({numbers[passage] for passage in found}))

    def _replaced(self, report: Dated, told: Mapping[int, Collection[str]]) -> list[int]:
        """Values that an earlier capture of a report gave, and this later capture of it does not."""
        if report.version_of is None:
            return []
        rank = self._rank[report.document_id]
        earlier = {
            key
            for key, one in self._reports.items()
            if report.version_of in (key, one.version_of) and self._rank[key] < rank
        }
        return [at for at in told if report.document_id not in told[at] and not earlier.isdisjoint(told[at])]

    def _of_origins(self, origins: Iterable[Origin], tellings: Sequence[EventMention]) -> list[EventMention]:
        """The first telling of each origin: copies of one report say no more than one of them. Without
        origins the first of all."""
        found: dict[str, EventMention] = {}
        for origin in origins:
            for one in tellings:
                if one.event_mention_id in origin.event_mention_ids:
                    found.setdefault(one.event_mention_id, one)
                    break
        return list(found.values()) or list(tellings[:1])

    def _count(self, documents: Iterable[str]) -> int:
        """Reports, of several captures one."""
        return len({self._reports[key].version_of or key for key in documents})

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


def _range(value: EventQuantity) -> ValueRange:
    return ValueRange(low=value.low, high=value.high)


def _names(telling: EventMention, value: str | float | ValueRange) -> bool:
    """Whether a telling names what a side says: some of an origin's tellings may be of other things."""
    named = [part for one in (*telling.actors, *telling.recipients) for part in (one.name, one.text)]
    if telling.place:
        named += [telling.place.name, telling.place.text]
    return isinstance(value, str) and any(part and part in value for part in named)


def _cut(telling: EventMention) -> Range:
    """The passage of a telling: its sentence, or what of it stands around the trigger."""
    start, end = telling.sentence
    if end - start <= QUOTE:
        return start, end
    at = telling.trigger.start
    return max(start, at - QUOTE // 2), min(end, at + QUOTE // 2)


def _note(number: int, document: Document, passage: Range, tellings: Sequence[EventMention]) -> Note:
    start, end = passage
    sentence = tellings[0].sentence
    return Note(
        number=number,
        event_mention_ids=tuple(one.event_mention_id for one in tellings),
        document_id=document.document_id,
        outlet=document.outlet,
        title=document.title,
        path=document.path,
        url=document.url,
        published=document.published,
        published_precision=document.published_precision,
        captured=document.captured,
        text=document.text[start:end],
        start=start,
        end=end,
        begins=start == sentence[0],
        ends=end == sentence[1],
    )
