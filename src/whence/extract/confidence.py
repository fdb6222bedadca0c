"""How likely an event is one, and if so each of its fields right, as calibrated on articles read by people.

A field's *evidence* is a few numbers: what the model gives it, and whether a row of the lexicon speaks for
it. Its confidence is the logistic function of their weighted sum (Platt 1999); the weights are in
``data/events/confidence.tsv``, fitted and tried by ``python -m evals.confidence``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from whence.extract.frame import Coding
from whence.extract.tables import rows
from whence.handover import Phrase
from whence.records import Realis

Evidence = Mapping[str, tuple[float, ...]]
FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "event": ("model", "certain row", "other row"),
    "type": ("model", "row"),
    "realis": ("model agrees",),
    "actor": ("model",),
    "recipient": ("model",),
    "place": ("model",),
    "date": ("model",),
}
"""Field → what its evidence is made of; ``model`` is the log odds of the model's probability."""
_ROLES: Final = {"actor": "actor", "recipient": "recipient", "place": "place", "date": "time"}
_LEAST: Final = 0.02
"""Probability of what the model did not hand on; it hands on arguments from .2, triggers from .1."""


def evidence(
    coding: Coding,
    realis: Realis,
    filled: Mapping[str, Sequence[int]],
    phrases: Mapping[tuple[int, int], Phrase],
) -> Evidence:
    """What speaks for an event and its fields. ``filled``: role → indices of the phrases that fill it."""
    score, certain = coding.score, coding.certain
    probability = score.probability if score else 0.0
    found: dict[str, tuple[float, ...]] = {
        "event": (_odds(probability), float(certain is True), float(certain is False)),
        "type": (_odds(score.types.get(coding.type, 0.0) if score else 0.0), float(certain is not None)),
        "realis": (float(score is not None and score.realis == realis),),
    }
    seen = {
        (argument.role, phrases[place].index): argument.probability
        for argument in (score.arguments if score else ())
        if (place := (argument.sentence, argument.word)) in phrases
    }
    for field, indices in filled.items():
        found[field] = (_odds(max(seen.get((_ROLES[field], index), 0.0) for index in indices)),)
    return found


def _odds(probability: float) -> float:
    share = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(share / (1 - share))


UNSEEN: Final = (_odds(0.0),)
"""The evidence of a role filled with what the model did not think of."""


@cache
def weights() -> Mapping[str, tuple[float, ...]]:
    """Field → the constant, then the weight of each part of its evidence."""
    found = {(row["field"], row["part"]): float(row["weight"]) for row in rows("events/confidence.tsv")}
    return {
        field: tuple(found[field, part] for part in ("constant", *parts)) for field, parts in FIELDS.items()
    }


def probabilities(found: Evidence) -> dict[str, float]:
    """Field → probability that it is right, to two decimals."""
    told = {}
    for field, parts in found.items():
        constant, *each = weights()[field]
        told[field] = round(
            1 / (1 + math.exp(-constant - sum(w * x for w, x in zip(each, parts, strict=True)))), 2
        )
    return told
