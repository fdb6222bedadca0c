"""Fields of an event mention that follow from its others: told once, for what the stages coded and for what a
person corrected."""

from __future__ import annotations

from typing import get_args

from whence.records import Argument, EventDate, Flag, Realis
from whence.schema import POLITICAL

FLAGS: tuple[Flag, ...] = get_args(Flag)


def is_political(party: Argument) -> bool:
    """Whether a party is of a known country, or has a role of its own in politics (PLOVER sectors)."""
    return party.country is not None or not POLITICAL.isdisjoint(party.sectors)


def factuality(
    realis: Realis, date: EventDate | None, published: str | None, *, negated: bool
) -> tuple[Flag, ...]:
    """PLOVER's auxiliary modes. ``historical``: told as past and dated a year or more before the report (the
    manual names the flag and leaves it open); ``hypothetical``: told under a condition or in general."""
    year = str(int(published[:4]) - 1) + published[4:] if published else None
    told = {
        "historical": realis == "past" and date is not None and bool(date.to and year and date.to <= year),
        "future": realis == "future",
        "hypothetical": realis in ("conditional", "generic"),
        "negation": negated,
    }
    return tuple(flag for flag in FLAGS if told[flag])
