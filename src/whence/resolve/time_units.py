"""Readers of calendar units: "last week", "the past ten days", "two years ago", "late this month"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from whence.resolve.calendar_intervals import (
    Anchor,
    Interval,
    choose,
    of_day,
    of_month,
    of_months,
    of_week,
    of_weekend,
    of_year,
    of_years,
    shift_months,
)
from whence.resolve.time_expressions import Groups
from whence.resolve.time_modifiers import direction_named, part_named
from whence.resolve.time_setting import Reader, Setting, published_day, told_day
from whence.resolve.time_words import number, word_class


def _directed_unit(groups: Groups, setting: Setting) -> Interval | None:
    unit = word_class("unit")[groups["unit"].lower()]
    direction = direction_named(groups)
    assert direction is not None
    if groups["direction"].lower() in ("coming", "upcoming") and unit in ("week", "month", "year"):
        published = published_day(setting)
        end = _shifted(published, 1, unit) - timedelta(days=1)
        return (
            None if groups["unit"].lower().endswith("s") else Interval(published, end, "range", "published")
        )
    day, anchor = _reference(direction, unit, setting)
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(direction, 0)
    if "count" in groups:
        count = number(groups["count"])
        if count is None or not step or unit == "weekend":
            return None
        edge = _shifted(day, step * count, unit)
        return Interval(min(edge, day), max(edge, day), "range", anchor)
    if unit == "weekend":
        return _weekend(direction, day, anchor, setting)
    if unit == "fortnight":
        edge = _shifted(day, step, unit)
        return Interval(min(edge, day), max(edge, day), "range", anchor)
    if unit in ("second", "minute", "hour", "century") or groups["unit"].lower().endswith("s"):
        return None  # "recent hours", "the coming weeks": no bounds are given
    whole = _unit_around(_shifted(day, step, unit), unit, anchor)
    return _side(groups["within"], whole, day) if "within" in groups else part_named(groups, whole)


def _within(groups: Groups, setting: Setting) -> Interval | None:
    """ "Earlier in the year"; "later in the day" is on the day told of."""
    unit = word_class("unit")[groups["unit"].lower()]
    if unit == "day":
        return of_day(told_day(setting), "document")
    if unit not in ("week", "month", "year", "decade"):
        return None
    published = published_day(setting)
    return _side(groups["within"], _unit_around(published, unit, "published"), published)


def _part_of_unit(groups: Groups, setting: Setting) -> Interval:
    unit = word_class("unit")[groups["unit"].lower()]
    return part_named(groups, _unit_around(published_day(setting), unit, "published"))


def _bare_weekend(_: Groups, setting: Setting) -> Interval:
    return _weekend(None, published_day(setting), "published", setting)


def _offset(groups: Groups, setting: Setting) -> Interval | None:
    """ "Two years ago" is that calendar year, "two days ago" that day: the unit counted is the precision."""
    count, unit = number(groups["count"]), word_class("unit")[groups["unit"].lower()]
    kind = word_class("offset")[groups["offset"].lower()]
    if count is None or unit in ("century", "weekend", "second", "quarter"):
        return None
    if kind == "ago":
        day, anchor = published_day(setting), "published"
    else:
        day, anchor = told_day(setting), "document"
    if unit in ("hour", "minute"):
        # 24 hours ago is yesterday; fewer hours may or may not reach the day before.
        step = count // 24 if unit == "hour" else 0
        if unit == "hour" and count % 24:
            return None
        moved, unit = day + timedelta(days=step if kind == "after" else -step), "day"
    else:
        moved = _shifted(day, count if kind == "after" else -count, unit)
    if unit in ("decade", "fortnight"):
        unit = {"decade": "year", "fortnight": "week"}[unit]
    return _unit_around(moved, unit, anchor)  # type: ignore[arg-type]


def _beside(groups: Groups, setting: Setting) -> Interval:
    unit, step = groups["unit"].lower(), -1 if groups["offset"].lower() == "before" else 1
    return _unit_around(_shifted(told_day(setting), step, unit), unit, "document")


def _ahead(groups: Groups, setting: Setting) -> Interval | None:
    count, unit = number(groups["count"]), word_class("unit")[groups["unit"].lower()]
    published = published_day(setting)
    if count is None or unit not in {**_MONTHS, **_DAYS} or setting.tense == "past":
        return None  # "in two days" of a past event is how long it took
    edge = _shifted(published, count, unit)
    if groups["ahead"].lower() == "within":
        return Interval(published, edge, "range", "published")
    return _unit_around(edge, {"fortnight": "week", "decade": "year"}.get(unit, unit), "published")


def _weekend(direction: str | None, day: date, anchor: Anchor, setting: Setting) -> Interval:
    this = of_weekend(day, anchor)
    assert this.first is not None
    weekends = [of_weekend(day + timedelta(days=7 * shift), anchor) for shift in (-1, 0, 1)]
    if direction in ("last", "previous"):
        return weekends[0] if day.weekday() < 5 or direction == "last" else this
    if direction in ("next", "following"):
        return weekends[2] if day.weekday() >= 5 else this
    return choose(weekends, day, setting.tense)


def _side(word: str, whole: Interval, day: date) -> Interval:
    """The part of a unit before ("earlier this month") or after ``day``."""
    assert whole.first is not None and whole.last is not None
    inside = min(whole.last, max(whole.first, day))
    if word.lower() == "earlier":
        return replace(whole, last=inside, precision="range")
    return replace(whole, first=inside, precision="range")


def _reference(direction: str, unit: str, setting: Setting) -> tuple[date, Anchor]:
    """ "The previous day" and "that week" count from what was told, "last week" from publication. "The
    next day" is told of too: nobody calls tomorrow so."""
    if direction in ("previous", "following", "same") or (unit == "day" and direction == "next"):
        if setting.told is not None:
            return setting.told, "document"
        if direction == "same" or unit == "day":
            return told_day(setting), "document"
    return published_day(setting), "published"


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def _shifted(day: date, count: int, unit: str) -> date:
    """``day`` moved by ``count`` units; hours are too fine for a day and do not move it."""
    if unit in _MONTHS:
        return shift_months(day, count * _MONTHS[unit])
    return day + timedelta(days=count * _DAYS[unit]) if unit in _DAYS else day


def _unit_around(day: date, unit: str, anchor: Anchor) -> Interval:
    """The calendar unit that holds ``day``."""
    match unit:
        case "day":
            return of_day(day, anchor)
        case "week":
            return of_week(day, anchor)
        case "weekend":
            return of_weekend(day, anchor)
        case "month":
            return of_month(day.year, day.month, anchor)
        case "quarter":
            return of_months(day.year, day.month - (day.month - 1) % 3, 3, "range", anchor)
        case "year":
            return of_year(day.year, anchor)
        case "decade":
            return of_years(day.year - day.year % 10, 10, anchor)
        case _:
            raise ValueError("not a calendar unit")


UNITS: Mapping[str, Reader] = {
    "directed": _directed_unit,
    "within": _within,
    "weekend": _bare_weekend,
    "part_of_unit": _part_of_unit,
    "offset": _offset,
    "beside": _beside,
    "ahead": _ahead,
}
