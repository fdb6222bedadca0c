"""What an English time expression denotes: a rule grammar over its words.

Follows TIMEX3 (ISO-TimeML) in what counts as an expression and SCATE (Bethard & Parker 2016) in reading it
as operations on calendar intervals, but returns the interval itself. News conventions: a bare weekday is
the latest one on or before publication; "late July" is its last third; "the last 10 days" ends on the day
of publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import get_args

from whence.records import Precision
from whence.resolve.calendar_intervals import (
    Anchor,
    Interval,
    Part,
    Tense,
    choose,
    of_day,
    of_month,
    of_months,
    of_season,
    of_week,
    of_weekend,
    of_year,
    of_years,
    part_of,
    shift_months,
)
from whence.resolve.time_patterns import CONNECTIVE, RANGE, patterns
from whence.resolve.time_words import number, numbers, word_class


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an expression is read against.

    ``told`` is the day the document told of last: what "the next day" follows. ``spoken`` is the day on
    which a quotation was said: its "today"; ``None`` outside quotations."""

    published: date | None
    told: date | None = None
    spoken: date | None = None
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that one rule reads; ``start``..``end`` count from the start of the text given."""

    rule: str
    start: int
    end: int
    groups: Mapping[str, str]


_MAX_TEXT = 2000
"""Characters looked at: a time expression with its surroundings is far shorter."""


def find_expressions(text: str) -> tuple[Expression, ...]:
    """The longest non-overlapping time expressions of a text, in order. Pure syntax: no date is needed."""
    text = text[:_MAX_TEXT]
    found: list[Expression] = []
    for rule, pattern in patterns().items():
        for match in pattern.finditer(text):
            groups = {name: value for name, value in match.groupdict().items() if value}
            names = (groups.get("month"), groups.get("weekday"), groups.get("next_weekday"))
            # "may", "march", "sat" and "sun" are words; as dates they are capitalised.
            if match.end() > match.start() and all(n is None or n[0].isupper() for n in names[:2]):
                found.append(Expression(rule, match.start(), match.end(), groups))
    kept: list[Expression] = []
    for item in sorted(found, key=lambda e: e.start - e.end):
        if all(item.end <= other.start or item.start >= other.end for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=lambda e: e.start))


def interpret(expression: Expression, setting: Setting) -> Interval | None:
    """The interval an expression denotes, or ``None`` if it fixes none: a relative one without the date it
    counts from, a vague one, or a date that does not exist."""
    try:
        return _READERS[expression.rule](expression.groups, setting)
    except (ValueError, OverflowError):
        return None


def interpret_at(text: str, start: int, end: int, setting: Setting) -> tuple[int, int, Interval] | None:
    """The expression of ``text`` that lies at ``start``..``end`` with what opens, closes or continues it
    ("since March", "from 3 May to 5 June"): its span and interval."""
    expressions = find_expressions(text)
    touching = [i for i, e in enumerate(expressions) if e.start < end and e.end > start]
    if not touching:
        return None
    at = max(touching, key=lambda i: min(expressions[i].end, end) - max(expressions[i].start, start))
    first, last = at, at
    while first > 0 and _joined(text, expressions[first - 1], expressions[first], start, end):
        first -= 1
    while last + 1 < len(expressions) and _joined(text, expressions[last], expressions[last + 1], start, end):
        last += 1
    span = expressions[first].start, expressions[last].end
    opening = CONNECTIVE.search(text[max(0, span[0] - 40) : span[0]])
    if opening and first == last:
        word = opening["word"].lower()
        implied: Tense | None = (
            "past" if word == "since" else "future" if word in ("by", "until", "till") else None
        )
        setting = replace(setting, tense=implied if word == "since" else setting.tense or implied)
    if first == last:
        interval = interpret(expressions[at], setting)
    else:
        interval = _from_to(expressions[first], expressions[last], setting)
    if interval is None:
        return None
    if opening and first == last:
        interval = _bounded(interval, opening["word"].lower(), setting)
        return None if interval is None else (span[0], span[1], interval)
    return span[0], span[1], interval


def _joined(text: str, left: Expression, right: Expression, start: int, end: int) -> bool:
    """Whether two neighbouring expressions are the ends of one range."""
    gap = RANGE.fullmatch(text[left.end : right.start])
    if gap is None or not {left.rule, right.rule} <= _RANGE_ENDS:
        return False
    if gap["word"] in "-–—/" and left.rule != right.rule:
        return False
    if gap["word"].lower() != "and":
        return True
    opening = CONNECTIVE.search(text[max(0, left.start - 40) : left.start])
    return (opening is not None and opening["word"].lower() == "between") or (
        start <= left.start and right.end <= end
    )


def _from_to(left: Expression, right: Expression, setting: Setting) -> Interval | None:
    """From the start of one to the end of the other. The end that has a year lends it to the other; else
    the first is the latest of its recurrences before the second."""
    second = interpret(right, setting)
    if second is None or second.first is None or second.last is None:
        return None
    if left.rule in _RECURRING and not _HAS_YEAR & set(left.groups):
        first = interpret(left, replace(setting, published=second.first, tense="past"))
    else:
        first = interpret(left, setting)
        if first is not None and first.first and first.first > second.last and right.rule in _RECURRING:
            second = interpret(right, replace(setting, published=first.first, tense="future"))
    if first is None or first.first is None or second is None or second.last is None:
        return None
    if first.first > second.last:
        return None
    return Interval(first.first, second.last, "range", second.anchor)


_RANGE_ENDS = frozenset(
    {"iso", "numeric", "month_day", "day_month", "month", "year", "weekday", "season", "deictic"}
)
_RECURRING = frozenset({"month_day", "day_month", "month", "weekday", "season"})
_HAS_YEAR = frozenset({"year", "year_direction", "direction", "second_direction", "week_direction"})


def _bounded(interval: Interval, word: str, setting: Setting) -> Interval | None:
    """The interval opened or closed by the preposition before it."""
    first, last, published = interval.first, interval.last, setting.published
    if first is None or last is None:
        return interval
    future = published is not None and last > published
    match word:
        case "since":
            end = published if published and published >= first else None
            return replace(interval, last=end, precision="range")
        case "starting" | "beginning":
            return replace(interval, last=None, precision="range")
        case "until" | "till" | "by":
            return replace(interval, first=published if future else None, precision="range")
        case "before" | "prior to":
            return replace(interval, first=None, last=first - timedelta(days=1), precision="range")
        case "after":
            return replace(interval, first=first, last=None, precision="range")
        case "week of":
            return of_week(first, interval.anchor)
        case _:
            return interval


# --- readers: one per construction ----------------------------------------------------------------

Groups = Mapping[str, str]


def _part(groups: Groups, whole: Interval) -> Interval:
    word = groups.get("part")
    if word is None:
        return whole
    part = word_class("part")[word.lower()]
    assert part in get_args(Part)
    return part_of(whole, part)  # type: ignore[arg-type]


def _direction(groups: Groups, name: str = "direction") -> str | None:
    word = groups.get(name)
    return None if word is None else word_class("direction")[word.lower()]


def _published(setting: Setting) -> date:
    if setting.published is None:
        raise ValueError("a relative expression needs the day of publication")
    return setting.published


def _told(setting: Setting) -> date:
    if setting.told is None:
        raise ValueError("nothing was told before that this could count from")
    return setting.told


def _year(groups: Groups, setting: Setting) -> int | None:
    """The year an expression names, by number or as "last year"."""
    if "year" in groups:
        return int(groups["year"])
    direction = groups.get("year_direction")
    if direction is not None:
        return _published(setting).year + {"last": -1, "next": 1}.get(direction.lower(), 0)
    return None


def _ordinal(word: str) -> int:
    known = numbers("ordinal").get(word.lower())
    return known if known is not None else int(re.sub(r"\D", "", word))


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
    year = _year(groups, setting)
    if day_to < day:
        raise ValueError("a range of days runs forward")
    if year is not None:
        return Interval(date(year, month, day), date(year, month, day_to), precision, "explicit")
    published = _published(setting)
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
    year = _year(groups, setting)
    if year is not None:
        return _part(groups, of_month(year, month, "explicit"))
    published = _published(setting)
    candidates = [of_month(published.year + shift, month, "published") for shift in (-2, -1, 0, 1, 2)]
    return _part(groups, _directed(candidates, groups, setting, published))


def _directed(candidates: list[Interval], groups: Groups, setting: Setting, published: date) -> Interval:
    """Of recurring intervals the one that "last", "this" or "next" picks."""
    direction = _direction(groups)
    if direction in ("last", "previous") or "second_direction" in groups:
        return choose([c for c in candidates if c.last and c.last < published], published, "past")
    if direction in ("next", "following"):
        return choose([c for c in candidates if c.first and c.first > published], published, "future")
    if direction == "this":
        same_year = [c for c in candidates if c.last and c.last.year == published.year]
        return choose(same_year or candidates, published, setting.tense)
    return choose(candidates, published, setting.tense)


def _plain_year(groups: Groups, _: Setting) -> Interval:
    return _part(groups, of_year(int(groups["year"]), "explicit"))


def _decade(groups: Groups, _: Setting) -> Interval:
    if "decade" in groups:
        start = int(groups["decade"])
        return _part(groups, of_years(start, 100 if start % 100 == 0 and start < 2000 else 10, "explicit"))
    return _part(
        groups, of_years(1900 + numbers("decade_name")[groups["decade_name"].lower()], 10, "explicit")
    )


def _century(groups: Groups, _: Setting) -> Interval:
    """ISO 8601 counts the 20th century 1900–1999, as TIMEX3 does."""
    return _part(groups, of_years(100 * (_ordinal(groups["ordinal"]) - 1) or 1, 100, "explicit"))


def _speaking(setting: Setting) -> tuple[date, Anchor]:
    """The day on which the words were written, or said if they are quoted."""
    return (_published(setting), "published") if setting.spoken is None else (setting.spoken, "document")


def _deictic(groups: Groups, setting: Setting) -> Interval:
    day, anchor = _speaking(setting)
    shift = numbers("deictic")[groups["deictic"].lower()]
    beside = {"before": -1, "after": 1}.get(groups.get("beside", "").lower(), 0)
    return of_day(day + timedelta(days=shift + beside), anchor)


def _overnight(_: Groups, setting: Setting) -> Interval:
    day, anchor = _speaking(setting)
    return Interval(day - timedelta(days=1), day, "range", anchor)


def _weekday(groups: Groups, setting: Setting) -> Interval:
    published = _published(setting)
    wanted = numbers("weekday")[groups["weekday"].lower()]
    if "week_direction" in groups:
        weeks = {"last": -7, "this": 0, "next": 7}[groups["week_direction"].lower()]
        monday = published - timedelta(days=published.weekday())
        return of_day(monday + timedelta(days=weeks + wanted), "published")
    back = timedelta(days=(published.weekday() - wanted) % 7)
    ahead = timedelta(days=(wanted - published.weekday()) % 7)
    week = timedelta(days=7)
    direction = _direction(groups)
    if direction in ("last", "previous"):
        return of_day(published - (back or week), "published")
    if direction == "next":
        return of_day(published + (ahead or week), "published")
    if direction == "following":
        told = _told(setting)
        return of_day(told + (timedelta(days=(wanted - told.weekday()) % 7) or week), "document")
    if setting.tense == "future" or (direction == "this" and setting.tense is None):
        return of_day(published + ahead, "published")
    return of_day(published - back, "published")


_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def _shift(day: date, count: int, unit: str) -> date:
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


def _reference(direction: str, unit: str, setting: Setting) -> tuple[date, Anchor]:
    """ "The previous day" and "that week" count from what was told, "last week" from publication. "The
    next day" is told of too: nobody calls tomorrow so."""
    if direction in ("previous", "following", "same") or (unit == "day" and direction == "next"):
        if setting.told is not None:
            return setting.told, "document"
        if direction == "same" or unit == "day":
            return _told(setting), "document"
    return _published(setting), "published"


def _directed_unit(groups: Groups, setting: Setting) -> Interval | None:
    unit = word_class("unit")[groups["unit"].lower()]
    direction = _direction(groups)
    assert direction is not None
    if groups["direction"].lower() in ("coming", "upcoming") and unit in ("week", "month", "year"):
        published = _published(setting)
        end = _shift(published, 1, unit) - timedelta(days=1)
        return (
            None if groups["unit"].lower().endswith("s") else Interval(published, end, "range", "published")
        )
    day, anchor = _reference(direction, unit, setting)
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(direction, 0)
    if "count" in groups:
        count = number(groups["count"])
        if count is None or not step or unit == "weekend":
            return None
        edge = _shift(day, step * count, unit)
        return Interval(min(edge, day), max(edge, day), "range", anchor)
    if unit == "weekend":
        return _weekend(direction, day, anchor, setting)
    if unit == "fortnight":
        edge = _shift(day, step, unit)
        return Interval(min(edge, day), max(edge, day), "range", anchor)
    if unit in ("second", "minute", "hour", "century") or groups["unit"].lower().endswith("s"):
        return None  # "recent hours", "the coming weeks": no bounds are given
    whole = _unit_around(_shift(day, step, unit), unit, anchor)
    return _side(groups["within"], whole, day) if "within" in groups else _part(groups, whole)


def _side(word: str, whole: Interval, day: date) -> Interval:
    """The part of a unit before ("earlier this month") or after ``day``."""
    assert whole.first is not None and whole.last is not None
    inside = min(whole.last, max(whole.first, day))
    if word.lower() == "earlier":
        return replace(whole, last=inside, precision="range")
    return replace(whole, first=inside, precision="range")


def _within(groups: Groups, setting: Setting) -> Interval | None:
    """ "Earlier in the year"; "later in the day" is on the day told of."""
    unit = word_class("unit")[groups["unit"].lower()]
    if unit == "day":
        return of_day(_told(setting), "document")
    if unit not in ("week", "month", "year", "decade"):
        return None
    published = _published(setting)
    return _side(groups["within"], _unit_around(published, unit, "published"), published)


def _weekend(direction: str | None, day: date, anchor: Anchor, setting: Setting) -> Interval:
    this = of_weekend(day, anchor)
    assert this.first is not None
    weekends = [of_weekend(day + timedelta(days=7 * shift), anchor) for shift in (-1, 0, 1)]
    if direction in ("last", "previous"):
        return weekends[0] if day.weekday() < 5 or direction == "last" else this
    if direction in ("next", "following"):
        return weekends[2] if day.weekday() >= 5 else this
    return choose(weekends, day, setting.tense)


def _bare_weekend(_: Groups, setting: Setting) -> Interval:
    return _weekend(None, _published(setting), "published", setting)


def _part_of_unit(groups: Groups, setting: Setting) -> Interval:
    unit = word_class("unit")[groups["unit"].lower()]
    return _part(groups, _unit_around(_published(setting), unit, "published"))


def _directed_daypart(groups: Groups, setting: Setting) -> Interval | None:
    direction = _direction(groups)
    if direction in ("last", "this"):
        day, anchor = _speaking(setting)
        return of_day(day - timedelta(days=direction == "last"), anchor)
    step = {"previous": -1, "next": 1, "following": 1}.get(direction or "", 0)
    return of_day(_told(setting) + timedelta(days=step), "document")


def _season(groups: Groups, setting: Setting) -> Interval:
    season = numbers("season")[groups["season"].lower()]
    year = _year(groups, setting)
    if year is not None:
        return _part(groups, of_season(year, season, "explicit"))
    published = _published(setting)
    candidates = [of_season(published.year + shift, season, "published") for shift in (-2, -1, 0, 1, 2)]
    return _part(groups, _directed(candidates, groups, setting, published))


def _offset(groups: Groups, setting: Setting) -> Interval | None:
    """ "Two years ago" is that calendar year, "two days ago" that day: the unit counted is the precision."""
    count, unit = number(groups["count"]), word_class("unit")[groups["unit"].lower()]
    kind = word_class("offset")[groups["offset"].lower()]
    if count is None or unit in ("century", "weekend", "second", "quarter"):
        return None
    if kind == "ago":
        day, anchor = _published(setting), "published"
    else:
        day, anchor = _told(setting), "document"
    if unit in ("hour", "minute"):
        # 24 hours ago is yesterday; fewer hours may or may not reach the day before.
        step = count // 24 if unit == "hour" else 0
        if unit == "hour" and count % 24:
            return None
        moved, unit = day + timedelta(days=step if kind == "after" else -step), "day"
    else:
        moved = _shift(day, count if kind == "after" else -count, unit)
    if unit in ("decade", "fortnight"):
        unit = {"decade": "year", "fortnight": "week"}[unit]
    return _unit_around(moved, unit, anchor)  # type: ignore[arg-type]


def _day_beside(groups: Groups, setting: Setting) -> Interval:
    step = -1 if groups["offset"].lower() == "before" else 1
    return of_day(_told(setting) + timedelta(days=step), "document")


def _ahead(groups: Groups, setting: Setting) -> Interval | None:
    count, unit = number(groups["count"]), word_class("unit")[groups["unit"].lower()]
    published = _published(setting)
    if count is None or unit not in {**_MONTHS, **_DAYS} or setting.tense == "past":
        return None  # "in two days" of a past event is how long it took
    edge = _shift(published, count, unit)
    if groups["ahead"].lower() == "within":
        return Interval(published, edge, "range", "published")
    return _unit_around(edge, {"fortnight": "week", "decade": "year"}.get(unit, unit), "published")


def _fraction(groups: Groups, setting: Setting) -> Interval:
    ordinal, unit = _ordinal(groups["ordinal"]), groups["unit"].lower()
    length = 3 if unit == "quarter" else 6
    if ordinal * length > 12:
        raise ValueError("a year has four quarters and two halves")
    year = _year(groups, setting)
    month = (ordinal - 1) * length + 1
    if year is not None:
        return of_months(year, month, length, "range", "explicit" if "year" in groups else "published")
    published = _published(setting)
    candidates = [
        of_months(published.year + shift, month, length, "range", "published") for shift in (-1, 0, 1)
    ]
    return choose(candidates, published, setting.tense)


def _clock(_: Groups, setting: Setting) -> Interval:
    """A time or part of the day alone is on the day told of."""
    return of_day(_told(setting), "document")


_READERS: Mapping[str, Callable[[Groups, Setting], Interval | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "month_day": _month_day,
    "day_month": _month_day,
    "month": _month,
    "year": _plain_year,
    "decade": _decade,
    "century": _century,
    "deictic": _deictic,
    "overnight": _overnight,
    "weekday": _weekday,
    "directed": _directed_unit,
    "within": _within,
    "weekend": _bare_weekend,
    "part_of_unit": _part_of_unit,
    "directed_daypart": _directed_daypart,
    "season": _season,
    "offset": _offset,
    "day_beside": _day_beside,
    "ahead": _ahead,
    "fraction": _fraction,
    "daypart": _clock,
    "clock": _clock,
}
