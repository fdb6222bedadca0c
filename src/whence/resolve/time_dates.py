"""Readers of what the calendar names: dates, months, seasons, parts of a year, years, decades, centuries.

A name that recurs ("May", "24 February") is the occurrence that the direction worded beside it, or else the
tense of its sentence, picks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from whence.records import Precision
from whence.resolve.calendar_intervals import (
    Interval,
    choose,
    of_day,
    of_month,
    of_months,
    of_season,
    of_year,
    of_years,
)
from whence.resolve.time_expressions import Groups
from whence.resolve.time_modifiers import directed, part_named, year_named
from whence.resolve.time_setting import Reader, Setting, published_day
from whence.resolve.time_words import numbers, ordinal_number


def _iso(groups: Groups, _: Setting) -> Interval:
    return of_day(date(int(groups["year"]), int(groups["month_number"]), int(groups["day"])), "explicit")


def _numeric(groups: Groups, _: Setting) -> Interval | None:
    """13/10/2015 has one reading, 10/11/2015 has two and stays unresolved."""
    first, second, year = int(groups["first"]), int(groups["second"]), int(groups["year"])
    if first > 12 or first == second:
        return of_day(date(year, second, first), "explicit")
    return of_day(date(year, first, second), "explicit") if second > 12 else None


def _month_day(groups: Groups, setting: Setting) -> Interval:
    month, day = numbers("month")[groups["month"].lower()], int(groups["day"])
    day_to = int(groups.get("day_to", day))
    precision: Precision = "day" if day_to == day else "range"
    year = year_named(groups, setting)
    if day_to < day:
        raise ValueError("a range of days runs forward")
    if year is not None:
        return Interval(date(year, month, day), date(year, month, day_to), precision, "explicit")
    published = published_day(setting)
    candidates = []
    for candidate in range(published.year - 4, published.year + 5):
        # 29 February exists in some of the years only.
        if day_to <= of_month(candidate, month, "published").last.day:  # type: ignore[union-attr]
            candidates.append(
                Interval(date(candidate, month, day), date(candidate, month, day_to), precision, "published")
            )
    if "weekday" in groups:
        wanted = numbers("weekday")[groups["weekday"].lower()]
        candidates = [c for c in candidates if c.first and c.first.weekday() == wanted] or candidates
    if not candidates:
        raise ValueError("no such day")
    return choose(candidates, published, setting.tense)


def _month(groups: Groups, setting: Setting) -> Interval:
    month = numbers("month")[groups["month"].lower()]
    year = year_named(groups, setting)
    if year is not None:
        return part_named(groups, of_month(year, month, "explicit"))
    published = published_day(setting)
    candidates = [of_month(published.year + shift, month, "published") for shift in (-2, -1, 0, 1, 2)]
    return part_named(groups, directed(candidates, groups, setting, published))


def _season(groups: Groups, setting: Setting) -> Interval:
    season = numbers("season")[groups["season"].lower()]
    year = year_named(groups, setting)
    if year is not None:
        return part_named(groups, of_season(year, season, "explicit"))
    published = published_day(setting)
    candidates = [of_season(published.year + shift, season, "published") for shift in (-2, -1, 0, 1, 2)]
    return part_named(groups, directed(candidates, groups, setting, published))


def _fraction(groups: Groups, setting: Setting) -> Interval:
    ordinal, unit = ordinal_number(groups["ordinal"]), groups["unit"].lower()
    length = 3 if unit == "quarter" else 6
    if ordinal * length > 12:
        raise ValueError("a year has four quarters and two halves")
    year = year_named(groups, setting)
    month = (ordinal - 1) * length + 1
    if year is not None:
        return of_months(year, month, length, "range", "explicit" if "year" in groups else "published")
    published = published_day(setting)
    candidates = [
        of_months(published.year + shift, month, length, "range", "published") for shift in (-1, 0, 1)
    ]
    return choose(candidates, published, setting.tense)


def _attacks(_: Groups, __: Setting) -> Interval:
    """The one day that English calls by its numbers."""
    return of_day(date(2001, 9, 11), "explicit")


def _plain_year(groups: Groups, _: Setting) -> Interval:
    return part_named(groups, of_year(int(groups["year"]), "explicit"))


def _decade(groups: Groups, _: Setting) -> Interval:
    if "decade" in groups:
        start = int(groups["decade"])
        length = 100 if start % 100 == 0 and start < 2000 else 10
        return part_named(groups, of_years(start, length, "explicit"))
    return part_named(
        groups, of_years(1900 + numbers("decade_name")[groups["decade_name"].lower()], 10, "explicit")
    )


def _century(groups: Groups, _: Setting) -> Interval:
    """ISO 8601 counts the 20th century 1900–1999, as TIMEX3 does."""
    return part_named(groups, of_years(100 * (ordinal_number(groups["ordinal"]) - 1) or 1, 100, "explicit"))


DATES: Mapping[str, Reader] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_day": _month_day,
    "day_month": _month_day,
    "month": _month,
    "year": _plain_year,
    "attacks": _attacks,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "fraction": _fraction,
}
