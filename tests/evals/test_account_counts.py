"""Precision, recall and F1."""

import pytest
from evals.account.counts import Counts, added, overlap, share, wilson
from hypothesis import given
from hypothesis import strategies as st


def test_precision_recall_f1() -> None:
    counts = overlap(3, 4, 6)
    assert (counts.precision, counts.recall) == (0.75, 0.5)
    assert counts.f1 == pytest.approx(0.6)


def test_nothing_to_measure_is_none_and_one_empty_side_is_zero() -> None:
    assert Counts().f1 is None
    assert Counts().precision is None
    assert overlap(0, 0, 5).f1 == 0
    assert overlap(0, 5, 0).f1 == 0


def test_share_is_an_accuracy() -> None:
    assert share(1, 4).recall == share(1, 4).precision == share(1, 4).f1 == 0.25


def test_articles_are_added_up_before_dividing() -> None:
    total = added([{"a": overlap(1, 1, 1)}, {"a": overlap(0, 9, 1), "b": overlap(1, 1, 1)}])
    assert total == {"a": overlap(1, 10, 2), "b": overlap(1, 1, 1)}


counted = st.builds(
    lambda right, told, gold: overlap(right, right + told, right + gold),
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 9),
)


@given(counted)
def test_swapping_the_sides_swaps_precision_and_recall(counts: Counts) -> None:
    swapped = counts.swapped()
    assert (swapped.precision, swapped.recall) == (counts.recall, counts.precision)
    assert swapped.f1 == counts.f1
    assert swapped.swapped() == counts


@given(counted, counted)
def test_addition_commutes(a: Counts, b: Counts) -> None:
    assert a + b == b + a


def test_the_interval_of_a_share() -> None:
    # Eight of ten: .490 to .943 (Agresti and Coull 1998 give the same interval for Wilson's method).
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 5)[0] == pytest.approx(0, abs=1e-9)
