"""Intervals of whole days and the arithmetic on them.

Both ends are inclusive, as in the exported records. Weeks run Monday to Sunday (ISO 8601), seasons are
the meteorological ones of the northern hemisphere. All functions raise ``ValueError`` or
``OverflowError`` for dates that do not exist or leave the years 1–9999; callers turn that into
"unresolved".
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from whence.records import Precision

Anchor = Literal["explicit", "published", "document"]
Part = Literal["early", "mid", "late"]
Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Interval:
    """``first``..``last``; ``None`` is open. ``anchor`` says what the value was computed from."""

    first: date | None
    last: date | None
    precision: Precision
    anchor: Anchor


def shift_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day if it has none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise OverflowError("year out of range")
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def of_day(day: date, anchor: Anchor) -> Interval:
    return Interval(day, day, "day", anchor)


def of_week(day: date, anchor: Anchor) -> Interval:
    """The Monday–Sunday week that holds ``day``."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6), "week", anchor)


def of_weekend(day: date, anchor: Anchor) -> Interval:
    """Saturday and Sunday of the week that holds ``day``."""
    saturday = day + timedelta(days=5 - day.weekday())
    return Interval(saturday, saturday + timedelta(days=1), "range", anchor)


def of_month(year: int, month: int, anchor: Anchor) -> Interval:
    last = calendar.monthrange(year, month)[1]
    return Interval(date(year, month, 1), date(year, month, last), "month", anchor)


def of_months(year: int, month: int, count: int, precision: Precision, anchor: Anchor) -> Interval:
    """``count`` months from the first of ``month``."""
    first = date(year, month, 1)
    return Interval(first, shift_months(first, count) - timedelta(days=1), precision, anchor)


def of_season(year: int, season: int, anchor: Anchor) -> Interval:
    """Season 0–3 (winter first); the winter *of* a year begins in December of the year before."""
    first = shift_months(date(year, 3, 1), 3 * (season - 1))
    return Interval(first, shift_months(first, 3) - timedelta(days=1), "season", anchor)


def of_year(year: int, anchor: Anchor) -> Interval:
    return Interval(date(year, 1, 1), date(year, 12, 31), "year", anchor)


def of_years(first: int, count: int, anchor: Anchor) -> Interval:
    """A decade or century."""
    return Interval(date(first, 1, 1), date(first + count - 1, 12, 31), "range", anchor)


def part_of(whole: Interval, part: Part) -> Interval:
    """The early, middle or late part: thirds of a month (1–10, 11–20, 21–end), the first quarter, the
    middle half-year from April and the last quarter of a year, thirds by days of anything else."""
    first, last = whole.first, whole.last
    if first is None or last is None or whole.precision == "day":
        return whole
    if whole.precision == "month":
        start, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[part]
        return replace(whole, first=first.replace(day=start), last=first.replace(day=end), precision="range")
    if whole.precision == "year":
        month, count = {"early": (1, 3), "mid": (4, 6), "late": (10, 3)}[part]
        return of_months(first.year, month, count, "range", whole.anchor)
    length = (last - first).days + 1
    low, high = {
        "early": (0, length // 3),
        "mid": (length // 3, length - length // 3),
        "late": (length - length // 3, length),
    }[part]
    return replace(
        whole,
        first=first + timedelta(days=low),
        last=first + timedelta(days=max(low, high - 1)),
        precision="range",
    )


_AHEAD_WEIGHT = 3
"""News tells of the past: without a tense a recurrence ahead is chosen only if it is this many times
nearer than the one behind (set on the dates of the Wikinews training reports)."""
_BEHIND_WEIGHT = 6
"""With a future tense, likewise for the one behind: "on July 2 he announced he would resign"."""


def choose(candidates: list[Interval], reference: date, tense: Tense | None) -> Interval:
    """Of an expression's recurrences the one meant: for the past the latest that has begun by
    ``reference``, otherwise the nearest, with a preference for the past without a tense and for what has
    not ended with a future one."""

    def distance(item: Interval) -> int:
        assert item.first is not None and item.last is not None
        if item.first <= reference <= item.last:
            return 0
        if item.first > reference:
            return (item.first - reference).days * (1 if tense == "future" else _AHEAD_WEIGHT)
        return (reference - item.last).days * (_BEHIND_WEIGHT if tense == "future" else 1)

    if tense == "past":
        candidates = [c for c in candidates if c.first and c.first <= reference] or candidates
    return min(candidates, key=distance)
