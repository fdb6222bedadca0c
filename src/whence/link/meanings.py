"""How alike words are in meaning: cosines of packaged vectors (``data/meanings``), exact on every machine."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

LENGTH = 127
"""Of the vectors, which are rounded to int8."""


def likeness(lemmas: Sequence[str]) -> NDArray[np.int32]:
    """Cosines of all pairs of lemmas in per cent, [n, n]; 0 where one has no vector. A lemma with its
    particle ("shoot_down") that has none is taken without it."""
    index, vectors = _table()
    rows = [index.get(lemma, index.get(lemma.partition("_")[0], -1)) for lemma in lemmas]
    chosen = vectors[rows].astype(np.int32)
    chosen[[i for i, row in enumerate(rows) if row < 0]] = 0
    result: NDArray[np.int32] = (chosen @ chosen.T * 100) // LENGTH**2
    return result


@cache
def _table() -> tuple[Mapping[str, int], NDArray[np.int8]]:
    folder = files("whence.data") / "meanings"
    words = (folder / "words.txt").read_text(encoding="utf-8").splitlines()
    vectors: NDArray[np.int8] = np.load(io.BytesIO((folder / "vectors.npy").read_bytes()))
    return {word: i for i, word in enumerate(words)}, vectors
