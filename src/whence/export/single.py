"""What stands in a cell that holds one value: that value if all who tell it agree on it, else nothing.

Nothing is averaged or picked. That a cell is empty though something is told is counted, with the reason.
Cells of names hold all of them, with "; " between.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from whence.export.gathered import Gathered
from whence.export.plain import state
from whence.export.view import View
from whence.records import Argument, Event, Place
from whence.show import wording

Side = Literal["actor", "recipient"]
PLACED = ("point", "city", "admin")
"""Precisions whose coordinates say where: the middle of a country or a region does not."""


def joined(values: Iterable[str | None]) -> str | None:
    """The distinct ones in their order, with "; " between."""
    return "; ".join(dict.fromkeys(value for value in values if value)) or None


def only_one(values: Iterable[str | None]) -> str | None:
    found = {value for value in values if value}
    return found.pop() if len(found) == 1 else None


def parties(view: View, found: Gathered, side: Side) -> list[Argument] | None:
    """The actors or recipients as the tellings word them; ``None``, counted, if accounts differ on them."""
    if side in found.event.disputed_fields:
        view.left_empty[f"{side}: accounts differ"] += 1
        return None
    return found.arguments(f"{side}s")


def names(found: Gathered, side: Side) -> str | None:
    return joined(party.name for party in (found.event.actors if side == "actor" else found.event.recipients))


def day(view: View, found: Gathered) -> str | None:
    """The day of an event that is known to the day."""
    date = found.event.date
    if "date" in found.event.disputed_fields:
        view.left_empty["date: accounts differ"] += 1
        return None
    if date is None or not (date.from_ or date.to):
        return None
    if (date.from_ or "")[:10] != (date.to or "")[:10]:
        view.left_empty["date: not known to the day"] += 1
        return None
    return (date.from_ or "")[:10]


def coordinates(view: View, found: Gathered) -> tuple[float | None, float | None]:
    """Latitude and longitude of a place that is known no coarser than a district or province."""
    if "place" in found.event.disputed_fields:
        view.left_empty["place: accounts differ"] += 1
        return None, None
    place = found.place
    if place is None or place.lat is None or place.lon is None:
        return None, None
    if place.precision not in PLACED:
        view.left_empty["coordinates: of a country or region"] += 1
        return None, None
    return place.lat, place.lon


def city(place: Place | None) -> str | None:
    return place.name if place and place.kind == "city" else None


def district(place: Place | None) -> str | None:
    return place.name if place and place.kind == "admin2" else None


def province(place: Place | None) -> str | None:
    return (place.name if place.kind == "admin1" else place.admin1) if place else None


def killed(view: View, found: Gathered) -> int | None:
    """The number killed, if every telling that gives one gives the same exact one and nobody disputes it."""
    told = {(q.low, q.high, q.approximate) for q in found.event.quantities if q.role == "killed"}
    if not told:
        return None
    if "quantity" in found.event.disputed_fields or len(told) > 1:
        view.left_empty["fatalities: accounts differ"] += 1
        return None
    ((low, high, approximate),) = told
    if low != high or approximate:
        view.left_empty["fatalities: not an exact number"] += 1
        return None
    return low


def outlets(found: Gathered) -> str | None:
    return joined(found.document(telling).outlet for telling in found.tellings)


def reviewed(found: Gathered) -> str | None:
    """Who decided something about the event: "reviewed by A. Nowak"."""
    people = sorted({review.who or "an unnamed reader" for review in found.event.reviewed})
    return f"reviewed by {', '.join(people)}" if people else None


def sentence(event: Event) -> str:
    """An event in a line that says what it is if nobody reports it as happened, and what accounts differ on:
    "… · planned · accounts differ on the actor"."""
    parts = [wording.sentence(event)]
    if state(event) is not None:
        parts.append(wording.status(event))
    if event.disputed_fields:
        parts.append(f"accounts differ on the {', the '.join(event.disputed_fields)}")
    return " · ".join(parts)


def disputed(view: View, found: Gathered) -> None:
    """Count the fields that a format leaves out because accounts differ on them."""
    for field in ("actor", "recipient", "date", "place"):
        if field in found.event.disputed_fields:
            view.left_empty[f"{field}: accounts differ"] += 1
