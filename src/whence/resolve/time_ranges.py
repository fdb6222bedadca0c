"""A time phrase in its text: an expression with what opens, closes or continues it ("from May to June")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from whence.resolve.calendar_intervals import Interval, Tense, of_week
from whence.resolve.time_expressions import Expression, find_expressions
from whence.resolve.time_grammar import interpret
from whence.resolve.time_patterns import CONNECTIVE, RANGE
from whence.resolve.time_setting import Setting


@dataclass(frozen=True, slots=True)
class Reading:
    """``start``..``end`` of the expression in its text with what continues it; ``whole`` is the interval in
    which something told of it lies ("since March": until today), ``named`` what the expression itself names
    (March), as TIMEX3 (TimeML) and TEI have it."""

    start: int
    end: int
    whole: Interval
    named: Interval


def interpret_at(text: str, start: int, end: int, setting: Setting) -> Reading | None:
    """The expression of ``text`` that lies at ``start``..``end`` with what opens, closes or continues it
    ("since March", "from 3 May to 5 June")."""
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
    if first != last:
        ends = _ends(expressions[first], expressions[last], setting)
        if ends is None:
            return None
        whole = Interval(ends[0].first, ends[1].last, "range", ends[1].anchor)
        inside = {first, last} & set(touching)
        return Reading(*span, whole, ends[0 if at == first else 1] if len(inside) == 1 else whole)
    opening = CONNECTIVE.search(text[max(0, span[0] - 40) : span[0]])
    if opening is None:
        named = interpret(expressions[at], setting)
        return Reading(*span, named, named) if named else None
    word = opening["word"].lower()
    implied: Tense | None = (
        "past" if word == "since" else "future" if word in ("by", "until", "till") else None
    )
    setting = replace(setting, tense=implied if word == "since" else setting.tense or implied)
    named = interpret(expressions[at], setting)
    return Reading(*span, _bounded(named, word, setting), named) if named else None


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


def _ends(left: Expression, right: Expression, setting: Setting) -> tuple[Interval, Interval] | None:
    """The two ends of a range. The one that has a year lends it to the other; else the first is the latest
    of its recurrences before the second."""
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
    return None if first.first > second.last else (first, second)


_RANGE_ENDS = frozenset(
    {"iso", "numeric", "month_day", "day_month", "month", "year", "weekday", "season", "deictic"}
)
_RECURRING = frozenset({"month_day", "day_month", "month", "weekday", "season"})
_HAS_YEAR = frozenset({"year", "year_direction", "direction", "second_direction", "week_direction"})


def _bounded(interval: Interval, word: str, setting: Setting) -> Interval:
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
