from collections.abc import Collection, Mapping

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.link.agglomerate import agglomerate, listed

Pair = tuple[int, int]


def clusters(
    count: int, similar: Mapping[Pair, int], threshold: int, apart: Collection[Pair] = ()
) -> list[list[int]]:
    def columns(pairs: Collection[Pair]) -> tuple[np.ndarray, np.ndarray]:
        table = np.array(sorted(pairs), np.int64).reshape(-1, 2)
        return table[:, 0], table[:, 1]

    values = np.array([similar[pair] for pair in sorted(similar)], np.int64)
    row = listed(count, columns(similar), values)
    return agglomerate(count, row, threshold, apart=columns(apart))


def test_average_link_does_not_chain() -> None:
    # 0-1 and 1-2 are alike, 0-2 are not: the average of {0,1} to 2 is 40.
    assert clusters(3, {(0, 1): 90, (1, 2): 80}, 50) == [[0, 1], [2]]


def test_what_a_merge_brings_near_is_merged_too() -> None:
    assert clusters(4, {(0, 3): 90, (0, 1): 60, (1, 3): 60, (2, 3): 10}, 50) == [[0, 1, 3], [2]]


def test_pairs_that_must_stay_apart_do_even_through_others() -> None:
    similar = {(0, 1): 100, (1, 2): 100}
    assert clusters(3, similar, 50, apart=[(0, 2)]) == [[0, 1], [2]]


def test_without_similarity_everything_is_alone() -> None:
    assert clusters(3, {}, 10) == [[0], [1], [2]]
    assert clusters(0, {}, 10) == []


pairs = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] < p[1]), st.integers(0, 100)
)


def average(a: Collection[int], b: Collection[int], similar: Mapping[Pair, int]) -> float:
    return sum(similar.get((min(i, j), max(i, j)), 0) for i in a for j in b) / (len(a) * len(b))


@given(pairs, st.integers(5, 100))
def test_it_is_a_partition_that_respects_walls_and_leaves_nothing_to_merge(
    similar: dict[Pair, int], threshold: int
) -> None:
    apart = sorted(similar)[:2]
    found = clusters(
        9, {pair: value for pair, value in similar.items() if pair not in apart}, threshold, apart
    )
    assert sorted(i for cluster in found for i in cluster) == list(range(9))
    assert found == sorted(found)
    for i, j in apart:
        assert not any(i in cluster and j in cluster for cluster in found)
    allowed = {pair: value for pair, value in similar.items() if pair not in apart}
    for a in found:
        for b in found:
            walled = any((min(i, j), max(i, j)) in apart for i in a for j in b)
            assert a == b or walled or average(a, b, allowed) < threshold


@given(st.permutations(range(36)), st.integers(1, 40))
def test_without_ties_it_is_what_merging_the_nearest_first_gives(values: list[int], threshold: int) -> None:
    places = [(i, j) for j in range(9) for i in range(j)]
    # Powers of no common measure: no two averages are equal.
    similar = {pair: 1000 + value * value * 7 + value for pair, value in zip(places, values, strict=True)}
    groups = [[i] for i in range(9)]
    while len(groups) > 1:
        best, a, b = max(
            (average(a, b, similar), n, m) for m, b in enumerate(groups) for n, a in enumerate(groups[:m])
        )
        if best < threshold * 100:
            break
        groups[a] += groups.pop(b)
    assert clusters(9, similar, threshold * 100) == sorted(map(sorted, groups))
