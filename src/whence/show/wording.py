"""The words people see. None of them asserts truth: they say who reports, denies or plans, in the texts
read."""

from __future__ import annotations

from collections.abc import Mapping

from whence.records import Event, EventDate, OriginInterval, Quantity, Sign, TimeValue

STATUS: Mapping[str, str] = {
    "denied": "denied; reported as happened by no one here",
    "disputed": "accounts differ on whether it happened",
    "planned": "planned",
    "hypothetical": "considered, feared or asked for; not reported as happened",
    "corroborated": "reported as happened by separate origins",
    "reported": "reported as happened",
}
AHEAD: Mapping[str, str] = {
    "denied": "denied; reported as planned by no one here",
    "disputed": "accounts differ on whether it is to happen",
}
"""Of events that nobody places in the past or present."""
MARK: Mapping[str, str] = {
    "denied": "✗",
    "disputed": "≠",
    "planned": "→",
    "hypothetical": "?",
    "corroborated": "●",
    "reported": "○",
}
STANCE: Mapping[tuple[Sign, str], str] = {
    ("+", "certain"): "says so",
    ("+", "probable"): "holds it likely",
    ("+", "possible"): "holds it possible",
    ("-", "certain"): "denies",
    ("-", "probable"): "doubts",
    ("-", "possible"): "doubts",
}
UNCOMMITTED = "passes it on without taking sides"
KIND: Mapping[str, str] = {
    "person": "named person",
    "statement": "statement",
    "document": "document",
    "newsroom": "newsroom, no deeper source given",
    "anonymous": "unnamed",
    "unknown": "stated flatly, no source given",
}
CONFLICT: Mapping[str, str] = {
    "contradiction": "accounts differ",
    "revision": "figures revised",
    "precision": "figures of different precision",
    "labelling": "same thing, other name",
}


def status(event: Event) -> str:
    ahead = event.realis not in ("past", "ongoing")
    return AHEAD.get(event.status, STATUS[event.status]) if ahead else STATUS[event.status]


def stance(sign: Sign, certainty: str) -> str:
    return STANCE.get((sign, certainty), UNCOMMITTED)


def origins(interval: OriginInterval, reports: int) -> str:
    """ "1–2 independent origins in the 2 reports read"."""
    count = str(interval.low) if interval.low == interval.high else f"{interval.low}–{interval.high}"
    noun = "origin" if count == "1" else "origins"
    texts = "report" if reports == 1 else "reports"
    return f"{count} independent {noun} in the {reports} {texts} read"


def when(value: TimeValue | EventDate | None) -> str:
    if value is None or not (value.from_ or value.to):
        return "undated"
    if value.from_ == value.to:
        return str(value.from_)
    return f"{value.from_ or '…'} to {value.to or '…'}"


def amount(low: int | None, high: int | None, approximate: bool) -> str:
    about = "about " if approximate else ""
    if low == high:
        return f"{about}{low:,}" if low is not None else "unknown"
    if high is None:
        return f"{about}{low:,} or more"
    return f"{about}up to {high:,}" if low is None else f"{about}{low:,}–{high:,}"


def quantity(value: Quantity) -> str:
    return f"{value.role}: {amount(value.low, value.high, value.approximate)}"


def kind_of(event: Event) -> str:
    """ "ASSAULT aerial", "death" for an event outside PLOVER."""
    if event.type == "NONE":
        return event.other or "other"
    return f"{event.type} {event.mode}" if event.mode else event.type


def sentence(event: Event) -> str:
    """ "Iranian troops: MOBILIZE troops, to Syria · 2015-09-21 to 2015-10-01"."""
    parts = [f"{names(event.actors)}: {kind_of(event)}"]
    if event.recipients:
        parts.append(f"→ {names(event.recipients)}")
    if event.place and event.place.name not in {party.name for party in event.recipients}:
        parts.append(f"at {event.place.name}")
    return f"{' '.join(parts)} · {when(event.date)}"


def names(parties: tuple[object, ...]) -> str:
    """The first three names; "actor not told" where there is none."""
    shown = [str(getattr(party, "name", "")) for party in parties[:3]]
    more = f" and {len(parties) - 3} more" if len(parties) > 3 else ""
    return (", ".join(shown) or "actor not told") + more
