"""Words to model input: WordPiece ids, word shapes and the pieces of each word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from whence.parse.wordpiece import WordPiece

Inputs = dict[str, NDArray[np.int64]]

CLS, _UNKNOWN, SEP = 101, 100, 102
_MAX_PIECES = 8
"""Pieces per word the model was trained with; the rest of a longer word is not read."""
_MAX_CHARACTERS = 100
"""A longer word is one unknown piece for WordPiece anyway; cutting it bounds the time."""
MAX_WINDOW_PIECES = 192
"""Sentences are read together up to so many pieces, as in training."""
MAX_SENTENCE_PIECES = 300
"""The encoder has 512 positions; no sentence of the treebanks has 300, and time grows with the square."""


class Encoder:
    """Turns words into the arrays that the model reads. ``vocabulary`` lists the pieces in order of id."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._wordpiece = WordPiece(vocabulary)
        self.vocabulary = frozenset(word for word in vocabulary if word.isalpha())
        """Whole words of the WordPiece vocabulary, all in lower case."""
        self.pieces = lru_cache(maxsize=50_000)(self._pieces)
        self._shape = lru_cache(maxsize=50_000)(shape)

    def _pieces(self, word: str) -> tuple[int, ...]:
        return tuple(self._wordpiece.ids(word[:_MAX_CHARACTERS])[:_MAX_PIECES]) or (_UNKNOWN,)

    def inputs(self, words: Sequence[str]) -> Inputs:
        """``ids``, ``shapes`` [pieces] and ``first``, ``last`` [words + 1]: the pieces of each word, after
        the piece that stands for the root. Nothing is padded, so a result depends on no other window."""
        ids, shapes, first, last = [CLS], [0], [0], [0]
        for word in words:
            pieces = self.pieces(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([self._shape(word)] * len(pieces))
            last.append(len(ids) - 1)
        ids.append(SEP)
        shapes.append(0)
        arrays = {"ids": ids, "shapes": shapes, "first": first, "last": last}
        return {name: np.array(values, np.int64) for name, values in arrays.items()}


def windows(sizes: Sequence[int]) -> Iterator[range]:
    """Consecutive sentences to be read together, given the pieces of each: as many as fit in
    ``MAX_WINDOW_PIECES``, or one that is longer."""
    start, used = 0, 0
    for i, size in enumerate(sizes):
        if i > start and used + size > MAX_WINDOW_PIECES:
            yield range(start, i)
            start, used = i, 0
        used += size
    if start < len(sizes):
        yield range(start, len(sizes))


def shape(word: str) -> int:
    """The case pattern of a word, which the uncased vocabulary loses (numbers fixed by training):
    0 lower, 1 Title, 2 UPPER, 3 mixed, 4 digits, 5 with digits, 6 no letter, 7 one capital."""
    if word.isdigit():
        return 4
    if any(c.isdigit() for c in word):
        return 5
    if not any(c.isalpha() for c in word):
        return 6
    if word.islower():
        return 0
    if len(word) == 1:
        return 7
    if word.isupper():
        return 2
    if word[0].isupper() and word[1:].islower():
        return 1
    return 3
