"""Which reports are of the period that a brief tells of, and which came before it.

A publication is known to the day, in the zone of whoever dated it; a capture often to the second. The day of
publication decides. On the day that the period begins, a report that was captured before the hour asked for
came before it, and any other is of the period: a reader rather sees a report twice than not at all. A later
capture of a report that is known counts by when it was captured, as what it changed was first seen then.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from whence.store.told import Dated

When = Literal["before", "new", "other"]
"""Before the period, first in it, or after it or without a date."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")


class MomentError(ValueError):
    """Not a moment; the message says how to write one."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a time of it."""

    text: str
    day: str
    time: datetime | None


def moment(text: str) -> Moment:
    """An ISO 8601 date or date-time. Raises :class:`MomentError` for anything else."""
    try:
        if not _MOMENT.fullmatch(text):
            raise ValueError
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise MomentError(
            f"{text!r} is not a date or time: write it as 2015-09-30 or 2015-09-30T06:00"
        ) from error
    return Moment(text, time.date().isoformat(), time if "T" in text else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Reports by when they came, as ids."""

    since: Moment
    last: str | None
    """The day it ends with: the one given, else of the latest publication; null if no report has one."""
    before: frozenset[str]
    within: frozenset[str]
    after: frozenset[str]
    undated: frozenset[str]

    def told(self, documents: Iterable[str]) -> When:
        """When reports first told something: an undated one may have been the first, and is not counted."""
        found = set(documents)
        if not found.isdisjoint(self.before):
            return "before"
        return "other" if found.isdisjoint(self.within) else "new"

    def new(self, documents: Iterable[str]) -> bool:
        """Whether some of the reports are of the period and none came before it."""
        return self.told(documents) == "new"


def period(reports: Iterable[Dated], since: Moment, until: Moment | None = None) -> Period:
    """The period from ``since`` to the day of ``until``, that day included."""
    groups: dict[str, set[str]] = {"before": set(), "within": set(), "after": set(), "undated": set()}
    last = until.day if until else None
    for report in reports:
        groups[_when(report, since, until)].add(report.document_id)
        if until is None and report.published:
            last = max(last or "", report.published[:10])
    return Period(since=since, last=last, **{name: frozenset(ids) for name, ids in groups.items()})


def _when(
    report: Dated, since: Moment, until: Moment | None
) -> Literal["before", "within", "after", "undated"]:
    published, captured = report.published, report.captured
    if not (published or captured):
        return "undated"
    by_capture = captured is not None and (report.version_of is not None or not published)
    day = (captured if by_capture else published) or ""
    if until and day[:10] > until.day:
        return "after"
    if captured and _earlier(captured, since):
        return "before"
    return "before" if not by_capture and _last_day(report) < since.day else "within"


def _earlier(captured: str, than: Moment) -> bool:
    """Whether a capture came before a moment; by the day where either has no time."""
    if than.time is None or len(captured) <= 10:
        return captured[:10] < than.day
    time, other = datetime.fromisoformat(captured), than.time
    if time.tzinfo is None or other.tzinfo is None:  # read by the same clock, as nothing says otherwise
        time, other = time.replace(tzinfo=None), other.replace(tzinfo=None)
    return time < other


def _last_day(report: Dated) -> str:
    """The last day that the publication may be of: one dated "2015-09" may be of the 30th."""
    day = date.fromisoformat((report.published or "")[:10])
    if report.published_precision == "year":
        return day.replace(month=12, day=31).isoformat()
    if report.published_precision == "month":
        return day.replace(day=calendar.monthrange(day.year, day.month)[1]).isoformat()
    return day.isoformat()
