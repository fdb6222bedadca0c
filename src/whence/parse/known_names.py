"""Names of several words that are known beforehand ("New Hampshire", "Democratic Republic of the Congo")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

_PARTS = re.compile(r"(?=['’]s\b)|(?=-)|(?<=-)")
"""Where the tokenizer parts words: before a clitic, around a hyphen."""


@cache
def _by_first_word() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First word → the names that begin with it, longest first, in words as the tokenizer has them."""
    table = files("whence").joinpath("data/names/places.tsv").read_text(encoding="utf-8")
    found: dict[str, set[tuple[str, ...]]] = {}
    for line in table.splitlines()[1:]:
        words = tuple(part for word in line.split() for part in _PARTS.split(word))
        found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(names, key=lambda n: (-len(n), n))) for first, names in found.items()}


def known_places(forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last word (1-based) of the known places in a sentence; the longest of those that begin at a
    word, never overlapping."""
    names, at = _by_first_word(), 0
    while at < len(forms):
        name = next((n for n in names.get(forms[at], ()) if tuple(forms[at : at + len(n)]) == n), None)
        if name is not None:
            yield at + 1, at + len(name)
        at += len(name or (None,))
