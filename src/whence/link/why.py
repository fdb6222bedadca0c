"""Why tellings are linked: for each of an event the evidence that ties it to another, as in the waterfall of
record linkage (Fellegi and Sunter 1969)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from whence.link.events import Told, tellings_of
from whence.link.evidence import BIAS, Tellings, weigh, weights
from whence.link.sets import Reports
from whence.tables import DocumentRecords


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What ties a telling to the one of its event that it is most like."""

    event_mention_id: str
    of_event_mention_id: str
    probability: float
    """That both are of one event, by themselves; whole groups are joined by their averages."""
    same_words: bool
    """Whether both are told in the same words, which makes them one without any evidence."""
    evidence: tuple[tuple[str, float], ...]
    """What agrees and differs, with its weight in log-odds, the heaviest first; before all what holds of any
    two tellings of a story."""


def ties(
    analyses: Sequence[DocumentRecords], actor_of: Mapping[str, str], event_mention_ids: Collection[str]
) -> tuple[Tie, ...]:
    """Of each telling of an event but for the first. ``analyses`` are their documents."""
    items = sorted(
        (item.with_known_parties() for item in analyses),
        key=lambda item: (item.document.published or "9999", item.document.document_id),
    )
    told = [one for one in tellings_of(items, actor_of) if one.mention.event_mention_id in event_mention_ids]
    tellings = Tellings([one.telling for one in told])
    reports = Reports(
        [{one.mention.document_id} for one in told], [frozenset({one.mention.event_id}) for one in told]
    )
    return tuple(_tie(told, number, tellings, reports) for number in range(1, len(told)))


def _tie(told: Sequence[Told], number: int, tellings: Tellings, reports: Reports) -> Tie:
    """A telling with those before it."""
    before = np.arange(number)
    itself = np.full(number, number)
    together = reports.together(before, itself)
    found = tellings.evidence(before, itself, together, reports.one(before, itself, together))
    odds = weigh(found)
    same = [one.wording == told[number].wording for one in told[:number]]
    other = same.index(True) if True in same else int(odds.argmax())
    held = [(name, weights()[name] / 100) for name, holds in found.items() if holds[other]]
    return Tie(
        event_mention_id=told[number].mention.event_mention_id,
        of_event_mention_id=told[other].mention.event_mention_id,
        probability=round(float(1 / (1 + np.exp(-odds[other] / 100))), 2),
        same_words=same[other],
        evidence=tuple(sorted(held, key=lambda one: (one[0] != BIAS, -abs(one[1]), one[0]))),
    )
