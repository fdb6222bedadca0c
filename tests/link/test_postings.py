import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.link import postings
from whence.link.postings import Postings

ROWS = st.lists(st.sets(st.integers(0, 12), max_size=6), max_size=9)


def shared(rows: list[set[int]], longest: int | None = None) -> dict[tuple[int, int], int]:
    made = Postings([np.array(sorted(row), np.uint64) for row in rows], longest=longest)
    return {
        (i, j): value
        for first, second, values in made.shared()
        for i, j, value in zip(first.tolist(), second.tolist(), values.tolist(), strict=True)
    }


@given(ROWS, st.sampled_from([1, 30, 1 << 22]), st.sampled_from([0, 1 << 30]), st.none() | st.integers(1, 4))
def test_it_finds_what_comparing_all_with_all_does(
    rows: list[set[int]], cells: int, sparse: int, longest: int | None
) -> None:
    """However many are held at a time, laid out as a table or sorted."""
    held = [code for row in rows for code in row]
    wanted = {}
    for j, row in enumerate(rows):
        for i, other in enumerate(rows[:j]):
            common = sum(held.count(code) <= (longest or len(held)) for code in row & other)
            if common:
                wanted[i, j] = common
    before = postings._CELLS, postings._SPARSE
    postings._CELLS, postings._SPARSE = cells, sparse
    try:
        assert shared(rows, longest) == wanted
    finally:
        postings._CELLS, postings._SPARSE = before
