"""Which events may stand as a plain row: a row of a format that cannot say who reports it.

Whoever opens such a file takes a row for something that took place. So only events stand there that somebody
reports as happened or going on: past or ongoing, with an origin (``origins.high``) that asserts it, and not
denied by all who commit to it. What is planned, only considered, or denied is left out and counted, or
written to a file of its own that says so. An event that is *disputed* stays: somebody reports it as happened.
What accounts differ on is left empty in it, and so is a number or a place of which there is not exactly one.
"""

from __future__ import annotations

from typing import Literal

from whence.records import Event

State = Literal["planned", "hypothetical", "denied"]
STATES: tuple[State, ...] = ("planned", "hypothetical", "denied")


def state(event: Event) -> State | None:
    """Why an event may not stand as a plain row; ``None`` if it may."""
    if event.status == "denied":
        return "denied"
    if event.status == "planned" or event.realis == "future":
        return "planned"
    if event.status == "hypothetical" or event.realis not in ("past", "ongoing") or event.origins.high < 1:
        return "hypothetical"
    return None
