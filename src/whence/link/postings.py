"""Posting lists: which of many sets of codes share some, and how many."""

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
    """An inverted index of rows, each a set of codes. One of more than ``longest`` rows proposes no pairs."""

    def __init__(self, rows: Sequence[Codes], *, longest: int | None = None) -> None:
        sizes = np.array([len(row) for row in rows], np.int64)
        self.count = len(rows)
        self._of = np.repeat(np.arange(self.count), sizes)
        _, codes = np.unique(np.concatenate([np.zeros(0, np.uint64), *rows]), return_inverse=True)
        if longest is not None:
            kept = np.bincount(codes, minlength=1)[codes] <= longest
            codes, self._of = codes[kept], self._of[kept]
        order = np.lexsort((self._of, codes))
        places = np.empty(len(order), np.int64)
        places[order] = np.arange(len(order))
        self._posted = self._of[order]
        # Of each code of a row those rows count that come after it in the posting list.
        self._next = places + 1
        self._ahead = np.cumsum(np.bincount(codes, minlength=1))[codes] - self._next
        self._bounds = np.searchsorted(self._of, np.arange(self.count + 1))

    def shared(self) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Pairs ``i < j`` of rows that share codes, and how many, as arrays, some rows at a time."""
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
        if table:
            totals = np.bincount(cells)
            found = np.flatnonzero(totals)
            totals = totals[found]
        else:
            found, totals = np.unique(cells, return_counts=True)
        return found // self.count + low, found % self.count, totals
