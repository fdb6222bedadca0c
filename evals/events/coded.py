"""The one form in which coders are scored, and what ``whence.analyse(…).to_dict()`` is in it."""

from __future__ import annotations

import hashlib
import json
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import permutations, product
from typing import Any

import whence
from evals.events.codes import BLANK, CODES, STATEMENT, actor_code

Row = Mapping[str, Any]
Span = tuple[int, int]

STATEMENTS = frozenset({"asserts", "denies", "doubts", "evaluates", "hypothesises", "no_comment"})
"""Acts of an attribution that CAMEO codes as a statement (01); orders, promises, threats are other roots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An actor or a recipient: CAMEO code and, if known, where it stands in the event ([start, end) in
    characters). ``others``: where else the text names the same actor ("*the rebels* said they left")."""

    code: str
    span: Span | None = None
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One coded event. ``type`` is a PLOVER type, ``None`` for a statement; ``code`` is CAMEO's.
    ``realis`` is whence's own and is shown, never scored."""

    type: str | None
    code: str
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    place: Span | None = None
    """Where the place of the event stands in the text, if it is told."""
    realis: str | None = None
    principal: bool = True
    """Whether its sentence chiefly tells it; coders that take one event from a sentence say no other."""
    political: bool = True
    """Whether a party is of a country or has a role in politics."""

    def dyads(self) -> tuple[tuple[Side, Side], ...]:
        """Who did it to whom, pair by pair. An event of several actors without a recipient is one they have
        in common, so each does it to each; a side that is not told is blank."""
        blank = Side(code=BLANK)
        if self.recipients or len(self.actors) < 2:
            return tuple(product(self.actors or (blank,), self.recipients or (blank,)))
        return tuple(permutations(self.actors, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a coder makes of one text, in the order of the text. ``failure``: why there is nothing.
    ``digest``: a hash of all that was returned, to compare two runs."""

    events: tuple[Event, ...] = ()
    failure: str | None = None
    digest: str = ""

    @property
    def typed(self) -> tuple[Event, ...]:
        """The events proper, without statements."""
        return tuple(event for event in self.events if event.type)

    @property
    def chief(self) -> tuple[Event, ...]:
        """Of those the principal ones."""
        return tuple(event for event in self.typed if event.principal)


def reading(told: Row) -> Reading:
    """The tables of one document. Type ``NONE`` is outside PLOVER and counts as no event. A mention without
    a CAMEO code gets the general one of its type. A statement of a source, named or not, is a CAMEO 01; a
    hedge without a source ("reportedly") is nobody's statement."""
    mentions = sorted(
        told["event_mentions"], key=lambda row: (row["trigger"]["start"], row["trigger"]["end"])
    )
    named: dict[str, list[Span]] = {}
    for row in told["mentions"]:
        if row["kind"] == "actor" and row["refers_to"] is not None:
            named.setdefault(row["refers_to"], []).append((row["start"], row["end"]))
    events = [
        Event(
            type=row["type"],
            code=row["cameo"] or CODES[row["type"]],
            actors=tuple(_side(each, named) for each in row["actors"]),
            recipients=tuple(_side(each, named) for each in row["recipients"]),
            place=(row["place"]["start"], row["place"]["end"])
            if row["place"] and row["place"]["text"]
            else None,
            realis=row["realis"],
            principal=row["principal"],
            political=row["political"],
        )
        for row in mentions
        if row["type"] != "NONE"
    ]
    events += [
        Event(type=None, code=STATEMENT)
        for row in told["attributions"]
        if row["act"] in STATEMENTS and row["source"]["naming"] != "withheld"
    ]
    written = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return Reading(events=tuple(events), digest=hashlib.sha256(written.encode()).hexdigest())


def _side(row: Row, named: Mapping[str, list[Span]]) -> Side:
    span = (row["start"], row["end"]) if row["start"] is not None else None
    return Side(
        code=actor_code(row["country"], row["sectors"]),
        span=span,
        others=tuple(other for other in named.get(row["actor_id"], ()) if other != span),
    )


def analysed(text: str, published: str | None) -> Reading:
    """The reading of ``whence.analyse``. It promises never to raise, and warns when a stage failed: either
    is a failure here."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            found = reading(whence.analyse(text, published=published, title=None).to_dict())
        except Exception as error:  # whatever it is, it is what this eval counts
            return Reading(failure=f"{type(error).__name__}: {error}")
    lost = [str(each.message) for each in caught if issubclass(each.category, RuntimeWarning)]
    return replace(found, failure=lost[0]) if lost else found
