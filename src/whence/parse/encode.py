"""Words to model input: WordPiece ids, word shapes and the pieces of each word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Inputs = dict[str, NDArray[np.int64] | NDArray[np.float32]]

_CLS, _UNKNOWN, _SEP = 101, 100, 102
_MAX_PIECES = 8
"""Pieces per word the model was trained with; the rest of a longer word is not read."""
_MAX_CHARACTERS = 100
"""A longer word is one unknown piece for WordPiece anyway; cutting it bounds the time."""
MAX_SENTENCE_PIECES = 300
"""The encoder has 512 positions; no sentence of the treebanks has 300, and time grows with the square."""


class Encoder:
    """Turns words into the arrays that the model reads."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self.vocabulary = frozenset(word for word in tokenizer.get_vocab() if word.isalpha())
        """Whole words of the WordPiece vocabulary, all in lower case."""
        self.pieces = lru_cache(maxsize=50_000)(self._pieces)

    def _pieces(self, word: str) -> tuple[int, ...]:
        # A lone surrogate is no character: it is read as "?".
        readable = word[:_MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
        encoded = self._tokenizer.encode(readable, add_special_tokens=False).ids
        return tuple(encoded[:_MAX_PIECES]) or (_UNKNOWN,)

    def inputs(self, words: Sequence[str]) -> Inputs:
        """Arrays for one sentence: no padding, so that the result does not depend on other sentences."""
        ids, shapes, first, last = [_CLS], [0], [0], [0]
        for word in words:
            pieces = self.pieces(word)
            first.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape(word)] * len(pieces))
            last.append(len(ids) - 1)
        ids.append(_SEP)
        shapes.append(0)
        return {
            "ids": np.array([ids], np.int64),
            "shp": np.array([shapes], np.int64),
            "mask": np.ones((1, len(ids)), np.float32),
            "first": np.array([first], np.int64),
            "last": np.array([last], np.int64),
        }


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
