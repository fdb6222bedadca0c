"""How far two names can be one person's: exactly, as variants (another transliteration, a nickname, a middle
name left out), or only short of a given name.

The comparison is that of record linkage (Christen, *Data Matching*, 2012, chapters 4 and 5): an encoding for
blocking, then a comparison of the parts. Arabic, Persian and Slavic names reach English in many spellings
("Qassem Suleimani", "Ghassem Soleimani"), so consonants that transliterations mix are one, doubled ones are
single, and vowels may differ where transliterations do ("o" and "u", but not "a" and "o": "Moran" is not
"Marin").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from whence.names import normal_name

Likeness = Literal["exact", "variant", "short"]
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DIGRAPHS = (
    ("sch", "s"), ("tch", "c"), ("ch", "c"), ("sh", "s"), ("kh", "h"), ("gh", "k"), ("ph", "f"), ("dh", "d"),
    ("th", "t"), ("ck", "k"), ("ks", "x"), ("dj", "j"), ("zh", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("q", "k"), ("g", "k"), ("w", "v"), ("y", "i"), ("o", "u"),
)  # fmt: skip
"""Spellings of one sound in the English romanisations of Arabic, Persian, Turkish and Russian."""
_DOUBLE = re.compile(r"(\w)\1+")
_VOWELS = re.compile(r"[aeiu]+")
_CONSONANT = re.compile(r"[^aeiu]")
_NEAR = frozenset({"ae", "ea", "ie", "ei"})
_SHORTEST = 3
"""Consonants (with a first vowel) under which an encoding says too little ("Lee", "Liu")."""


@lru_cache(1 << 14)
def _sounds(word: str) -> tuple[str, tuple[str, ...]]:
    """(consonants, runs of vowels between them) of a normal word."""
    for spelling, sound in _DIGRAPHS:
        word = word.replace(spelling, sound)
    word = _DOUBLE.sub(r"\1", word)
    return _VOWELS.sub("", word), tuple(_CONSONANT.split(word))


@lru_cache(1 << 14)
def encoding(word: str) -> str:
    """What spellings of one name have in common: "suleimani" and "soleimani" → "slmn". A word too short to
    say anything without its vowels is its own."""
    consonants, _ = _sounds(word)
    return consonants if len(consonants) >= _SHORTEST else word


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Given name or nickname → the given names it may stand for."""
    found: dict[str, set[str]] = {}
    text = files("whence").joinpath("data/names/nicknames.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        full, short = line.split("\t")
        for name in short.split(","):
            found.setdefault(name, {name}).add(full)
    return {name: frozenset(stands) for name, stands in found.items()}


def _same_word(a: str, b: str) -> bool:
    if a == b:
        return True
    first, second = _sounds(a), _sounds(b)
    if first[0] != second[0] or len(first[0]) < _SHORTEST - (a[0] == b[0]):
        return False
    return all(
        x == y or not x or not y or x + y in _NEAR or (x[0] + y[0] in _NEAR and x[-1] == y[-1])
        for x, y in zip(first[1], second[1], strict=True)
    )


def _same_given(a: str, b: str) -> bool:
    full = _nicknames()
    return _same_word(a, b) or bool(full.get(a, frozenset({a})) & full.get(b, frozenset({b})))


def _initial(a: str, b: str) -> bool:
    """Whether one is the initial of the other."""
    return min(len(a), len(b)) == 1 and a[0] == b[0]


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the middle names of one are those that the other begins with, or none."""
    return all(_same_word(a, b) or _initial(a, b) for a, b in zip(short, long, strict=False))


@lru_cache(1 << 14)
def parts(name: str) -> tuple[str, ...]:
    """Words of a person's name in normal form, generations ("Jr.") left out."""
    words = tuple(word for word in normal_name(name).split() if word not in _GENERATIONS)
    return words or (normal_name(name),)


def likeness(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    """How the :func:`parts` of two names agree; none if they cannot be one person's.

    >>> likeness(parts("Qassem Suleimani"), parts("Ghassem Soleimani"))
    'variant'
    >>> likeness(parts("J. Bolton"), parts("John R. Bolton")), likeness(parts("Bolton"), parts("John Bolton"))
    ('short', 'short')
    >>> likeness(parts("George H. Bush"), parts("George W. Bush")) is None
    True
    """
    if a == b:
        return "exact" if len(a) > 1 and len(a[0]) > 1 else "short"
    if not _same_word(a[-1], b[-1]):
        return None
    if len(a) == 1 or len(b) == 1:
        return "short"
    middle, other = sorted((a[1:-1], b[1:-1]), key=len)
    if not _within(middle, other):
        return None
    if _same_given(a[0], b[0]):
        return "variant"
    return "short" if _initial(a[0], b[0]) else None
