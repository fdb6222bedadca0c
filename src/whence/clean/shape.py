"""What a paragraph looks like: running text, a title, an item of a list. Form only, no cue words."""

from __future__ import annotations

import re
from typing import Final

_CLOSERS: Final = "\"'”’»)]}*_"
_INVISIBLE: Final = " \u200b\u200c\u200d\u200e\u200f\u202c\u2069\ufeff"
_OPENERS: Final = "\"'“‘«([{„‚"
_ACRONYM_END: Final = re.compile(r"(?:\b[A-Za-z]\.){2,}$")
_FOOTNOTES: Final = re.compile(r"(?:\s?\[\d{1,3}\]){1,10}$")
_INNER_STOP: Final = re.compile(
    r"(?:\b[a-z][\w'’-]{0,30}|\d|%|\b[A-Z]\w{5,30})[.!?][\"'”’»)\]]{0,3}\s+[\"'“‘«(\[]?[A-Z]"
)
"""The end of one sentence and the start of the next; a short capitalised word before the stop is a title
or an initial ("Gen. Roe", "U.S. Army")."""
_OPENING: Final = '"“«„'
_CLOSING: Final = '"”»“'
_QUOTE_SOURCE: Final = re.compile(r"[\"”»]\s?[—–]")
_DASHED: Final = re.compile(r"[-–—]\s?[^\s–—-].{0,76}[^\s–—-]\s?[-–—]")
_BULLET: Final = re.compile(r"(?:[-*+•‣▪►–—]|\d{1,3}[.)])\s+")

_LONG: Final = 200
"""Characters from which a paragraph is prose whatever it ends in; 99 % of the headlines in the crossdoc
collections and all of the Wikinews ones are shorter."""
_SUBHEADING_WORDS: Final = 12
_SUBHEADING: Final = 80
"""Words and characters a sub-heading or a caption without a full stop may have."""


def ends_sentence(paragraph: str) -> bool:
    """Whether the last mark is a full stop (or ``!``, ``?``), closing quotes and footnote marks aside;
    an ellipsis and an acronym's stop are not."""
    tail = _FOOTNOTES.sub("", paragraph[-80:].rstrip(_INVISIBLE)).rstrip(_CLOSERS + _INVISIBLE)
    return tail.endswith((".", "!", "?", "。")) and not tail.endswith("..") and not _ACRONYM_END.search(tail)


def is_prose(paragraph: str) -> bool:
    """Whether a paragraph is running text: it ends a sentence with a full stop, holds several sentences,
    is long, or is a quotation as a whole."""
    if len(paragraph) > _LONG or _INNER_STOP.search(paragraph):
        return True
    if paragraph[0] in _OPENING and (paragraph[-1] in _CLOSING or _QUOTE_SOURCE.search(paragraph)):
        return True
    return ends_sentence(paragraph) and not paragraph.endswith(("?", "!"))


def is_sentence(paragraph: str) -> bool:
    """Whether a paragraph reads as one or more full sentences, so that only a cue for sentences may take
    it for furniture."""
    ends = ends_sentence(paragraph) or paragraph.endswith(":") or len(paragraph) > _LONG
    return ends and len(paragraph.split()) > 5


def is_title(paragraph: str) -> bool:
    """Whether a paragraph may be the title of a report."""
    return (
        not is_prose(paragraph)
        and any(char.isalpha() for char in paragraph)
        and not paragraph.endswith((":", ";", ","))
        and not _BULLET.match(paragraph)
        and len(paragraph.split()) > 1
    )


def is_dashed(paragraph: str) -> bool:
    """Whether a paragraph is a sub-heading between dashes, as AFP sets them: "- Spy contacts -"."""
    return bool(_DASHED.fullmatch(paragraph))


def is_subheading(paragraph: str) -> bool:
    """Whether a paragraph may be a sub-heading, or a caption: short, and no mark at its end."""
    return is_dashed(paragraph) or (
        len(paragraph) <= _SUBHEADING
        and len(paragraph.split()) <= _SUBHEADING_WORDS
        and not is_prose(paragraph)
        and not paragraph.rstrip(_CLOSERS).endswith((".", "!", "?", ":", ";", ",", "…"))
        and any(char.isalpha() for char in paragraph)
        and not paragraph.lstrip(_OPENERS)[:1].islower()
        and paragraph[0] not in "-–—―"
        and not _BULLET.match(paragraph)
    )


def is_listed(paragraph: str) -> bool:
    """Whether a paragraph may be a headline in a list of links: no full stop, though a question is one."""
    return not is_prose(paragraph)


def is_cited(paragraph: str) -> bool:
    """Whether a paragraph may be an entry of a list of sources: a headline, or one line that names a
    work in quotes, an address or a date line between dashes."""
    return is_listed(paragraph) or (
        len(paragraph) <= 2 * _LONG
        and bool(re.search(r"https?://|www\.|[\"“”].{8,}[\"“”]|\s[—–]\s|\bRetrieved\b|\(\d{4}\)", paragraph))
    )


def has_word(paragraph: str) -> bool:
    """Whether there is a letter or a digit in it; rules, stars and ornaments have none."""
    return any(char.isalnum() for char in paragraph)
