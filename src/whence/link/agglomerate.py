"""Average-link agglomeration of a sparse similarity, with pairs that must stay apart.

By chains of nearest neighbours (Murtagh 1983): two clusters that are each other's nearest are merged at once.
An average is never over both that it is of, so the order of merges changes nothing but ties, and who has no
neighbour over the threshold never gets one. So whom something is like is asked for once, when its turn comes,
and forgotten with its cluster: memory is that of one chain, not of all pairs.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64] | NDArray[np.int32]
Pairs = tuple[Ints, Ints]
"""``i < j`` of each pair."""
Row = tuple[Ints, Ints]
"""The others that one is like, each once, and how much; all others have 0."""
NO_PAIRS: Pairs = (np.zeros(0, np.int64), np.zeros(0, np.int64))


def agglomerate(
    count: int, row: Callable[[int], Row], threshold: int, *, apart: Pairs = NO_PAIRS
) -> list[list[int]]:
    """Clusters of ``range(count)``, ordered by their least members, in which the average similarity was at
    least ``threshold`` at each merge.

    ``row`` gives whom a number is like: the same from both sides, never itself. Clusters that hold a pair of
    ``apart`` are never merged. Ties go to the lower numbers, so the result depends on the input alone.
    """
    clusters = _Clusters(count, row, apart)
    for start in range(count):
        chain = [start] if clusters.label[start] == start else []
        while chain:
            before = chain[-2] if len(chain) > 1 else None
            nearest = clusters.nearest(chain[-1], threshold, before)
            if nearest is None:
                clusters.finish(chain.pop())
            elif nearest == before:
                merged = clusters.merge(chain.pop(), chain.pop())
                chain = chain or [merged]
            else:
                chain.append(nearest)
    members = np.argsort(clusters.label, kind="stable")
    cuts = np.flatnonzero(np.diff(clusters.label[members])) + 1
    return [group.tolist() for group in np.split(members, cuts) if len(group)]


def listed(count: int, pairs: Pairs, values: Ints) -> Callable[[int], Row]:
    """The rows of a list of pairs, each given once."""
    one, other = np.concatenate(pairs), np.concatenate(pairs[::-1])
    order = np.argsort(one, kind="stable")
    bounds = np.searchsorted(one[order], np.arange(count + 1))
    others, both = other[order], np.concatenate([values, values])[order]

    def row(number: int) -> Row:
        chosen = slice(bounds[number], bounds[number + 1])
        return others[chosen], both[chosen]

    return row


class _Clusters:
    """Clusters, each known by its least member. Their rows go on naming former ones until they are read."""

    def __init__(self, count: int, row: Callable[[int], Row], apart: Pairs) -> None:
        self.label = np.arange(count)
        self._row = row
        self._rows: dict[int, Row] = {}
        """Those of the chain."""
        self._size = np.ones(count, np.int64)
        self._members: dict[int, Ints] = {}
        self._merged: set[int] = set()
        """Whose rows name some twice."""
        walls = listed(count, apart, np.zeros(len(apart[0]), np.int64))
        self._walls = {number: walls(number)[0] for number in np.unique(np.concatenate(apart)).tolist()}

    def nearest(self, number: int, threshold: int, before: int | None) -> int | None:
        """The cluster with the greatest average similarity to one, of several ``before``, then the least;
        none if that is under the threshold or all have to stay apart."""
        others, sums = self._rows[number] if number in self._rows else self._row(number)
        labels = self.label[others]
        if number in self._merged or not np.array_equal(labels, others):
            self._merged.discard(number)
            others, where = np.unique(labels, return_inverse=True)
            sums = np.bincount(where, weights=sums).astype(np.int64)
        self._rows[number] = others, sums
        averages = sums / (self._size[number] * self._size[others])
        averages[others == number] = -1
        if number in self._walls:
            averages[np.isin(others, self.label[self._walls[number]])] = -1
        best = averages.max(initial=-1)
        if best < threshold:
            return None
        nearest = others[averages == best].tolist()
        return before if before in nearest else int(min(nearest))

    def finish(self, number: int) -> None:
        """Forget whom a cluster is like that nothing is merged with any more."""
        del self._rows[number]

    def merge(self, a: int, b: int) -> int:
        low, high = sorted((a, b))
        moved = self._members.pop(high, np.array([high]))
        self._members[low] = np.concatenate([self._members.get(low, np.array([low])), moved])
        self.label[moved] = low
        self._merged.add(low)
        self._size[low] += self._size[high]
        one, other = self._rows.pop(low), self._rows.pop(high)
        self._rows[low] = np.concatenate([one[0], other[0]]), np.concatenate([one[1], other[1]])
        if high in self._walls:
            own = self._walls.get(low, np.zeros(0, np.int64))
            self._walls[low] = np.concatenate([own, self._walls.pop(high)])
        return low
