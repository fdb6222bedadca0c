from hypothesis import given
from hypothesis import strategies as st

from whence.link.agglomerate import agglomerate


def test_average_link_does_not_chain() -> None:
    # 0-1 and 1-2 are alike, 0-2 are not: the average of {0,1} to 2 is .4.
    assert agglomerate(3, {(0, 1): 0.9, (1, 2): 0.8}, 0.5) == [[0, 1], [2]]


def test_pairs_that_must_stay_apart_do_even_through_others() -> None:
    similar = {(0, 1): 1.0, (1, 2): 1.0, (0, 2): 1.0}
    assert agglomerate(3, similar, 0.5, apart=[(0, 2)]) == [[0, 1], [2]]


def test_without_similarity_everything_is_alone() -> None:
    assert agglomerate(3, {}, 0.1) == [[0], [1], [2]]


pairs = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)
)


@given(pairs, st.floats(0.05, 1))
def test_it_is_a_partition_that_respects_walls(
    similar: dict[tuple[int, int], float], threshold: float
) -> None:
    apart = sorted(similar)[:2]
    clusters = agglomerate(7, similar, threshold, apart=apart)
    assert sorted(i for cluster in clusters for i in cluster) == list(range(7))
    for i, j in apart:
        assert not any(i in cluster and j in cluster for cluster in clusters)
