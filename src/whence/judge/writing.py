"""How the value of a field is written as text, and read.

A list is written with ``; `` between its items. A date is a day, month or year of ISO 8601, or an interval
``from/to`` with ``..`` for an open side. A quantity is its role and its range: ``killed 12``, ``injured
~20..30``, ``size 24..``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date as day
from typing import get_args

from whence.records import Attribution, EventDate, EventMention, Precision, Quantity, QuantityRole, Stance

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_QUANTITY = re.compile(r"([a-z]+) (~?)(\d*)(\.\.)?(\d*)")


def items(value: str) -> list[str]:
    """The items of a list that is written as text."""
    return [item.strip() for item in value.split(";") if item.strip()]


# --- values as text ---------------------------------------------------------------------------------


def event_text(mention: EventMention, field: str) -> str | None:
    """What a mention says in a field, or ``None``; an attribution by its id."""
    match field:
        case "actor" | "recipient":
            parties = mention.actors if field == "actor" else mention.recipients
            return _joined(party.name or party.text for party in parties)
        case "context":
            return _joined(mention.contexts)
        case "quantity":
            return _joined(map(quantity_text, mention.quantities))
        case "code":
            return _joined(f"{code.scheme}:{code.code}" for code in mention.codes)
        case "place":
            return (mention.place.name or mention.place.text) if mention.place else None
        case "date":
            return date_text(mention.date)
        case "attribution":
            return mention.attribution_id
        case "event":
            return None
        case _:
            return _plain(getattr(mention, field))


def attribution_text(attribution: Attribution, field: str) -> str | None:
    match field:
        case "attribution":
            return None
        case "source":
            return attribution.source.text
        case "cue":
            return attribution.cue.text if attribution.cue else None
        case "content":
            return _joined(f"{start}-{end}" for start, end in attribution.content)
        case "parent":
            return attribution.parent_id
        case "act" | "form":
            return _plain(getattr(attribution, field))
        case _:
            return _plain(getattr(attribution.source, field))


def stance_text(stance: Stance, field: str) -> str | None:
    return None if field == "stance" else _plain(getattr(stance, field))


def quantity_text(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    told = str(low) if low == high and low is not None else f"{_number(low)}..{_number(high)}"
    return f"{quantity.role} {'~' if quantity.approximate else ''}{told}"


def date_text(date: EventDate | None) -> str | None:
    if date is None or not (date.from_ or date.to):
        return None
    low, high = date.from_, date.to
    if low is not None and high is not None:
        if low == high:
            return low
        for length in (4, 7):
            if low[:length] == high[:length] and _interval(low[:length]) == (low, high):
                return low[:length]
    return f"{low or '..'}/{high or '..'}"


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None


def _plain(value: object) -> str | None:
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


# --- text as values ---------------------------------------------------------------------------------


def parse_date(value: str) -> tuple[str | None, str | None, Precision]:
    """(from, to, precision). Raises ``ValueError`` for what is no date."""
    parts = value.split("/")
    if len(parts) == 1:
        low, high = _interval(value)
        precision: Mapping[int, Precision] = {4: "year", 7: "month", 10: "day"}
        return low, high, precision[len(value)]
    if len(parts) != 2 or parts == ["..", ".."]:
        raise ValueError(f"{value!r} is no interval; write it as 2015-09-21/2015-10-01")
    first, last = (None if part == ".." else _interval(part) for part in parts)
    low_end, high_end = first[0] if first else None, last[1] if last else None
    if low_end and high_end and low_end > high_end:
        raise ValueError(f"{value!r} ends before it begins")
    return low_end, high_end, "day" if low_end == high_end else "range"


def _interval(value: str) -> tuple[str, str]:
    found = _PARTIAL.fullmatch(value)
    if found is None:
        raise ValueError(f"{value!r} is no date; write it as 2015-10-01, 2015-10 or 2015")
    year, month, of_month = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        low = day(year, month or 1, of_month or 1)
        last = of_month or monthrange(year, month or 12)[1]
        return low.isoformat(), day(year, month or 12, last).isoformat()
    except ValueError as error:
        raise ValueError(f"{value!r} is no date ({error})") from error


def parse_quantity(value: str) -> tuple[QuantityRole, int | None, int | None, bool]:
    """(role, low, high, approximate). Raises ``ValueError`` for what is no quantity."""
    found = _QUANTITY.fullmatch(value)
    roles: tuple[QuantityRole, ...] = get_args(QuantityRole)
    role = next((role for role in roles if found and role == found[1]), None)
    if found is None or role is None or not (found[3] or found[5]) or (found[5] and not found[4]):
        raise ValueError(
            f"{value!r} is no quantity; write it as one of {', '.join(roles)} and 12, 12..20 or 24.."
        )
    low = int(found[3]) if found[3] else None
    high = (int(found[5]) if found[5] else None) if found[4] else low
    if low is not None and high is not None and low > high:
        raise ValueError(f"{value!r} ends before it begins")
    return role, low, high, bool(found[2])
