"""A brief, gathered from the account: sections of lines, the passages they stand on, and what was not read.

There is no clock in it: the same account and the same question give the same brief.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TypeVar, get_args

from whence import __version__
from whence.brief.found import Found, found
from whence.brief.lines import Lines
from whence.brief.model import Brief, Line, Section, SectionKey, Told, Unread
from whence.brief.period import Moment, Period, period
from whence.records import Conflict, Event, Loss, QuantityRole, Story, ValueRange
from whence.store import Query, Store, told
from whence.store.told import Dated

MOST = 25
"""Lines of a section. The rest are counted: 600 reports of a day tell of eight thousand events (of 10,000
reports on several countries, 2013 to 2018), and nobody reads them in the morning."""
LOSSES = 20
READ = "en"
"""The language in which events are read."""

Documents = Collection[str]
Name = TypeVar("Name", str, str | None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A line to be made: of many only the weightiest are."""

    event: Event
    make: Callable[[Lines], Line]
    others: tuple[str, ...] = ()
    """Further events that the line tells of."""


def gather(
    store: Store, since: Moment, *, until: Moment | None = None, query: Query | None = None, most: int = MOST
) -> Brief:
    """What reports from ``since`` to the day of ``until`` (of the latest publication) tell that was not told
    before, of events that meet ``query``; of each section up to ``most`` lines."""
    query = query or Query()
    with store.reading() as connection:
        reports = told.dated(connection)
        times = period(reports, since, until)
        ids = found(connection, times, query)
        new = told.weightiest(connection, ids.new, most)
        unplaced = told.weightiest(connection, ids.unplaced, most)
    items = _items(store, times, ids, new, unplaced)
    counts = {key: len(items[key]) for key in items}
    counts |= {"new": len(ids.new), "unplaced": len(ids.unplaced), "due": counts["due"] + ids.overdue}
    items = {key: sorted(several, key=_weight)[:most] for key, several in items.items()}
    shown = [item for several in items.values() for item in several]
    lines = Lines(
        store, reports, times, {one for item in shown for one in (item.event.event_id, *item.others)}
    )
    stories = {s.story_id: s for s in store.table("stories", story_id={i.event.story_id for i in shown})}
    sections = tuple(
        Section(
            key=key,
            stories=tuple(_told(items[key], lines, stories)),
            left_out=counts[key] - len(items[key]),
        )
        for key in get_args(SectionKey)
    )
    return Brief(
        since=since.text,
        until=times.last,
        filter=query,
        version=__version__,
        account=hashlib.sha256("".join(f"{r.sha256}\n" for r in reports).encode()).hexdigest(),
        reports=len(_distinct(reports)),
        before=len(_distinct(reports, times.before)),
        within=len(_distinct(reports, times.within)),
        after=len(_distinct(reports, times.after)),
        undated=len(_distinct(reports, times.undated)),
        outlets=_outlets(reports, times),
        sections=sections,
        unread=_unread(store, reports, times),
        notes=lines.notes(),
    )


def _items(
    store: Store, times: Period, ids: Found, new: Sequence[str], unplaced: Sequence[str]
) -> dict[SectionKey, list[_Item]]:
    conflicts: list[Conflict] = list(store.table("conflicts", conflict_id=ids.conflicts))
    wanted = {*new, *unplaced, *ids.figures, *ids.denials, *ids.plans, *(c.event_ids[0] for c in conflicts)}
    events = {event.event_id: event for event in store.table("events", event_id=wanted)}
    figures, rest = _figures(events, times, ids, conflicts)
    on_occurrence = {conflict.event_ids[0] for conflict in rest if conflict.field == "occurrence"}
    differing = [
        _Item(
            event=events[conflict.event_ids[0]],
            make=partial(Lines.conflict, event=events[conflict.event_ids[0]], conflict=conflict),
            others=conflict.event_ids[1:],
        )
        for conflict in rest
    ]
    differing += [
        _Item(event=events[one], make=partial(Lines.denial, event=events[one], origins=origins))
        for one, origins in ids.denials.items()
        if one not in on_occurrence
    ]
    followers: dict[str, list[Event]] = {}
    for event in store.table("events", follows=set(ids.plans)):
        followers.setdefault(event.follows, []).append(event)
    due = [
        _Item(
            event=events[plan],
            make=partial(Lines.plan, event=events[plan], due=day, followed_by=followers.get(plan, ())),
            others=tuple(event.event_id for event in followers.get(plan, ())),
        )
        for plan, day in ids.plans.items()
    ]
    return {
        "new": [_Item(event=events[i], make=partial(Lines.event, event=events[i], within=True)) for i in new],
        "figures": figures,
        "differing": differing,
        "due": due,
        "unplaced": [
            _Item(event=events[i], make=partial(Lines.event, event=events[i], within=True)) for i in unplaced
        ],
    }


def _figures(
    events: Mapping[str, Event], times: Period, ids: Found, conflicts: Sequence[Conflict]
) -> tuple[list[_Item], list[Conflict]]:
    """A line for each role whose value changed, and the conflicts that these do not tell of."""
    items: list[_Item] = []
    rest = {conflict.conflict_id: conflict for conflict in conflicts}
    for event_id, values in ids.figures.items():
        event = events[event_id]
        about = [c for c in conflicts if c.field == "quantity" and c.event_ids[0] == event_id]
        for role in get_args(QuantityRole):
            mine = [conflict for conflict in about if _counts(conflict, event, role)]
            revised = any(conflict.kind == "revision" for conflict in mine)
            if role != "other" and _changed(event, role, values, times, revised=revised):
                kinds = sorted({conflict.kind for conflict in mine})
                make = partial(Lines.figures, event=event, role=role, told=values, kinds=kinds)
                items.append(_Item(event=event, make=make))
                for conflict in mine:
                    rest.pop(conflict.conflict_id, None)
    return items, list(rest.values())


def _counts(conflict: Conflict, event: Event, role: QuantityRole) -> bool:
    """Whether a conflict on a figure is about that role: it does not say so itself."""
    told_of = {(value.low, value.high) for value in event.quantities if value.role == role}
    return all(
        isinstance(side.value, ValueRange) and (side.value.low, side.value.high) in told_of
        for side in conflict.sides
    )


def _changed(
    event: Event, role: QuantityRole, values: Mapping[int, Documents], times: Period, *, revised: bool
) -> bool:
    """Whether a value of the role is new beside one told before, or revises one of the period itself."""
    mine = [values.get(at, ()) for at, value in enumerate(event.quantities) if value.role == role]
    known = any(not times.before.isdisjoint(documents) for documents in mine)
    return any(times.new(documents) for documents in mine) and (known or revised)


def _weight(item: _Item) -> tuple[bool, int, int, bool, str]:
    """As :func:`whence.store.told.weightiest` orders events."""
    event = item.event
    return (
        event.status != "disputed",
        -event.reports,
        -event.origins.high,
        event.type == "NONE",
        event.event_id,
    )


def _told(items: Sequence[_Item], lines: Lines, stories: Mapping[str, Story]) -> Iterator[Told]:
    """The lines by story, then by the event's date."""

    def order(item: _Item) -> tuple[str, str, str, str]:
        story, date = stories[item.event.story_id], item.event.date
        day = (date.from_ or date.to or "9999") if date else "9999"
        return story.from_ or "9999", story.story_id, day, item.event.event_id

    for story_id, group in groupby(sorted(items, key=order), key=lambda item: item.event.story_id):
        yield Told(story=stories[story_id], lines=tuple(item.make(lines) for item in group))


def _distinct(reports: Iterable[Dated], among: Collection[str] | None = None) -> dict[str, str | None]:
    """Reports, of several captures one → its outlet."""
    return {
        report.version_of or report.document_id: report.outlet
        for report in reports
        if among is None or report.document_id in among
    }


def _outlets(reports: Iterable[Dated], times: Period) -> tuple[tuple[str | None, int], ...]:
    return _most_first(_distinct(reports, times.within).values())


def _most_first(names: Iterable[Name]) -> tuple[tuple[Name, int], ...]:
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0] is None, pair[0] or "")))


def _unread(store: Store, reports: Sequence[Dated], times: Period) -> Unread:
    losses: list[Loss] = list(store.table("losses"))
    listed = [loss for loss in losses if loss.reason != "language"]  # those are counted by language
    foreign = [report for report in reports if report.language != READ]
    return Unread(
        losses=tuple(listed[:LOSSES]),
        left_out=len(listed[LOSSES:]),
        reasons=_most_first(loss.reason for loss in losses),
        languages=_most_first(report.language for report in foreign),
        languages_within=_most_first(r.language for r in foreign if r.document_id in times.within),
        reports=len(reports),
        reports_within=len(times.within),
    )
