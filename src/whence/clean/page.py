"""Saved web pages: text, title, date and outlet from the bytes given; nothing is ever fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from whence.records import PassageKind

_LATEST: Final = "2100-01-01"
"""Upper bound of a page's date where the time of capture is unknown; htmldate's own is the clock."""
_CAPTION: Final = 1_000
"""Characters of one caption; a longer ``figcaption`` is not closed."""
_BLOCK: Final = re.compile(
    "p|head|item|code|quote|list|table|row|div|body"  # of trafilatura's tree
    "|h[1-6]|li|ul|ol|tr|td|blockquote|pre|section|article|main|header|footer|figure|br|hr"
)
_UNSEEN: Final = ("head", "script", "style", "noscript", "template", "svg")
"""Elements of a page that show no text."""

_TAGS: Final[Mapping[str, PassageKind]] = {"head": "headline", "item": "body"}
"""What a tag tells of its paragraph; an item is no sub-heading though it is short."""


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


def read_page(data: bytes, *, url: str | None = None, captured: str | None = None) -> Page:
    """The report in a page: its paragraphs, separated by blank lines, and what its tags say of it.

    trafilatura finds the text, htmldate the date (in metadata and address only: a date in the text is as
    likely one of the story). Captions stand where their image stood. ``captured`` bounds the date.
    """
    import trafilatura  # late: importing it takes a second

    tree = trafilatura.load_html(data)
    if tree is None:  # too short for trafilatura, or hardly a page
        return _words(data)
    captions = _captions(tree)
    found: Any = trafilatura.bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_images=True,
        include_comments=False,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "max_date": (captured or _LATEST)[:10],
        },
    )
    if found is None or found.body is None:
        return _words(data)
    text, kinds = _joined(_paragraphs(found.body, captions))
    return Page(
        text=text,
        title=_line(found.title),
        byline=_line(found.author),
        outlet=_line(found.sitename),
        url=found.url if found.url and re.match(r"https?://[^\s/]+", found.url) else None,
        published=found.date,
        kinds=kinds,
    )


def _words(data: bytes) -> Page:
    """All the words of a page in which no article was found."""
    from lxml import etree, html
    from trafilatura.utils import decode_file

    try:
        tree = html.document_fromstring(decode_file(data))
    except (etree.ParserError, ValueError):  # no element at all; a str that declares a charset
        return Page(text="")
    for element in list(tree.iter(*_UNSEEN)):
        element.drop_tree()
    text, _ = _joined(_paragraphs(tree, {}))
    return Page(text=text)


def _captions(tree: Any) -> dict[str, str]:
    """Address of an image → its caption (``figure`` with ``img`` and ``figcaption``)."""
    found: dict[str, str] = {}
    for figure in tree.iter("figure"):
        text = next(("".join(caption.itertext()) for caption in figure.iter("figcaption")), "")
        caption = _line(text[:_CAPTION])
        if caption:
            for image in figure.iter("img"):
                found.setdefault(image.get("src") or "", caption)
    return found


def _paragraphs(body: Any, captions: Mapping[str, str]) -> Iterator[tuple[str, PassageKind | None]]:
    """The paragraphs of trafilatura's tree in document order, each with the kind its tag tells.

    Text is gathered between the starts and ends of blocks, so that nested blocks do not repeat it.
    """
    gathered: list[str] = []
    kind: PassageKind | None = None
    for element, starts in _walk(body):
        tag = element.tag if isinstance(element.tag, str) else None  # None: a comment
        if tag and _BLOCK.fullmatch(tag):
            yield "".join(gathered), kind
            gathered, kind = [], _TAGS.get(tag) if starts else None
        if starts:
            if tag == "graphic":
                yield "".join(gathered), kind
                yield captions.get(element.get("src") or "", ""), "caption"
                gathered = []
            elif tag == "lb":
                gathered.append("\n")
            gathered.append(_inline(element.text) if tag else "")
        else:
            gathered.append(" " if tag == "cell" else "")
            gathered.append(_inline(element.tail))
    yield "".join(gathered), kind


def _walk(body: Any) -> Iterator[tuple[Any, bool]]:
    """Every element twice, where it starts (True) and where it ends; a stack, for the depth is input."""
    stack = [(body, True)]
    while stack:
        element, starts = stack.pop()
        yield element, starts
        if starts:
            stack.append((element, False))
            stack.extend((child, True) for child in reversed(element))


def _joined(
    blocks: Iterator[tuple[str, PassageKind | None]],
) -> tuple[str, dict[int, PassageKind]]:
    parts: list[str] = []
    kinds: dict[int, PassageKind] = {}
    length = 0
    for block, kind in blocks:
        for line in block.split("\n"):
            paragraph = " ".join(line.split())
            if not paragraph:
                continue
            if kind is not None:
                kinds[length] = kind
            parts.append(paragraph)
            length += len(paragraph) + 2
    return "\n\n".join(parts), kinds


def _inline(value: str | None) -> str:
    """Text inside a paragraph, where a newline of the source is a space; only a line break tag breaks."""
    return (value or "").replace("\n", " ").replace("\r", " ")


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
