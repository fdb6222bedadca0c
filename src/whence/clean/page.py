"""Saved web pages: text, title, date and outlet from the bytes given; nothing is ever fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from whence.records import PassageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says. ``kinds``: offset of a paragraph in ``text`` → its kind as the tags tell."""

    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    kinds: Mapping[int, PassageKind] = field(default_factory=dict)


def read_page(data: bytes, *, url: str | None = None) -> Page:
    """The report in a page."""
    import trafilatura  # late: importing it takes a second

    return Page(text=trafilatura.extract(data, url=url) or "")
