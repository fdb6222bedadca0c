"""The days over which events lie, as bars that choose a span of time: each is a link, and a script lets one
draw over several."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

HEIGHT = 40
"""Of the picture, in units of its viewBox (``templates/parts.html``)."""
BARS = 90
"""Most bars: a judgement. More days than these are drawn by month, more months by year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """``from_`` and ``to`` are ISO dates, inclusive; ``height`` is of ``HEIGHT``, that of the greatest."""

    from_: str
    to: str
    events: int
    height: int
    chosen: bool


def bars(days: Sequence[tuple[str, int]], from_: str | None, to: str | None) -> list[Bar]:
    """Bars without a gap from the first day to the last, of a day, a month or a year each. ``days`` are ISO
    days with their events; what is no whole date is left out. Chosen are those in ``from_`` to ``to``."""
    counts: dict[date, int] = {}
    for text, events in days:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            continue
        counts[day] = counts.get(day, 0) + events
    if not counts:
        return []
    first, last = min(counts), max(counts)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    spans = _days(first, last) if (last - first).days < BARS else _months(first, months)
    if months > BARS:
        spans = [(date(year, 1, 1), date(year, 12, 31)) for year in range(first.year, last.year + 1)]
    sums = [0] * len(spans)
    at = 0
    for day in sorted(counts):
        while spans[at][1] < day:
            at += 1
        sums[at] += counts[day]
    most = max(sums)
    return [
        Bar(
            from_=begin.isoformat(),
            to=end.isoformat(),
            events=events,
            height=max(2, round(HEIGHT * events / most)) if events else 0,
            chosen=(not from_ or begin.isoformat() >= from_) and (not to or end.isoformat() <= to),
        )
        for (begin, end), events in zip(spans, sums, strict=True)
    ]


def _days(first: date, last: date) -> list[tuple[date, date]]:
    return [(day, day) for day in (first + timedelta(n) for n in range((last - first).days + 1))]


def _months(first: date, count: int) -> list[tuple[date, date]]:
    found = []
    for number in range(first.month - 1, first.month - 1 + count):
        year, month = first.year + number // 12, number % 12 + 1
        found.append((date(year, month, 1), date(year, month, monthrange(year, month)[1])))
    return found
