from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from whence.parse.decode import is_tree, tree

SCORES = st.integers(1, 40).flatmap(
    lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-9, 9, width=32))
)


def best_score(arc: np.ndarray) -> float:
    """The best score of any single-root tree, by trying all of them."""
    n = len(arc)
    return max(
        sum(arc[i, heads[i]] for i in range(n))
        for heads in product(range(n + 1), repeat=n)
        if is_tree(np.array(heads))
    )


@given(SCORES)
def test_always_a_tree_with_one_root(arc):
    assert is_tree(tree(arc))


@pytest.mark.parametrize("seed", range(30))
def test_the_best_tree_is_found(seed):
    arc = np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32)
    heads = tree(arc)
    assert sum(arc[i, heads[i]] for i in range(4)) == pytest.approx(best_score(arc), abs=1e-4)


def test_a_long_chain_of_cycles_needs_no_recursion():
    n = 300
    arc = np.zeros((n, n + 1), np.float32)
    for i in range(n):
        arc[i, (i ^ 1) + 1] = 9  # every pair of neighbours prefers each other
    assert is_tree(tree(arc))


@pytest.mark.parametrize(
    ("heads", "expected"),
    [([0], True), ([2, 1], False), ([0, 0], False), ([0, 1], True), ([2, 3, 2, 0], False)],
)
def test_is_tree(heads, expected):
    assert is_tree(np.array(heads)) is expected
