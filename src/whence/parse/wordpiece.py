"""WordPiece of BERT uncased: the ids of the pieces that a word is made of.

Two steps, as in BERT (Devlin et al. 2019, "BERT: Pre-training of Deep Bidirectional Transformers"). First
the word is normalised: control characters go, letters lose case and accents, and white space, every
punctuation mark and every Chinese character end a part. Then each part is cut into the longest pieces of the
vocabulary from left to right (Wu et al. 2016, "Google's Neural Machine Translation System", section 4.1); a
part that cannot be cut to its end is one unknown piece.

The model was trained on the ids of the ``tokenizers`` library with ``BertNormalizer`` (text cleaned, Chinese
characters apart, lower case, no accents), ``BertPreTokenizer`` and ``WordPiece``; these are the same ids for
every character of Unicode. There is one deliberate difference: the library reads "[SEP]" or "[MASK]" written
in the text as the special token, so that an article could end a sentence of the model's input or blank a word
of it. Here text is text, and "[SEP]" is three parts like any other word in brackets. No text gives a special
token, except "[UNK]" for what is unknown. (The library does so too if its ``encode_special_tokens`` is set.)
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Sequence

_UNKNOWN = "[UNK]"
_CONTINUES = "##"
"""How a piece begins that continues a part."""
_MAX_PART = 100
"""A part with more characters is one unknown piece (``max_input_chars_per_word``)."""
_MAX_REMEMBERED = 20_000
"""Characters; more than any honest text has, so that only text made to fill the memory reads slower."""

_CHINESE = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002a6df\U0002a700-\U0002b81f"
    r"\U0002b920-\U0002ceaf\U0002f800-\U0002fa1f]"
)
"""Each of these is a part of its own: Chinese has no spaces between words. U+2B820 to U+2B91F are missing by
a slip of the library, with which the model was trained."""

# The library's tables of categories are of Unicode 8, Python's of 14 (3.11) or later. The two tables below
# take Python's back to them, so that the ids also do not depend on the version of Python. They were made by
# comparing all code points alone and inside a word, with the tables of Unicode 14 and of Unicode 18.
_NEWER = re.compile(
    r"[\u05c8-\u05c9\u061d\u07fd\u0890-\u08e2\u09fd-\u09fe\u0a76\u0afa-\u0aff\u0b53-\u0b55\u0c04-\u0c3c\u0c77"
    r"\u0c84\u0d00\u0d3b-\u0d3c\u0d81\u0eba\u0ece\u180f-\u1886\u1abf-\u1af0\u1b4e-\u1b4f\u1b7d-\u1b7f"
    r"\u1df6-\u1dfb\u2e43-\u2e63\ua82c\ua8c5\ua8ff\ua9bd\U00010d24-\U00010f89\U00011070-\U00011074"
    r"\U000110c2-\U000110cd\U000111cf\U0001123e-\U00011241\U0001133b\U000113bb-\U0001145e"
    r"\U00011660-\U0001166c\U000116b9\U0001182f-\U00011fff\U00012ff1-\U0001612f\U00016d6a-\U00016f4f"
    r"\U00016fe2-\U00016fe4\U0001cf00-\U0001d128\U0001d25b-\U0001d25c\U0001e000-\U0001e6f5"
    r"\U0001e944-\U0001e95f]"
)
"""Marks, punctuation and format characters of Unicode 9 and later, which the library takes for letters. The
stretches run on over letters that no piece has, for which it makes no difference."""
_CHANGED = {"\u1734": "Mn", "\U0001171e": "Mn", "\u166d": "Po", "\U000111c9": "Po"}
"""Categories in Unicode 8 of characters that were given another one since."""


class WordPiece:
    """Cuts single words into pieces of a vocabulary.

    Time grows linearly with the length of the word. Nothing is cached but what each character is read as.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """``vocabulary``: all pieces, in lower case and without accents; piece i has id i, and a piece that
        continues a part begins with "##". ``ValueError`` if "[UNK]" is not among them."""
        self._unknown = vocabulary.index(_UNKNOWN)
        self._initial: dict[str, int] = {}
        self._continuing: dict[str, int] = {}
        for number, piece in enumerate(vocabulary):
            if piece.startswith(_CONTINUES):
                self._continuing[piece.removeprefix(_CONTINUES)] = number
            else:
                self._initial[piece] = number
        self._longest = max(map(len, (*self._initial, *self._continuing)))
        self._readings = _Readings()

    def ids(self, word: str) -> list[int]:
        """Ids of the pieces of ``word`` in order; none if nothing in it can be read (control characters,
        white space, combining marks without a letter).

        ``word`` may be any string: what stands on both sides of white space is cut as two words, and a lone
        surrogate, which the library refuses, is read as "?".
        """
        ids: list[int] = []
        for part in word.translate(self._readings).split():
            if (whole := self._initial.get(part)) is not None:
                ids.append(whole)
            else:
                ids += self._cut(part)
        return ids

    def _cut(self, part: str) -> list[int]:
        """Ids of the longest pieces of ``part``, from left to right; the unknown one if none fits."""
        length = len(part)
        if length > _MAX_PART:
            return [self._unknown]
        ids: list[int] = []
        pieces, start = self._initial, 0
        while start < length:
            for end in range(min(length, start + self._longest), start, -1):
                if (piece := pieces.get(part[start:end])) is not None:
                    break
            else:
                return [self._unknown]
            ids.append(piece)
            pieces, start = self._continuing, end
        return ids


class _Readings(dict[int, str]):
    """Code point → what is read for it, a table for ``str.translate`` that fills itself.

    A table is enough, although accents are found by canonical decomposition (NFD) of the whole word: marks
    that decomposition reorders are either stripped or in no piece, so that their order does not matter; and
    the library lower-cases character by character ("Σ" at the end of a word is "σ", not "ς").
    """

    def __missing__(self, code: int) -> str:
        reading = _reading(chr(code))
        if len(self) < _MAX_REMEMBERED:
            self[code] = reading
        return reading


def _reading(character: str) -> str:
    """What is read for ``character``: nothing, a blank, letters, or a part between blanks."""
    category = _category(character)
    if character in "\t\n\r" or category.startswith("Z"):
        return " "
    if category in ("Cc", "Cf", "Co") or character == "\ufffd":
        return ""
    if category == "Cs":
        return " ? "
    decomposed = unicodedata.normalize("NFD", character)
    letters = "".join(c for c in decomposed if _category(c) != "Mn").lower()
    if _CHINESE.match(character):
        return f" {letters} "
    # after decomposition, because some characters decompose into a mark ("\u037e", the Greek question mark)
    return "".join(f" {c} " if _is_punctuation(c) else c for c in letters)


def _is_punctuation(character: str) -> bool:
    """Whether ``character`` is a part of its own; "$" and "+" are, "£" and "×" are not."""
    return character in string.punctuation or _category(character).startswith("P")


def _category(character: str) -> str:
    """General category in Unicode 8; "Lo" for later marks, punctuation and format characters."""
    if _NEWER.match(character):
        return "Lo"
    return _CHANGED.get(character) or unicodedata.category(character)
