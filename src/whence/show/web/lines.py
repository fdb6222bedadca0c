"""An event in one line: what is told, who says so, and what is marked on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whence.records import Conflict, Event, Origin
from whence.show import wording
from whence.show.card import one_line

if TYPE_CHECKING:
    from whence.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A shape and words, never a colour alone."""

    kind: str
    shape: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    event_id: str
    day: str
    """Of the event as told; "undated" if it is not."""
    sentence: str
    status: str
    """In words."""
    who: str
    """Who says so, in a line."""
    marks: tuple[Mark, ...]
    reports: int
    outlets: int
    origins: str
    """"1–2 origins"; of those who deny it where nobody asserts it."""
    figures: tuple[str, ...]
    first_reported: str | None
    reviewed: tuple[str, ...]


def lines(store: Store, event_ids: Sequence[str]) -> list[Line]:
    """Lines of these events, in their order."""
    events: dict[str, Event] = {e.event_id: e for e in store.table("events", event_id=list(event_ids))}
    origins: dict[str, list[Origin]] = {}
    for origin in store.table("origins", event_id=list(event_ids)):
        origins.setdefault(origin.event_id, []).append(origin)
    conflicts: dict[str, list[Conflict]] = {}
    for conflict in store.table("conflicts", event_ids=list(event_ids)):
        for key in conflict.event_ids:
            conflicts.setdefault(key, []).append(conflict)
    return [
        line(events[key], origins.get(key, ()), conflicts.get(key, ())) for key in event_ids if key in events
    ]


def line(event: Event, origins: Sequence[Origin], conflicts: Sequence[Conflict]) -> Line:
    interval = event.origins if event.origins.high else event.denials
    return Line(
        event_id=event.event_id,
        day=day_of(event),
        sentence=one_line(wording.sentence(event)),
        status=wording.status(event),
        who=one_line(wording.who(event, origins)) or "no one here commits to it",
        marks=tuple(marks(event, conflicts)),
        reports=event.reports,
        outlets=event.outlets,
        origins=wording.span(interval),
        figures=tuple(dict.fromkeys(figures(event))),
        first_reported=event.first_reported,
        reviewed=tuple(dict.fromkeys(map(wording.review, event.reviewed))),
    )


def day_of(event: Event) -> str:
    """The day, month or year on which an event is told to begin, else the one by which it has ended."""
    date = event.date
    if date is None or not (begins := date.from_ or date.to):
        return "undated"
    return begins[: {"year": 4, "month": 7}.get(date.precision or "", 10)]


def marks(event: Event, conflicts: Iterable[Conflict]) -> Iterator[Mark]:
    kinds = {conflict.kind for conflict in conflicts}
    yield Mark(kind=event.status, shape=wording.MARK[event.status], words=wording.SHORT[event.status])
    if event.denials.high and event.status not in ("denied", "disputed"):
        yield Mark(kind="denied", shape=wording.MARK["denied"], words="denied by somebody")
    if "revision" in kinds:
        yield Mark(kind="revised", shape="↻", words="figures revised")
    if "contradiction" in kinds and event.status != "disputed":
        on = f" on the {', '.join(event.disputed_fields)}" if event.disputed_fields else ""
        yield Mark(kind="differ", shape="≠", words=f"accounts differ{on}")
    if event.follows:
        yield Mark(kind="follows", shape="↳", words="was announced")


def figures(event: Event) -> Iterator[str]:
    for value in event.quantities:
        yield f"{value.role}: {wording.amount(value.low, value.high, value.approximate)}"


def by_day(found: Iterable[Line]) -> Mapping[str, list[Line]]:
    """Lines by the day of their event, the first day first, undated ones last."""
    days: dict[str, list[Line]] = {}
    for one in sorted(found, key=lambda one: (one.day == "undated", one.day)):
        days.setdefault(one.day, []).append(one)
    return days
