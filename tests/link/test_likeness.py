import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.link.likeness import Likeness

ROWS = st.lists(st.dictionaries(st.integers(0, 12), st.integers(1, 900), max_size=6), min_size=1, max_size=9)


@given(ROWS)
def test_it_sums_the_products_of_what_two_rows_share(rows: list[dict[int, int]]) -> None:
    likeness = Likeness(
        [np.array(list(row), np.uint64) for row in rows],
        [np.array(list(row.values()), np.int32) for row in rows],
    )
    for number, row in enumerate(rows):
        wanted = [sum(row[code] * other[code] for code in row.keys() & other.keys()) for other in rows]
        assert likeness.products(number).tolist() == wanted
