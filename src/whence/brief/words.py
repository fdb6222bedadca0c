"""A brief in words, piece by piece.

Each line tells the dates of the event, of publication and of capture apart, and who says so. What articles
say stands in quotation marks, or is a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from whence.brief.model import Brief, First, Line, Note, Section, SectionKey, Side, Unread
from whence.brief.period import When
from whence.brief.pieces import LONG, NAME, Page, Part, Piece, Words, cut, link
from whence.records import Conflict, Event, EventParty, ValueRange
from whence.show import wording
from whence.store.query import parts

OUTLETS = 12
"""Outlets named in the head."""

TITLE: Mapping[SectionKey, str] = {
    "new": "New",
    "figures": "Figures changed",
    "differing": "Newly denied or differing",
    "due": "Announced dates now due",
    "unplaced": "Place unknown",
}
EMPTY: Mapping[SectionKey, str] = {
    "new": "No event was first reported in the period.",
    "figures": "No figure is told with another value than before.",
    "differing": "No denial and no differing account is new.",
    "due": "No announced date came due.",
    "unplaced": "No event that is told in the period is without a place.",
}
FIRST_TOLD: Mapping[When, str] = {
    "new": "new in the period",
    "before": "told before the period",
    "other": "told after the period or without a date",
}


def page(brief: Brief) -> Page:
    """The whole brief in words."""
    until = brief.until or "an end that no date tells"
    return Page(
        title=f"Brief: {brief.since} to {until}",
        head=tuple(_head(brief, until)),
        parts=(*(_part(section, brief) for section in brief.sections), _not_read(brief.unread)),
        sources=tuple((note.number, _source(note)) for note in brief.notes),
        foot=(
            "Each line says who reports, denies or plans it in the reports read; none says what is so."
            " A count is an interval, as sources that seem apart may be one."
        ),
    )


def _head(brief: Brief, until: str) -> Iterator[tuple[str, str]]:
    yield "Period", f"reports published from {brief.since} to {until}; later captures by their capture date"
    yield "Filter", cut(wording.asked(brief.filter), LONG) or "none"
    yield (
        "Reports",
        f"{brief.within:,} in the period, {brief.before:,} before it, {brief.reports:,} read in all"
        + (f", {brief.after:,} after it" if brief.after else "")
        + (f"; {brief.undated:,} without any date are in neither" if brief.undated else ""),
    )
    named = [f"{cut(name, NAME) if name else 'outlet unknown'} ({count:,})" for name, count in brief.outlets]
    more = f" and {len(named) - OUTLETS:,} more" if len(named) > OUTLETS else ""
    yield "Outlets in the period", f"{', '.join(named[:OUTLETS])}{more}" or "none"
    yield "Account", f"SHA-256 {brief.account}"
    yield "Version", f"whence {brief.version}"


def _part(section: Section, brief: Brief) -> Part:
    stories = tuple(
        (cut(told.story.title, LONG), tuple(_line(line, section.key, brief) for line in told.lines))
        for told in section.stories
    )
    closing: tuple[str, ...] = () if stories or section.left_out else (EMPTY[section.key],)
    if section.left_out:
        which = "for days before the period or told by fewer reports" if section.key == "due" else ""
        closing = (
            f"{section.left_out:,} more, {which or 'told by fewer reports'}, are not shown:"
            " give --most, or narrow the filter.",
        )
    if section.key == "unplaced" and stories and any(part.place for part in parts(brief.filter)):
        closing += ("They are listed whatever the area: no report says where they are.",)
    return Part(TITLE[section.key], stories, closing)


def _line(line: Line, key: SectionKey, brief: Brief) -> Words:
    if key == "figures":
        return _figures(line)
    if line.conflict is not None:
        return _conflict(line, line.conflict)
    if key == "due":
        return _plan(line, brief)
    return _event(line, brief)


def _event(line: Line, brief: Brief, opening: str = "", *, due: Sequence[str] = ()) -> Words:
    event = line.event
    said = [wording.status(event), *_dates(event, line.first), *due]
    if event.disputed_fields:
        said.append(f"accounts differ on the {', '.join(event.disputed_fields)}")
    origins = [replace(origin, source=cut(origin.source, NAME)) for origin in line.origins]
    said.append(wording.who(event, origins) or "no one here commits to it")
    said.append(f"told in {_counted(event.reports, 'report')} of {_counted(event.outlets, 'outlet')}")
    if event.origins.high or not event.denials.high:
        said.append(wording.origins(event.origins, brief.reports))
    if event.denials.high:
        said.append(f"denials: {wording.origins(event.denials, brief.reports)}")
    return Words((Piece(opening), _what(event, "strong"), *_said(event, said), *_notes(line.notes)))


def _plan(line: Line, brief: Brief) -> Words:
    late = ", before the period" if (line.due or "") < brief.since[:10] else ""
    due = [f"announced for {line.due}{late}"]
    if not line.followed_by:
        due.append(f"no report of it so far in the {_counted(brief.reports, 'report')} read")
    below = tuple(_event(one, brief, "followed by ") for one in line.followed_by)
    return replace(_event(line, brief, due=due), below=below)


def _figures(line: Line) -> Words:
    """The figures in steps of a day: which of one day was told first is not known, as hours are not kept."""
    steps = [
        ", ".join(_value(side) for side in sides)
        for _, sides in groupby(line.sides, key=lambda side: (side.first.published, side.told))
    ]
    differ = [wording.CONFLICT[kind] for kind in line.kinds]
    said = [*differ, wording.status(line.event), *_dates(line.event, line.first)]
    earlier = "… → " if line.left_out else ""
    return Words(
        (
            Piece(f"{line.role}: {earlier}{' → '.join(steps)}", "strong"),
            Piece(" — "),
            _what(line.event, "plain"),
            *_said(line.event, said),
        ),
        tuple(_side(side, _value(side)) for side in line.sides),
    )


def _conflict(line: Line, conflict: Conflict) -> Words:
    figures = conflict.field == "quantity"
    kind = (
        "an account changed"
        if conflict.kind == "revision" and not figures
        else wording.CONFLICT[conflict.kind]
    )
    below = [_side(side, _account(side, conflict)) for side in line.sides]
    if line.left_out:
        below.append(Words((Piece(f"and {_counted(line.left_out, 'further account')}"),)))
    said = [wording.status(line.event), *_dates(line.event, line.first)]
    return Words(
        (
            Piece(f"{kind} on the {conflict.field}", "strong"),
            Piece(f": {cut(conflict.why, LONG)} — "),
            _what(line.event, "plain"),
            *_said(line.event, said),
        ),
        tuple(below),
    )


def _side(side: Side, value: str) -> Words:
    """ "5 or more — told by Ada Brook; first published …; captured …; new in the period"."""
    verb = "denied by" if side.sign == "-" else "told by"
    by = ", ".join(cut(name, NAME) for name in side.by[:3])
    more = f" and {len(side.by) - 3} more" if len(side.by) > 3 else ""
    dates = _reported(side.first)
    who = f"{verb} {by or 'no origin counted'}{more} in {_counted(side.reports, 'report')}"
    if side.in_place_of:
        gone = ", ".join(wording.amount(one.low, one.high, False) for one in side.in_place_of)
        who += f", in place of {gone} in an earlier capture of the report"
    said = "; ".join((who, *dates, FIRST_TOLD[side.told]))
    return Words((Piece(f"{value} — {said}" if value else said), *_notes(side.notes)))


def _value(side: Side) -> str:
    if isinstance(side.value, ValueRange):
        return wording.amount(side.value.low, side.value.high, side.approximate)
    return cut(str(side.value), NAME)


def _account(side: Side, conflict: Conflict) -> str:
    """What a side says; of what happened or not its verb says enough."""
    if conflict.field == "occurrence":
        return ""
    return (
        f"“{_value(side)}”" if conflict.field in ("actor", "recipient", "place", "purpose") else _value(side)
    )


def _dates(event: Event, first: First) -> tuple[str, ...]:
    planned = " (planned)" if event.realis == "future" else ""
    told = event.date is not None and (event.date.from_ or event.date.to)
    day = f"event date{planned} {wording.when(event.date)}" if told else "event date not told"
    return day, *_reported(first)


def _reported(first: First) -> tuple[str, str]:
    published = _published(first.published, first.published_precision)
    return (
        f"first published {published}" if published else "publication date unknown",
        f"captured {cut(first.captured, NAME)}" if first.captured else "capture date unknown",
    )


def _published(published: str | None, precision: str | None) -> str:
    """A day, or the month or year of which no day is known."""
    return cut((published or "")[: {"month": 7, "year": 4}.get(precision or "", NAME)], NAME)


def _what(event: Event, kind: Literal["plain", "strong"]) -> Piece:
    """The event, each name in it cut: a long one hides none of the others."""

    def shortened(parties: tuple[EventParty, ...]) -> tuple[EventParty, ...]:
        return tuple(replace(party, name=cut(party.name, NAME)) for party in parties)

    short = replace(
        event,
        actors=shortened(event.actors),
        recipients=shortened(event.recipients),
        place=replace(event.place, name=cut(event.place.name, NAME)) if event.place else None,
        other=cut(event.other, NAME),
    )
    return Piece(wording.what(short), kind)


def _said(event: Event, said: Sequence[str]) -> Iterator[Piece]:
    yield Piece(f" — {'; '.join(said)} (")
    yield Piece(event.event_id, "id")
    yield Piece(")")


def _notes(notes: Sequence[int]) -> Iterator[Piece]:
    return (Piece(str(number), "note") for number in notes)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _not_read(unread: Unread) -> Part:
    lines: list[Words] = []
    if unread.languages:
        for languages, reports, of in (
            (unread.languages, unread.reports, "of the account"),
            (unread.languages_within, unread.reports_within, "of the period"),
        ):
            count = sum(number for _, number in languages)
            share = f" ({count / reports:.0%})" if reports else ""
            named = "".join(f", {cut(name, NAME)} {number:,}" for name, number in languages)
            text = f"{count:,} of {_counted(reports, 'text')} {of}{share} in languages not read{named}"
            lines.append(Words((Piece(text),)))
    if unread.reasons:
        reasons = ", ".join(f"{cut(reason, NAME)} {count:,}" for reason, count in unread.reasons)
        below = []
        for loss in unread.losses:
            where = cut(loss.path or "", NAME)
            report = [Piece(loss.document_id, "id")] if loss.document_id else []
            below.append(Words((Piece(f"{where} "), *report, Piece(f": “{cut(loss.detail, LONG)}”"))))
        if unread.left_out:
            below.append(Words((Piece(f"and {unread.left_out:,} more: whence check ACCOUNT"),)))
        lines.append(Words((Piece(f"lost, at any time: {reasons}"),), tuple(below)))
    closing = (
        () if lines else ("Nothing was lost, and every text is in the language that is read (English).",)
    )
    return Part("Not read", (("", tuple(lines)),) if lines else (), closing)


def _source(note: Note) -> Words:
    """Outlet, title, dates, address, id, where it stands, and the passage."""
    published = _published(note.published, note.published_precision)
    title = f", “{cut(note.title, LONG)}”" if note.title else ""
    said = (
        f"{cut(note.outlet, NAME) if note.outlet else 'Outlet unknown'}{title}"
        f"; {f'published {published}' if published else 'publication date unknown'}"
        f"; {f'captured {cut(note.captured, NAME)}' if note.captured else 'capture date unknown'}; "
    )
    address = link(note.url) if note.url else None
    where = Piece(address, "link") if address else Piece(cut(note.url or note.path or "no address", NAME))
    passage = f"{'' if note.begins else '…'}{cut(note.text, len(note.text))}{'' if note.ends else '…'}"
    return Words(
        (
            Piece(said),
            where,
            Piece("; "),
            Piece(note.document_id, "id"),
            Piece(f", characters {note.start}–{note.end}: “{passage}”"),
        )
    )
