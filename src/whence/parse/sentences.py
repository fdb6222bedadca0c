"""Sentence boundaries by rule, over tokens.

A sentence ends at final punctuation (with the quotes and brackets that close after it) when what follows can
begin one; at every blank line; and at a line break, unless the line goes on: the next one starts in lower
case, or the text is wrapped at a fixed width.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from whence.parse.tokenize import kind_of, word_lists
from whence.records import Range

_FINAL = re.compile(r"[.!?…。！？]+")
_CLOSING = frozenset("\"'”’»)]}") | {"''"}
_STRAIGHT = frozenset({'"', "'", "''"})
_BREAK = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\v|\f|\x85")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n|\u2029)[^\S\r\n]*(?:\r\n|\r|\n|\u2029)")
_NOTE = re.compile(r"\[(?:\d{1,3}|[a-z ]{1,30} needed)\]")
"""Reference marks of encyclopedias and wire copy: "[2]", "[citation needed]"."""
_LOOK = 12
"""Tokens looked at on either side of a boundary; bounds the time for runs of quotes or brackets."""
_JOIN, _DIVIDE = 0.1, 0.9
"""Below the one two sentences are one, above the other a sentence is two. F1 of sentences on EWT and GUM dev
was 81.4 and 95.5 by rule, 89.6 and 96.3 at these, 87.0 and 96.2 at 0.02 and 0.98, 89.4 and 95.8 at 0.3 and
0.8 (weights of the gold stage)."""
_MIN_WRAPS, _MIN_WRAP_SHARE, _MIN_WIDTH, _MAX_WIDTH = 3, 0.8, 40, 120
"""Text is taken as wrapped at a width of 40 to 120 columns (e-mail, wire text: 65–80) if at least three
line breaks, and four in five of all inside paragraphs, stand where the next word did not fit."""


def wrap_width(text: str) -> int | None:
    """The width at which the lines of ``text`` were wrapped, ``None`` if they were not."""
    lines = _BREAK.split(text)
    width = max(map(len, lines))
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    wraps = sum(_did_not_fit(a, b, width) for a, b in pairs)
    return width if wraps >= _MIN_WRAPS and wraps >= _MIN_WRAP_SHARE * len(pairs) else None


def _did_not_fit(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def split(text: str, tokens: Sequence[Range], *, width: int | None = None) -> list[tuple[int, int]]:
    """Sentences as ``(first, last + 1)`` token numbers; together they hold every token once, in order.

    ``width`` is the :func:`wrap_width` of the document.
    """
    sentences, first = list[tuple[int, int]](), 0
    for i in range(1, len(tokens)):
        if _boundary(text, tokens, i, first, width):
            sentences.append((first, i))
            first = i
    if tokens:
        sentences.append((first, len(tokens)))
    return sentences


def _boundary(text: str, tokens: Sequence[Range], i: int, first: int, width: int | None) -> bool:
    """Whether a sentence starts at token ``i``."""
    gap = text[tokens[i - 1][1] : tokens[i][0]]
    if _BREAK.search(gap) and (
        _BLANK_LINE.search(gap) or not _line_goes_on(text, tokens[i - 1][1], tokens[i][0], width)
    ):
        return True
    if _cannot_begin(text, tokens, i) or _only_number(text, tokens[first:i] if i - first < 3 else ()):
        return False
    last = _final(text, tokens, first, i)
    final = text[slice(*tokens[last])]
    if _FINAL.fullmatch(final):
        if not gap:
            return _glued(text, tokens, last, i)
        return not final.startswith(("..", "…")) or not _letters_at(text, tokens, i).islower()
    if gap and len(final) > 1 and final.endswith("."):
        return _abbreviation_ends(final[:-1], text, tokens, i)
    return False


def _cannot_begin(text: str, tokens: Sequence[Range], i: int) -> bool:
    """Whether token ``i`` is closing or stray punctuation, a reference mark, or leads on in lower case."""
    token, following = text[slice(*tokens[i])], _letters_at(text, tokens, i)
    if token[0] in ",;:" or _closes(text, tokens[i]) or following.islower():
        return True
    stray = _FINAL.fullmatch(token) and not text[tokens[i][1] : tokens[i][1] + 1].isalnum()
    return bool(stray or _NOTE.match(text, tokens[i][0]))


def _only_number(text: str, tokens: Sequence[Range]) -> bool:
    """Whether the sentence so far is the number of a list item ("2.")."""
    forms = [text[a:b] for a, b in tokens]
    return len(forms) == 2 and forms[0].isdigit() and len(forms[0]) < 3 and forms[1] == "."


def _final(text: str, tokens: Sequence[Range], first: int, i: int) -> int:
    """The last token before ``i`` that is no closing quote, bracket or reference mark."""
    last = i - 1
    for _ in range(_LOOK):
        if last <= first:
            break
        opening = next(
            (k for k in range(last - 1, max(first, last - 5), -1) if text[tokens[k][0]] == "["), None
        )
        if opening is not None and _NOTE.fullmatch(text, tokens[opening][0], tokens[last][1]):
            last = opening - 1
        elif _closes(text, tokens[last]):
            last -= 1
        else:
            break
    return last


def _opens(text: str, token: Range) -> bool:
    """Whether a straight quotation mark opens: nothing before it, something right after it."""
    start, end = token
    before, after = text[start - 1 : start], text[end : end + 1]
    return text[start:end] in _STRAIGHT and (not before or before.isspace()) and bool(after.strip())


def _closes(text: str, token: Range) -> bool:
    return text[slice(*token)] in _CLOSING and not _opens(text, token)


def _glued(text: str, tokens: Sequence[Range], last: int, i: int) -> bool:
    """Whether a sentence was written onto the end of another ("was hit.The army", "it …Read More")."""
    before, following = text[slice(*tokens[last - 1])] if last else "", text[slice(*tokens[i])]
    return len(before) > 1 and before[-1].islower() and len(following) > 1 and following.istitle()


def _letters_at(text: str, tokens: Sequence[Range], i: int) -> str:
    """Token ``i``, or if it is punctuation the first of the next few that is not; "" if all are."""
    for start, end in tokens[i : i + _LOOK]:
        if text[start].isalnum():
            return text[start:end]
    return ""


def _abbreviation_ends(form: str, text: str, tokens: Sequence[Range], i: int) -> bool:
    """Whether an abbreviation (without its stop) ends its sentence: a capitalised function word follows."""
    if kind_of(form) in ("titles", "saints", "inner") or len(form) == 1:
        return False
    following = _letters_at(text, tokens, i)
    return following[:1].isupper() and following.lower() in word_lists()["openers"]


def _line_goes_on(text: str, end: int, start: int, width: int | None) -> bool:
    """Whether the sentence may go on over the line break between ``end`` and ``start``."""
    if text[start].islower():
        return True
    if width is None:
        return False
    line = _BREAK.split(text[max(0, end - width - 2) : end])[-1]
    return _did_not_fit(line, text[start : start + width], width)


def revised(
    text: str, sentences: Sequence[Sequence[Range]], starts: NDArray[np.float64]
) -> list[list[Range]]:
    """Sentences by rule as the model corrects them where it is sure: ``starts`` is its probability that a
    sentence starts at each of their tokens. A line break keeps two sentences apart whatever it says."""
    found = list[list[Range]]()
    number = 0
    for tokens in sentences:
        for i, token in enumerate(tokens):
            start = starts[number]
            number += 1
            if i == 0:
                begins = (
                    not found or start >= _JOIN or _BREAK.search(text, found[-1][-1][1], token[0]) is not None
                )
            else:
                begins = start >= _DIVIDE
            if begins:
                found.append([token])
            else:
                found[-1].append(token)
    return found


def bounded(
    text: str, tokens: Sequence[Range], first: int, stop: int, weights: Sequence[int], limit: int
) -> list[tuple[int, int]]:
    """Sentence ``first..stop`` cut into parts whose ``weights`` sum to ``limit`` at most.

    A cut comes after the last semicolon, colon, dash or comma in the second half of a part, else where
    the limit is reached.
    """
    parts, start, total = list[tuple[int, int]](), first, 0
    i = first
    while i < stop:
        if total + weights[i] > limit and i > start:
            cut = _safe_cut(text, tokens, start, i)
            parts.append((start, cut))
            start, total = cut, sum(weights[cut:i])
        total += weights[i]
        i += 1
    parts.append((start, stop))
    return parts


def _safe_cut(text: str, tokens: Sequence[Range], start: int, stop: int) -> int:
    for marks in (";", (":", "—", "–", "--"), ","):
        for i in range(stop - 1, (start + stop) // 2, -1):
            if text[slice(*tokens[i])] in marks:
                return i + 1
    return stop
