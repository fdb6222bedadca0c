"""Average-link agglomeration of a sparse similarity, with pairs that must stay apart."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Mapping


def agglomerate(
    count: int,
    similar: Mapping[tuple[int, int], float],
    threshold: float,
    *,
    apart: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Clusters of ``range(count)`` in which the average similarity was at least ``threshold`` at each merge.

    ``similar`` and ``apart`` are keyed by pairs ``i < j``; a pair without a similarity counts as 0, and
    clusters that hold a pair of ``apart`` are never merged. Ties go to the lower indices, so the result
    depends on the input alone.
    """
    members = {i: [i] for i in range(count)}
    links: dict[int, dict[int, float]] = {i: {} for i in range(count)}
    for (i, j), value in similar.items():
        links[i][j] = links[j][i] = value
    walls: dict[int, set[int]] = {i: set() for i in range(count)}
    for i, j in apart:
        walls[i].add(j)
        walls[j].add(i)
    heap = [(-value, i, j) for (i, j), value in similar.items() if value >= threshold]
    heapq.heapify(heap)
    fresh = count
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members or j in walls[i]:
            continue
        members[fresh] = sorted(members.pop(i) + members.pop(j))
        walls[fresh] = walls.pop(i) | walls.pop(j)
        for other in walls[fresh]:
            if other in walls:
                walls[other].add(fresh)
        sums: dict[int, float] = {}
        for old in (i, j):
            for other, total in links.pop(old).items():
                if other not in (i, j):
                    sums[other] = sums.get(other, 0.0) + total
                    links[other].pop(old, None)
        links[fresh] = sums
        for other, total in sums.items():
            links[other][fresh] = total
            average = total / (len(members[fresh]) * len(members[other]))
            if average >= threshold:
                heapq.heappush(heap, (-average, other, fresh))
        fresh += 1
    return sorted(members.values())
