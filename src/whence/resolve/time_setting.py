"""What a time expression is read against: the days that relative ones count from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from whence.resolve.calendar_intervals import Anchor, Interval, Tense
from whence.resolve.time_expressions import Groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an expression is read against.

    ``told`` is the day the document told of last: what "the next day" follows. ``spoken`` is the day on
    which a quotation was said: its "today"; ``None`` outside quotations."""

    published: date | None
    told: date | None = None
    spoken: date | None = None
    tense: Tense | None = None


def published_day(setting: Setting) -> date:
    if setting.published is None:
        raise ValueError("a relative expression needs the day of publication")
    return setting.published


def told_day(setting: Setting) -> date:
    if setting.told is None:
        raise ValueError("nothing was told before that this could count from")
    return setting.told


def speaking_day(setting: Setting) -> tuple[date, Anchor]:
    """The day on which the words were written, or said if they are quoted."""
    return (published_day(setting), "published") if setting.spoken is None else (setting.spoken, "document")


Reader = Callable[[Groups, Setting], Interval | None]
"""Reads one construction. It raises ``ValueError`` or ``OverflowError`` for what fixes no interval, as
``calendar_intervals`` does."""
