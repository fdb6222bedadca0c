"""What an English time expression denotes: a rule grammar over its words.

Follows TIMEX3 (ISO-TimeML) in what counts as an expression and SCATE (Bethard & Parker 2016) in reading it
as operations on calendar intervals, but returns the interval itself. News conventions: a bare weekday is
the latest one on or before publication; "late July" is its last third; "the last 10 days" ends on the day
of publication.
"""

from __future__ import annotations

from collections.abc import Mapping

from whence.resolve.calendar_intervals import Interval
from whence.resolve.time_dates import DATES
from whence.resolve.time_days import DAYS
from whence.resolve.time_expressions import Expression
from whence.resolve.time_setting import Reader, Setting
from whence.resolve.time_units import UNITS


def interpret(expression: Expression, setting: Setting) -> Interval | None:
    """The interval an expression denotes, or ``None`` if it fixes none: a relative one without the date it
    counts from, a vague one, or a date that does not exist."""
    try:
        return _READERS[expression.rule](expression.groups, setting)
    except (ValueError, OverflowError):
        return None


_READERS: Mapping[str, Reader] = {**DATES, **DAYS, **UNITS}
"""Rule of :func:`~whence.resolve.time_patterns.patterns` → what reads its groups."""
