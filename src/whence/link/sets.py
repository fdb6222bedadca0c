"""Sets of values, and who has values in common, for many pairs at once."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_NARROW = 2
"""Values of most sets; sets of more are compared by themselves, as each pair costs as much as the largest."""


class Sets:
    """A set for each telling, as a row of numbers, filled up with -1. Sets compared with one another are
    numbered alike (``of``: what holds the values of both)."""

    def __init__(
        self, sets: Sequence[Collection[Hashable]], of: Sequence[Collection[Hashable]] | None = None
    ) -> None:
        self.values = sorted({value for items in of or sets for value in items}, key=repr)
        number = {value: n for n, value in enumerate(self.values)}
        self.size = np.array([len(items) for items in sets], np.int64)
        self.rows = np.full((len(sets), max(1, int(self.size.max(initial=0)))), -1, np.int64)
        for row, items in zip(self.rows, sets, strict=True):
            row[: len(items)] = sorted(number[value] for value in items)

    def filled(self, i: Ints) -> Bools:
        result: Bools = self.size[i] > 0
        return result

    def both(self, i: Ints, j: Ints) -> Bools:
        return self.filled(i) & self.filled(j)

    def common(self, other: Sets, i: Ints, j: Ints) -> Ints:
        """How many values the set of ``i`` here and the other one's set of ``j`` share."""
        count = np.zeros(len(i), np.int64)
        left, right = self.size[i], other.size[j]
        filled = (left > 0) & (right > 0)
        narrow = (left <= _NARROW) & (right <= _NARROW)
        for chosen, width in ((filled & narrow, _NARROW), (filled & ~narrow, None)):
            places = np.flatnonzero(chosen)
            rows, columns = self.rows[i[places], :width], other.rows[j[places], :width]
            for value in columns.T:
                count[places] += ((rows == value[:, None]) & (value >= 0)[:, None]).sum(1)
        return count

    def meet(self, other: Sets, i: Ints, j: Ints) -> Bools:
        result: Bools = self.common(other, i, j) > 0
        return result


class Reports:
    """Which nodes of tellings are of one report, and which of those it tells as one event."""

    def __init__(self, documents: Sequence[Collection[str]], local: Sequence[frozenset[str]]) -> None:
        number = {key: n for n, key in enumerate(sorted({key for keys in documents for key in keys}))}
        held = np.zeros((len(documents), len(number)), bool)
        for row, keys in zip(held, documents, strict=True):
            row[[number[key] for key in keys]] = True
        self._held = np.packbits(held, axis=1)
        self._local = local

    def together(self, i: Ints, j: Ints) -> Bools:
        return np.asarray((self._held[i] & self._held[j]).any(axis=1), bool)

    def one(self, i: Ints, j: Ints, together: Bools) -> Bools:
        result = np.zeros(len(i), bool)
        for place in np.flatnonzero(together).tolist():
            result[place] = not self._local[i[place]].isdisjoint(self._local[j[place]])
        return result


def numbered(values: Sequence[Hashable], first: Iterable[Hashable] = ()) -> Ints:
    """Values as numbers, in the order in which they are met, those of ``first`` before all."""
    number: dict[Hashable, int] = {value: n for n, value in enumerate(first)}
    return np.array([number.setdefault(value, len(number)) for value in values], np.int64)
