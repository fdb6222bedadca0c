"""Plans and their fulfilment: two events, joined by ``follows``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whence.records import Event

HAPPENED = ("past", "ongoing")


def fulfilments(events: Sequence[Event]) -> Mapping[str, str]:
    """event_id → event_id of the plan it fulfils: one story, one type, a shared actor, no other place, and
    not dated before the plan was first reported. The latest such plan wins."""
    found: dict[str, str] = {}
    plans = [event for event in events if event.status == "planned"]
    for event in events:
        if event.realis not in HAPPENED or event.status == "denied":
            continue
        fitting = [plan for plan in plans if _fulfils(event, plan)]
        if fitting:
            best = max(fitting, key=lambda plan: (plan.first_reported or "", plan.event_id))
            found[event.event_id] = best.event_id
    return found


def _fulfils(event: Event, plan: Event) -> bool:
    if (event.story_id, event.type, event.other) != (plan.story_id, plan.type, plan.other):
        return False
    actors = {party.actor_id or party.name for party in event.actors}
    if not actors & {party.actor_id or party.name for party in plan.actors}:
        return False
    if event.place and plan.place and event.place.name != plan.place.name:
        return False
    end = event.date.to if event.date else event.first_reported
    return not (end and plan.first_reported and end < plan.first_reported)
