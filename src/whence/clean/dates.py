"""Dates as metadata give them, as ISO 8601 dates with their precision."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_tz
from typing import Final

from whence.records import Precision

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK: Final = r"(?:,?\s*(?:at\s+|[T|·•-]\s*)?\d{1,2}[:.]\d{2}.{0,40})?"
_LEAD: Final = r"(?:(?:published|posted|updated|last updated|date)\s*(?:on|at)?\s*:?\s*)?"

_WRITTEN: Final = tuple(
    re.compile(_LEAD + _WEEKDAY + pattern + _CLOCK, re.IGNORECASE)
    for pattern in (
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})",
        rf"{_MONTH},?\s+(?P<year>\d{{4}})",
    )
)
_ISO: Final = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?:[T\s_].{0,40}|Z)?", re.IGNORECASE
)
_COMPACT: Final = re.compile(r"(?P<year>[12]\d{3})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4}(?:\d{2})?Z?)?")
_NUMERIC: Final = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?:[\s,].{0,40})?"
)
_YEAR: Final = re.compile(r"[12]\d{3}")
_EPOCH: Final = re.compile(r"(?P<seconds>1\d{9})(?:\d{3})?(?:\.\d{1,6})?")

_LONGEST: Final = 80
"""Characters; a longer value is not a date."""


def parse_date(value: str | None, *, captured: str | None = None) -> tuple[str, Precision] | None:
    """The day (month, year) that ``value`` names, as its first ISO day and its precision.

    ``None`` if it names none, is ambiguous (03/04/2019 is the third of April or the fourth of March), is
    no date of the calendar, or lies after the day of capture. Clock times are dropped: the date is the
    one written, in the writer's own zone.
    """
    if value is None or not 4 <= len(value.strip()) <= _LONGEST:
        return None
    found = _parse(" ".join(value.split()))
    if found is None or (captured is not None and found[0] > captured[:10]):
        return None
    return found


def parse_moment(value: str | None) -> str | None:
    """A time of capture as ISO 8601, with the clock time if there is one that is ISO 8601 itself."""
    if value is None:
        return None
    try:
        return datetime.fromisoformat(value.strip()).isoformat() if ":" in value else _first_day(value)
    except ValueError:
        return _first_day(value)


def _first_day(value: str) -> str | None:
    found = parse_date(value)
    return found[0] if found else None


def _parse(value: str) -> tuple[str, Precision] | None:
    if _YEAR.fullmatch(value):
        return f"{value}-01-01", "year"
    for pattern in (_ISO, _COMPACT, *_WRITTEN):
        match = pattern.fullmatch(value)
        if match:
            parts = match.groupdict()
            return _day(int(parts["year"]), _month(parts["month"]), parts.get("day"))
    if match := _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(match["seconds"]), UTC).date().isoformat(), "day"
    if match := _NUMERIC.fullmatch(value):
        return _numeric(match)
    parsed = parsedate_tz(value)  # RFC 2822: feeds, mail
    if parsed is None or not 1000 <= parsed[0] <= 2999:
        return None
    return _day(parsed[0], parsed[1], str(parsed[2]))


def _numeric(match: re.Match[str]) -> tuple[str, Precision] | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if (
        match["mark"] == "." or first > 12 or first == second
    ):  # dots are day.month (DIN 5008 and most of Europe)
        return _day(year, second, str(first))
    return _day(year, first, str(second)) if second > 12 else None


def _month(written: str) -> int:
    return int(written) if written.isdecimal() else _MONTHS.index(written[:3].lower()) + 1


def _day(year: int, month: int, day: str | None) -> tuple[str, Precision] | None:
    if not 1000 <= year <= 2999:
        return None
    try:
        return date(year, month, int(day or 1)).isoformat(), "day" if day else "month"
    except ValueError:
        return None
