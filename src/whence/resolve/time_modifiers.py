"""The words beside a calendar name that narrow it ("early"), direct it ("last") or say its year."""

from __future__ import annotations

from datetime import date
from typing import get_args

from whence.resolve.calendar_intervals import Interval, Part, choose, part_of
from whence.resolve.time_expressions import Groups
from whence.resolve.time_setting import Setting, published_day
from whence.resolve.time_words import word_class


def direction_named(groups: Groups, name: str = "direction") -> str | None:
    word = groups.get(name)
    return None if word is None else word_class("direction")[word.lower()]


def part_named(groups: Groups, whole: Interval) -> Interval:
    word = groups.get("part")
    if word is None:
        return whole
    part = word_class("part")[word.lower()]
    assert part in get_args(Part)
    return part_of(whole, part)  # type: ignore[arg-type]


def year_named(groups: Groups, setting: Setting) -> int | None:
    """The year an expression names, by number or as "last year"."""
    if "year" in groups:
        return int(groups["year"])
    direction = groups.get("year_direction")
    if direction is not None:
        return published_day(setting).year + {"last": -1, "next": 1}.get(direction.lower(), 0)
    return None


def directed(candidates: list[Interval], groups: Groups, setting: Setting, published: date) -> Interval:
    """Of recurring intervals the one that "last", "this" or "next" picks."""
    direction = direction_named(groups)
    if direction in ("last", "previous") or "second_direction" in groups:
        return choose([c for c in candidates if c.last and c.last < published], published, "past")
    if direction in ("next", "following"):
        return choose([c for c in candidates if c.first and c.first > published], published, "future")
    if direction == "this":
        same_year = [c for c in candidates if c.last and c.last.year == published.year]
        return choose(same_year or candidates, published, setting.tense)
    return choose(candidates, published, setting.tense)
