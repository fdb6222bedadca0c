"""The words people see. None of them asserts truth: they say who reports, denies or plans, in the texts
read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from whence.records import (
    Event,
    EventDate,
    EventParty,
    Judgement,
    Origin,
    OriginInterval,
    Review,
    Sign,
    TimeValue,
    Verdict,
)

if TYPE_CHECKING:
    from whence.link.why import Tie
    from whence.store import Query

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
SHORT: Mapping[str, str] = {
    "denied": "denied",
    "disputed": "accounts differ",
    "planned": "planned",
    "hypothetical": "not reported as happened",
    "corroborated": "reported as happened by separate origins",
    "reported": "reported as happened",
}
"""Statuses as marks on an event."""
STANCE: Mapping[tuple[Sign, str], str] = {
    ("+", "certain"): "says so",
    ("+", "probable"): "holds it likely",
    ("+", "possible"): "holds it possible",
    ("-", "certain"): "denies",
    ("-", "probable"): "doubts",
    ("-", "possible"): "doubts",
}
REALIS: Mapping[str, str] = {
    "future": " (as still to come)",
    "conditional": " (on a condition)",
    "generic": " (in general)",
}
"""What follows a stance on an event that is not told as past or going on."""
UNCOMMITTED = "passes it on without taking sides"
KIND: Mapping[str, str] = {
    "person": "named person",
    "statement": "statement",
    "document": "document",
    "newsroom": "newsroom, no deeper source given",
    "anonymous": "unnamed",
    "unknown": "no source given",
}
NAMING: Mapping[str, str] = {
    "named": "named",
    "described": "described, not named",
    "bare": "unnamed",
    "withheld": "source withheld",
}
"""How a holder is identified (:data:`whence.records.Naming`)."""
CONFLICT: Mapping[str, str] = {
    "contradiction": "accounts differ",
    "revision": "figures revised",
    "precision": "figures of different precision",
    "labelling": "same thing, other name",
}

WORDED: Mapping[str, str] = {"right": "called right", "wrong": "called wrong", "unsure": "left undecided"}
"""Verdicts on a field that are no participles."""


def review(review: Review) -> str:
    """ "actor corrected by A. Nowak, 2031-02-03"."""
    return f"{_decided(review.field, review.verdict)} by {_reader(review.who, review.when)}"


def reviews(reviews: Iterable[Review]) -> str | None:
    """ "actor corrected by A. Nowak, 2031-02-03 (read: Iran)", several with "; " between."""
    return "; ".join(f"{review(one)} (read: {one.value or 'nothing'})" for one in reviews) or None


def judgement(judgement: Judgement) -> str:
    """ "actor corrected to Syrian army by A. Nowak, 2031-02-03"."""
    said = _decided(judgement.field or "", judgement.verdict)
    if judgement.value is not None:
        said += f" to {judgement.value}" if judgement.verdict == "corrected" else f": {judgement.value};"
    return f"{said} by {_reader(judgement.who, judgement.when)}"


def _decided(field: str, verdict: Verdict) -> str:
    """ "actor corrected"; of two actors, events or documents "judged the same actor"."""
    if verdict in ("same", "different"):
        return f"judged {'the same' if verdict == 'same' else 'a different'} {field}"
    return f"{field} {WORDED.get(verdict, verdict)}"


def _reader(who: str | None, when: str | None) -> str:
    return f"{who or 'an unnamed reader'}, {when[:10] if when else 'undated'}"


def status(event: Event) -> str:
    ahead = event.realis not in ("past", "ongoing")
    return AHEAD.get(event.status, STATUS[event.status]) if ahead else STATUS[event.status]


def because(event: Event, origins: Sequence[Origin]) -> str:
    """Why an event has its status: "denied: only the army speaks of it here, and denies it"."""
    held, denied = ([o.source for o in origins if o.sign == sign] for sign in ("+", "-"))
    if event.status == "denied":
        return f"denied: only {_several(denied)} commits to it here, and denies it"
    if event.status == "disputed":
        return f"disputed: {_several(held)} asserts it, {_several(denied)} denies it"
    if event.status == "planned":
        return "planned: all who tell of it place it in the future"
    if event.status == "hypothetical":
        told = "tells it as a condition, as general or as still to come" if held else "commits to it"
        return f"hypothetical: {'whoever commits to it' if held else 'no one here'} {told}"
    if event.status == "corroborated":
        return (
            f"corroborated: at least {event.origins.low} origins that no unstated dependence could make one"
        )
    if event.origins.high == 1:
        return f"reported: only {_several(held)} stands behind it"
    return "reported: those who stand behind it may all be one origin"


def stance(sign: Sign, certainty: str) -> str:
    return STANCE.get((sign, certainty), UNCOMMITTED)


def origins(interval: OriginInterval, reports: int) -> str:
    """ "1–2 independent origins in the 2 reports read"."""
    texts = "report" if reports == 1 else "reports"
    return f"{span(interval, 'independent ')} in the {reports} {texts} read"


def span(interval: OriginInterval, which: str = "") -> str:
    """ "1 origin", "1–2 origins"."""
    count = str(interval.low) if interval.low == interval.high else f"{interval.low}–{interval.high}"
    return f"{count} {which}{'origin' if count == '1' else 'origins'}"


def tie(found: Tie) -> str:
    """ "told in the same words", "reading .87 that both are one event"."""
    if found.same_words:
        return "told in the same words"
    return f"reading {found.probability:.2f} that both are one event"


def who(event: Event, origins: Sequence[Origin]) -> str:
    """ "according to Ada Brook; stated flatly by The Gazette; denied by the army": who says so, in a line."""
    groups: dict[str, list[str]] = {}
    for origin in sorted(origins, key=lambda o: (o.sign == "-", o.kind == "unknown")):
        groups.setdefault(said_by(event, origin), []).append(origin.source)
    return "; ".join(f"{verb} {_several(dict.fromkeys(names))}" for verb, names in groups.items())


def said_by(event: Event, origin: Origin) -> str:
    """What an origin does, before its name."""
    if origin.sign == "-":
        return "denied by"
    if event.status == "hypothetical":
        return "considered by"
    flat = origin.kind == "unknown" and not origin.attribution_ids
    return "stated flatly by" if flat else "according to"


def origin_kind(origin: Origin) -> str:
    """What an origin is; a hedge ("reportedly") says in its name that the source is withheld."""
    hedge = origin.kind == "unknown" and origin.attribution_ids
    return 'hedged, as by "reportedly"' if hedge else KIND[origin.kind]


ASKED: Mapping[str, str] = {
    "text": "words",
    "actor": "actor",
    "place": "place",
    "type": "type",
    "outlet": "outlet",
    "from_": "event date from",
    "to": "event date to",
    "source": "source",
    "naming": "source is",
}
"""Conditions of a filter (:data:`whence.store.query.CONDITIONS`)."""


def asked(query: Query) -> str:
    """ "actor Russia, event date from 2015-09-30, place Idlib": what a filter asks for, the widest first."""
    said: list[str] = []
    part: Query | None = query
    while part is not None:
        given = ((words, getattr(part, name)) for name, words in ASKED.items())
        said.insert(0, ", ".join(f"{words} {value}" for words, value in given if value is not None))
        part = part.within
    return ", ".join(filter(None, said))


def when(value: TimeValue | EventDate | None) -> str:
    """ "2019-06-21", "2019-06" and "1997" for a whole month and year, "2015-09-21 to 2015-10-01"."""
    if value is None or not (value.from_ or value.to):
        return "undated"
    if value.from_ == value.to:
        return str(value.from_)
    shown = {"year": 4, "month": 7}.get(value.precision or "")
    if shown and value.from_ and value.to and value.from_[:shown] == value.to[:shown]:
        return value.from_[:shown]
    return f"{value.from_ or '…'} to {value.to or '…'}"


def amount(low: int | None, high: int | None, approximate: bool) -> str:
    about = "about " if approximate else ""
    if low == high:
        return f"{about}{low:,}" if low is not None else "unknown"
    if high is None:
        return f"{about}{low:,} or more"
    return f"{about}up to {high:,}" if low is None else f"{about}{low:,}–{high:,}"


def kind_of(event: Event) -> str:
    """ "ASSAULT aerial", "death" for an event outside PLOVER."""
    if event.type == "NONE":
        return event.other or "other"
    return f"{event.type} {event.mode}" if event.mode else event.type


def sentence(event: Event) -> str:
    """ "Iranian troops: MOBILIZE troops, to Syria · 2015-09-21 to 2015-10-01"."""
    return f"{what(event)} · {when(event.date)}"


def what(event: Event) -> str:
    """The event without its date."""
    parts = [f"{names(event.actors)}: {kind_of(event)}"]
    if event.recipients:
        parts.append(f"→ {names(event.recipients)}")
    if event.place and event.place.name not in {party.name for party in event.recipients}:
        parts.append(f"at {event.place.name}")
    return " ".join(parts)


def names(parties: Sequence[EventParty]) -> str:
    """The first three names; "actor not told" where there is none."""
    return _several([party.name for party in parties]) or "actor not told"


def _several(names: Iterable[str]) -> str:
    """The first three, and how many more there are."""
    known = list(names)
    more = f" and {len(known) - 3} more" if len(known) > 3 else ""
    return ", ".join(known[:3]) + more
