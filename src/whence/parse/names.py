"""Proper names: spans of words with a kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

Kind = Literal["PER", "ORG", "LOC"]
NameSpan = tuple[int, int, Kind]
"""First and last word (1-based, inclusive) and kind."""


def from_tags(tags: Sequence[str]) -> list[NameSpan]:
    """Spans of a BIO sequence; an ``I-`` that continues nothing begins a name."""
    spans, start = list[NameSpan](), None
    for i, tag in enumerate([*tags, "O"], start=1):
        if start is not None and not (tag.startswith("I-") and tag[2:] == tags[start - 1][2:]):
            spans.append((start, i - 1, cast(Kind, tags[start - 1][2:])))
            start = None
        if tag != "O" and start is None:
            start = i
    return spans
