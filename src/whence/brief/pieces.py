"""What a brief in words is made of, for every format to write: texts, and what each of them is.

Whoever writes a text escapes it, whatever it is. What comes from articles is on one line, without control
characters, and cut to a length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from whence.show.card import one_line

LONG = 200
"""Characters of a title or of what an event is."""
NAME = 80
"""Characters of a name of an outlet, source or value."""
LINK = 500
"""Characters of an address that can be followed; a longer one is cut and written as text."""
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    kind: Literal["plain", "strong", "id", "note", "link"] = "plain"


@dataclass(frozen=True, slots=True)
class Words:
    """A line, and the lines below it."""

    pieces: tuple[Piece, ...]
    below: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section: under each story its lines; ``closing`` is said below all."""

    title: str
    stories: tuple[tuple[str, tuple[Words, ...]], ...]
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    head: tuple[tuple[str, str], ...]
    """Labels and what they say."""
    parts: tuple[Part, ...]
    sources: tuple[tuple[int, Words], ...]
    """The passages, by their numbers."""
    foot: str


def cut(text: str | None, longest: int) -> str:
    """On one line, without control characters, and not longer than that."""
    line = one_line(text or "")
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def link(address: str) -> str | None:
    """An address that can be followed, in ASCII with everything quoted that could end it; nothing but the web
    is followed."""
    plain = one_line(address)
    if len(plain) > LINK or not _ADDRESS.fullmatch(plain):
        return None
    return quote(plain, safe="/:?#@!$&*+,;=%~-._")
