"""Readers of days that count from another day: "yesterday", weekdays, parts of the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from whence.resolve.calendar_intervals import Interval, of_day
from whence.resolve.time_expressions import Groups
from whence.resolve.time_modifiers import direction_named
from whence.resolve.time_setting import Reader, Setting, published_day, speaking_day, told_day
from whence.resolve.time_words import numbers


def _deictic(groups: Groups, setting: Setting) -> Interval:
    day, anchor = speaking_day(setting)
    shift = numbers("deictic")[groups["deictic"].lower()]
    beside = {"before": -1, "after": 1}.get(groups.get("beside", "").lower(), 0)
    return of_day(day + timedelta(days=shift + beside), anchor)


def _overnight(_: Groups, setting: Setting) -> Interval:
    day, anchor = speaking_day(setting)
    return Interval(day - timedelta(days=1), day, "range", anchor)


def _weekday(groups: Groups, setting: Setting) -> Interval:
    published = published_day(setting)
    wanted = numbers("weekday")[groups["weekday"].lower()]
    if "week_direction" in groups:
        weeks = {"last": -7, "this": 0, "next": 7}[groups["week_direction"].lower()]
        monday = published - timedelta(days=published.weekday())
        return of_day(monday + timedelta(days=weeks + wanted), "published")
    back = timedelta(days=(published.weekday() - wanted) % 7)
    ahead = timedelta(days=(wanted - published.weekday()) % 7)
    week = timedelta(days=7)
    direction = direction_named(groups)
    if direction in ("last", "previous"):
        return of_day(published - (back or week), "published")
    if direction == "next":
        return of_day(published + (ahead or week), "published")
    if direction == "following":
        told = told_day(setting)
        return of_day(told + (timedelta(days=(wanted - told.weekday()) % 7) or week), "document")
    if setting.tense == "future" or (direction == "this" and setting.tense is None):
        return of_day(published + ahead, "published")
    return of_day(published - back, "published")


def _directed_daypart(groups: Groups, setting: Setting) -> Interval | None:
    direction = direction_named(groups)
    if direction in ("last", "this"):
        day, anchor = speaking_day(setting)
        return of_day(day - timedelta(days=direction == "last"), anchor)
    step = {"previous": -1, "next": 1, "following": 1}.get(direction or "", 0)
    return of_day(told_day(setting) + timedelta(days=step), "document")


def _clock(_: Groups, setting: Setting) -> Interval:
    """A time or part of the day alone is on the day told of."""
    return of_day(told_day(setting), "document")


DAYS: Mapping[str, Reader] = {
    "deictic": _deictic,
    "overnight": _overnight,
    "weekday": _weekday,
    "directed_daypart": _directed_daypart,
    "daypart": _clock,
    "clock": _clock,
}
