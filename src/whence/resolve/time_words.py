"""The closed word classes of English time expressions (``data/times/time_words.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def word_class(name: str) -> Mapping[str, str]:
    """Lower-case word → value, for one class (``weekday``, ``month``, ``unit`` …)."""
    table = files("whence").joinpath("data/times/time_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:] if line)
    return {word: value for word, kind, _, value in rows if kind == name}


@cache
def numbers(name: str) -> Mapping[str, int]:
    """As :func:`word_class`, with integer values."""
    return {word: int(value) for word, value in word_class(name).items()}


@cache
def alternatives(name: str) -> str:
    """The words of a class as a regular expression, longest first."""
    return "|".join(re.escape(word) for word in sorted(word_class(name), key=lambda w: (-len(w), w)))


_TENS_AND_ONE = re.compile(r"([a-z]+)[- ]([a-z]+)")


def number(text: str) -> int | None:
    """``ten``, ``a``, ``twenty-five`` or ``10`` as an integer; ``None`` for anything else."""
    word = text.strip(" []").lower()
    if word.isascii() and word.isdigit():
        return int(word)
    known = numbers("number")
    if word in known:
        return known[word]
    pair = _TENS_AND_ONE.fullmatch(word)
    if pair and known.get(pair[1], 0) >= 20 and 0 < known.get(pair[2], 0) < 10:
        return known[pair[1]] + known[pair[2]]
    return None


def ordinal_number(word: str) -> int:
    """``third`` or ``3rd`` as an integer."""
    known = numbers("ordinal").get(word.lower())
    return known if known is not None else int(re.sub(r"\D", "", word))
