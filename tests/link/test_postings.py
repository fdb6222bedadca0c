import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.link import postings
from whence.link.postings import Postings

ROWS = st.lists(st.dictionaries(st.integers(0, 12), st.integers(1, 900), max_size=6), max_size=9)


def products(rows: list[dict[int, int]], longest: int | None = None) -> dict[tuple[int, int], int]:
    made = Postings(
        [np.array(list(row), np.uint64) for row in rows],
        [np.array(list(row.values()), np.int32) for row in rows],
        longest=longest,
    )
    return {
        (i, j): value
        for first, second, values in made.products()
        for i, j, value in zip(first.tolist(), second.tolist(), values.tolist(), strict=True)
    }


@given(ROWS, st.sampled_from([1, 30, 1 << 22]), st.sampled_from([0, 1 << 30]), st.none() | st.integers(1, 4))
def test_it_finds_what_comparing_all_with_all_does(
    rows: list[dict[int, int]], cells: int, sparse: int, longest: int | None
) -> None:
    """However many are held at a time, laid out as a table or sorted."""
    held = [code for row in rows for code in row]
    wanted = {}
    for j, row in enumerate(rows):
        for i, other in enumerate(rows[:j]):
            shared = [code for code in row if code in other and held.count(code) <= (longest or len(held))]
            if shared:
                wanted[i, j] = sum(row[code] * other[code] for code in shared)
    before = postings._CELLS, postings._SPARSE
    postings._CELLS, postings._SPARSE = cells, sparse
    try:
        assert products(rows, longest) == wanted
    finally:
        postings._CELLS, postings._SPARSE = before


def test_without_weights_it_counts_what_is_shared() -> None:
    rows = [np.array(codes, np.uint64) for codes in ([1, 2, 3], [2, 3], [4])]
    ((first, second, shared),) = Postings(rows).products()
    assert (first.tolist(), second.tolist(), shared.tolist()) == ([0], [1], [2])
