"""Posting lists: which of many sets of codes share some, and how much.

Only sums of whole numbers are taken, so that the result is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Codes = NDArray[np.uint64]

_CELLS = 1 << 22
"""Numbers held at a time, which bounds memory."""
_SPARSE = 8
"""Pairs of rows for each pair of postings from which pairs are sorted rather than laid out as a table: a
judgement, which changes no result."""


class Postings:
    """An inverted index of rows, each a set of codes.

    ``weights`` are whole numbers, one for each code of each row (default 1). A code of more than ``longest``
    rows proposes no pairs.
    """

    def __init__(
        self,
        rows: Sequence[Codes],
        weights: Sequence[NDArray[np.int32]] | None = None,
        *,
        longest: int | None = None,
    ) -> None:
        sizes = np.array([len(row) for row in rows], np.int64)
        self.count = len(rows)
        self._of = np.repeat(np.arange(self.count), sizes)
        _, codes = np.unique(np.concatenate([np.zeros(0, np.uint64), *rows]), return_inverse=True)
        self._weights = np.concatenate([np.zeros(0, np.int64), *weights]) if weights else np.ones_like(codes)
        if longest is not None:
            kept = np.bincount(codes, minlength=1)[codes] <= longest
            codes, self._of, self._weights = codes[kept], self._of[kept], self._weights[kept]
        order = np.lexsort((self._of, codes))
        places = np.empty(len(order), np.int64)
        places[order] = np.arange(len(order))
        self._posted, self._weighed = self._of[order], self._weights[order]
        # Of each code of a row those rows count that come after it in the posting list.
        self._next = places + 1
        self._ahead = np.cumsum(np.bincount(codes, minlength=1))[codes] - self._next
        self._bounds = np.searchsorted(self._of, np.arange(self.count + 1))

    def products(self) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Pairs ``i < j`` of rows that share a code, and the sum of the products of their weights over the
        shared codes, as arrays, some rows at a time, in order."""
        work = np.concatenate(([0], np.cumsum(self._ahead)))[self._bounds]
        table = work[-1] * _SPARSE > self.count**2
        low = 0
        while low < self.count:
            if table:
                high = low + max(1, _CELLS // self.count)
            else:
                high = int(np.searchsorted(work, work[low] + _CELLS, side="right")) - 1
            high = min(max(high, low + 1), self.count)
            yield self._between(low, high, table=bool(table))
            low = high

    def _between(self, low: int, high: int, *, table: bool) -> tuple[Ints, Ints, Ints]:
        chosen = slice(self._bounds[low], self._bounds[high])
        lengths = self._ahead[chosen]
        own = np.repeat(np.arange(len(lengths)), lengths)
        others = np.arange(len(own)) + np.repeat(self._next[chosen] - np.cumsum(lengths) + lengths, lengths)
        cells = (self._of[chosen][own] - low) * self.count + self._posted[others]
        values = self._weights[chosen][own] * self._weighed[others]
        # Floating sums of whole numbers under 2^53 are exact.
        if table:
            totals = np.bincount(cells, weights=values)
            found = np.flatnonzero(totals)
            totals = totals[found]
        else:
            found, where = np.unique(cells, return_inverse=True)
            totals = np.bincount(where, weights=values)
        return found // self.count + low, found % self.count, totals.astype(np.int64)
