"""Measures of totals, and their intervals."""

import numpy as np
import pytest
from evals.events.intervals import difference, f1, interval, macro_f1, precision, recall, share


def test_f1_precision_recall_of_right_said_gold() -> None:
    totals = np.array([3.0, 4.0, 6.0])
    assert (precision(totals), recall(totals)) == (75, 50)
    assert f1(totals) == 60


def test_nothing_to_measure_is_not_a_number_and_nothing_said_is_zero() -> None:
    assert np.isnan(f1(np.zeros(3)))
    assert np.isnan(precision(np.array([0.0, 0.0, 2.0])))
    assert f1(np.array([0.0, 0.0, 2.0])) == 0
    assert np.isnan(macro_f1(np.zeros(6)))


def test_share_of_cases() -> None:
    assert share(np.array([1.0, 8.0])) == 12.5


def test_macro_f1_is_over_the_classes_that_occur() -> None:
    # F1 2·1/(1+3) = 50 and 2·2/(2+2) = 100; the third class is neither said nor gold.
    assert macro_f1(np.array([1.0, 1, 3, 2, 2, 2, 0, 0, 0])) == 75


def test_many_totals_at_once() -> None:
    assert f1(np.array([[1.0, 1, 1], [0, 1, 1]])).tolist() == [100, 0]
    assert macro_f1(np.array([[1.0, 1, 1, 0, 1, 1], [0, 1, 1, 0, 1, 1]])).tolist() == [50, 0]


def test_sentences_that_are_all_alike_leave_no_doubt() -> None:
    assert interval(np.array([[1.0, 2.0, 2.0]] * 7), f1) == (50, 50)


def test_an_interval_holds_the_measure_and_is_the_same_again() -> None:
    counts = np.array([[1.0, 1.0]] * 30 + [[0.0, 1.0]] * 70)
    bounds = interval(counts, share)
    assert bounds is not None
    # A share of 30 of 100 has a standard error of 4.6: about 21 to 39.
    assert bounds[0] == pytest.approx(21, abs=1.5)
    assert bounds[1] == pytest.approx(39, abs=1.5)
    assert interval(counts, share) == bounds


def test_there_is_none_without_sentences_or_without_anything_to_measure() -> None:
    assert interval(np.empty((0, 3)), f1) is None
    assert interval(np.zeros((5, 3)), f1) is None
    assert difference(np.empty((0, 3)), np.empty((0, 3)), f1) is None


def test_differences_are_paired() -> None:
    ours = np.array([[1.0, 1.0], [0.0, 1.0], [1.0, 1.0]])
    assert difference(ours, ours, share) == (0, 0)
    # One is right wherever the other is wrong by one: a quarter of the cases of every sample.
    assert difference(np.array([[2.0, 4.0]] * 5), np.array([[1.0, 4.0]] * 5), share) == (25, 25)
