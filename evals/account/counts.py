"""Counts behind a measure, and precision, recall and F1 from them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """``hits`` among ``told`` (predicted) and ``found`` among ``gold``; they differ for B³ only.

    An accuracy is the same thing with ``told == gold``.
    """

    hits: float = 0.0
    told: float = 0.0
    found: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.hits + other.hits, self.told + other.told, self.found + other.found, self.gold + other.gold
        )

    def swapped(self) -> Counts:
        """What scoring the other way round gives."""
        return Counts(self.found, self.gold, self.hits, self.told)

    @property
    def precision(self) -> float | None:
        """Share of what was told that is right; ``None`` if nothing was told."""
        return self.hits / self.told if self.told else None

    @property
    def recall(self) -> float | None:
        """Share of gold that was found; ``None`` if there is no gold."""
        return self.found / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean; 0 where one side alone is empty, ``None`` where both are."""
        precision, recall = self.precision or 0.0, self.recall or 0.0
        if not self.told and not self.gold:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def wilson(hits: float, total: float) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), as shares."""
    z = 1.96
    share, spread = hits / total, 1 + z * z / total
    centre = (share + z * z / (2 * total)) / spread
    reach = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / spread
    return centre - reach, centre + reach


Tally = dict[str, Counts]
"""Measure → counts."""


def overlap(right: int, told: int, gold: int) -> Counts:
    """Counts of a comparison of two sets."""
    return Counts(right, told, right, gold)


def share(right: int, total: int) -> Counts:
    """Counts of an accuracy."""
    return Counts(right, total, right, total)


def added(tallies: list[Mapping[str, Counts]]) -> Tally:
    """The sum of tallies: micro-average over articles."""
    total: Tally = {}
    for tally in tallies:
        for name, counts in tally.items():
            total[name] = total.get(name, Counts()) + counts
    return total
