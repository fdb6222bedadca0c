"""Average-link agglomeration of a sparse similarity, with pairs that must stay apart.

By chains of nearest neighbours (Murtagh 1983): two clusters that are each other's nearest are merged at once.
An average is never over both that it is of, so the order of merges changes nothing but ties, and who has no
neighbour over the threshold never gets one. Memory is that of the pairs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64] | NDArray[np.int32]
Pairs = tuple[Ints, Ints]
"""``i < j`` of each pair."""
NO_PAIRS: Pairs = (np.zeros(0, np.int64), np.zeros(0, np.int64))


def agglomerate(
    count: int, pairs: Pairs, similar: Ints, threshold: int, *, apart: Pairs = NO_PAIRS
) -> list[list[int]]:
    """Clusters of ``range(count)``, ordered by their least members, in which the average similarity was at
    least ``threshold`` at each merge.

    ``similar`` is of ``pairs``, each given once; all others have 0. Clusters that hold a pair of ``apart``
    are never merged. Ties go to the lower numbers, so the result depends on the input alone.
    """
    clusters = _Clusters(count, pairs, similar, apart)
    near = similar >= threshold
    # Most have no neighbour, and no part in any merge.
    for start in np.unique(np.concatenate([side[near] for side in pairs])).tolist():
        chain = [start] if clusters.label[start] == start else []
        while chain:
            before = chain[-2] if len(chain) > 1 else None
            nearest = clusters.nearest(chain[-1], threshold, before)
            if nearest is None:
                chain.pop()
            elif nearest == before:
                merged = clusters.merge(chain.pop(), chain.pop())
                chain = chain or [merged]
            else:
                chain.append(nearest)
    members = np.argsort(clusters.label, kind="stable")
    cuts = np.flatnonzero(np.diff(clusters.label[members])) + 1
    return [group.tolist() for group in np.split(members, cuts) if len(group)]


class _Clusters:
    """Clusters, each known by its least member. The rows of their similarities go on naming former clusters
    until they are read."""

    def __init__(self, count: int, pairs: Pairs, similar: Ints, apart: Pairs) -> None:
        self.label = np.arange(count)
        self._size = np.ones(count, np.int64)
        self._members: dict[int, Ints] = {}
        self._merged: set[int] = set()
        """Whose rows name some twice."""
        self._others, self._sums = _rows(count, pairs, similar)
        self._walls, _ = _rows(count, apart, np.zeros(len(apart[0]), np.int64))

    def nearest(self, number: int, threshold: int, before: int | None) -> int | None:
        """The cluster with the greatest average similarity to one, of several ``before``, then the least;
        none if that is under the threshold or all have to stay apart."""
        others, sums = self._others[number], self._sums[number]
        labels = self.label[others]
        if number in self._merged or not np.array_equal(labels, others):
            self._merged.discard(number)
            others, where = np.unique(labels, return_inverse=True)
            sums = np.bincount(where, weights=sums).astype(np.int64)
            self._others[number], self._sums[number] = others, sums
        averages = sums / (self._size[number] * self._size[others])
        averages[others == number] = -1
        if len(self._walls[number]):
            averages[np.isin(others, self.label[self._walls[number]])] = -1
        best = averages.max(initial=-1)
        if best < threshold:
            return None
        nearest = others[averages == best].tolist()
        return before if before in nearest else int(min(nearest))

    def merge(self, a: int, b: int) -> int:
        low, high = sorted((a, b))
        moved = self._members.pop(high, np.array([high]))
        self._members[low] = np.concatenate([self._members.get(low, np.array([low])), moved])
        self.label[moved] = low
        self._merged.add(low)
        self._size[low] += self._size[high]
        for rows in (self._others, self._sums, self._walls):
            rows[low] = np.concatenate([rows[low], rows[high]])
            rows[high] = rows[high][:0]
        return low


def _rows(count: int, pairs: Pairs, values: Ints) -> tuple[list[Ints], list[Ints]]:
    """Of each, those it is in a pair with, and the values of the pairs."""
    one, other = np.concatenate(pairs), np.concatenate(pairs[::-1])
    order = np.argsort(one, kind="stable")
    cuts = np.searchsorted(one[order], np.arange(1, count))
    others: list[Ints] = list(np.split(other[order].astype(np.int32), cuts))
    sums: list[Ints] = list(np.split(np.concatenate([values, values])[order].astype(np.int32), cuts))
    return others, sums
