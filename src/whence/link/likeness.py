"""How alike one of many sets of weighted codes is to every other.

Only sums of whole numbers are taken, so that the result is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Likeness:
    """An inverted index of rows, each a set of codes with a whole number as the weight of each."""

    def __init__(self, rows: Sequence[NDArray[np.uint64]], weights: Sequence[NDArray[np.int32]]) -> None:
        self.count = len(rows)
        sizes = np.array([len(row) for row in rows], np.int64)
        of = np.repeat(np.arange(self.count, dtype=np.int32), sizes)
        _, codes = np.unique(np.concatenate([np.zeros(0, np.uint64), *rows]), return_inverse=True)
        self._weights = np.concatenate([np.zeros(0, np.int32), *weights])
        order = np.argsort(codes, kind="stable")
        self._posted, self._weighed = of[order], self._weights[order].astype(np.float64)
        ends = np.cumsum(np.bincount(codes, minlength=1))
        self._begin, self._end = np.concatenate(([0], ends[:-1]))[codes], ends[codes]
        self._bounds = np.concatenate(([0], np.cumsum(sizes)))

    def products(self, number: int) -> Ints:
        """[count]: the sum of the products of the weights over the codes that a row shares with each, itself
        among them."""
        chosen = range(self._bounds[number], self._bounds[number + 1])
        parts = [slice(self._begin[at], self._end[at]) for at in chosen]
        if not parts:
            return np.zeros(self.count, np.int64)
        # Floating sums of whole numbers under 2^53 are exact.
        totals = np.bincount(
            np.concatenate([self._posted[part] for part in parts]),
            weights=np.concatenate(
                [self._weighed[part] * self._weights[at] for at, part in zip(chosen, parts, strict=True)]
            ),
            minlength=self.count,
        )
        return totals.astype(np.int64)
