"""From counts per sentence to a measure, with 95 % bootstrap intervals over sentences (percentile method)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Value = Callable[[Array], Array]
"""Totals (…, k) → measure in percent (…), NaN where there is nothing to measure."""

ROUNDS = 1000
SEED = 20170101


def _ratio(part: Array, whole: Array) -> Array:
    some = whole > 0
    return np.where(some, 100 * part / np.where(some, whole, 1), np.nan)


def f1(totals: Array) -> Array:
    """Of right, said and gold. Nothing said of something is 0."""
    return _ratio(2 * totals[..., 0], totals[..., 1] + totals[..., 2])


def precision(totals: Array) -> Array:
    """Of right, said and gold."""
    return _ratio(totals[..., 0], totals[..., 1])


def recall(totals: Array) -> Array:
    """Of right, said and gold."""
    return _ratio(totals[..., 0], totals[..., 2])


def share(totals: Array) -> Array:
    """Of hits and cases."""
    return _ratio(totals[..., 0], totals[..., 1])


def macro_f1(totals: Array) -> Array:
    """Mean F1 of the classes that occur; totals are right, said and gold of each class, class by class."""
    classes = totals.reshape(*totals.shape[:-1], -1, 3)
    occurs = (classes[..., 1] + classes[..., 2]) > 0
    each = np.where(occurs, f1(classes), 0)
    number = occurs.sum(axis=-1)
    return np.where(number > 0, each.sum(axis=-1) / np.maximum(number, 1), np.nan)


def _resampled(counts: Array) -> Array:
    """Totals of ``ROUNDS`` samples of the sentences with replacement; the same samples for every matrix of
    as many rows, so that two coders can be compared on them."""
    number = len(counts)
    drawn = np.random.default_rng(SEED).multinomial(number, np.full(number, 1 / number), size=ROUNDS)
    totals: Array = drawn.astype(np.float64) @ counts
    return totals


def _bounds(values: Array) -> tuple[float, float] | None:
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)


def interval(counts: Array, value: Value) -> tuple[float, float] | None:
    """Of a matrix sentence × count; ``None`` where no sample measures anything."""
    return _bounds(value(_resampled(counts))) if len(counts) else None


def difference(ours: Array, theirs: Array, value: Value) -> tuple[float, float] | None:
    """Of ours less theirs, sentence by sentence the same sample (paired bootstrap)."""
    if not len(ours):
        return None
    return _bounds(value(_resampled(ours)) - value(_resampled(theirs)))
