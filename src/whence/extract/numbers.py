"""Numbers in running text as ranges: "at least 20" is 20–, "hundreds" 200–, "20 to 30" both.

Values and bounding words stand in ``data/quantities/words.tsv``; words without a value of their own follow
the conventions of the gold annotation ("dozens" 24–, "hundreds" 200–).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from whence.extract.tables import rows
from whence.extract.times import head_classes, is_date_number
from whence.handover import Sentence, Word

FIGURE = re.compile(r"(?:US|NZ|A)?[$€£¥]?(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?", re.ASCII)
MAX_VALUE = 10**15
"""Larger numbers are no counts of anything in the news, and do not fit a database integer for long."""
MAX_BOUND_WORDS = 3
"""Words in the longest bounding phrase of the table ("no fewer than")."""
MIN_SOME = 10
"""Below it "some" before a number is not "about" ("some one of us")."""
SHARES = frozenset({"%", "percent", "per", "percentage", "pc"})
CURRENCIES = frozenset({"$", "€", "£", "¥", "us$"})
ARTICLES = frozenset({"a", "an", "the", "another", "other"})


@dataclass(frozen=True, slots=True)
class Number:
    """A stretch of words ``first``..``last`` (1-based) that writes a range."""

    first: int
    last: int
    low: int | None
    high: int | None
    approximate: bool
    head: Word


Read = tuple[int, int | None, int]
"""Low, high and last word of a number as it starts at a word."""


@cache
def _table(kind: str) -> Mapping[str, tuple[int | None, int | None]]:
    return {
        row["words"]: (
            int(row["low"]) if row["low"].isdigit() else None,
            int(row["high"]) if row["high"] else None,
        )
        for row in rows("quantities/words.tsv")
        if row["class"] == kind
    }


def numbers_in(sentence: Sentence) -> tuple[Number, ...]:
    """All counts of a sentence; shares, years, dates and ordinals are not counts."""
    found: list[Number] = []
    index = 1
    while index <= len(sentence.words):
        read = _read(sentence, index)
        if read is None:
            index += 1
            continue
        first = index
        least, most, last = _joined(sentence, first, *read)
        head = _head_of(sentence, first, last)
        index = last + 1
        if not _is_count(sentence, first, last, head):
            continue
        first, low, high, approximate = _bounded(sentence, first, least, most)
        last, low, high, approximate = _followed(sentence, last, low, high, approximate)
        found.append(Number(first, last, low, high, approximate, head))
    return tuple(found)


def _read(sentence: Sentence, index: int) -> Read | None:
    """The number that starts at a word ("tens of thousands", "a couple", "1.5 million"), without bounds."""
    text = _text(sentence, index)
    if text in _table("vague"):
        low = _value("vague", text)
        scale = _text(sentence, index + 2).removesuffix("s")
        if _text(sentence, index + 1) == "of" and scale in _table("scale"):
            return low * _value("scale", scale), None, index + 2
        return low, None, index
    if text in _table("exact") and sentence.word(index).upos == "NOUN":
        value = _value("exact", text)
        return value, value, index
    start = index + 1 if text in CURRENCIES else index
    return _amount(sentence, start)


def _amount(sentence: Sentence, first: int) -> Read | None:
    """A number in figures or words: a figure or small number, then scales ("two hundred thousand")."""
    total, value = 0.0, 0.0
    index, before = first, ""
    while index <= len(sentence.words):
        text = _text(sentence, index)
        figure = FIGURE.fullmatch(text)
        small = _small(text)
        if figure is not None and index == first:
            value = float(figure[1].replace(",", "") + (figure[2] or ""))
        elif small is not None and (index == first or before in {"hundred", "and", "-"} or value % 10 == 0):
            value += small
        elif text in _table("scale") and (index > first or len(text) > 2):
            scale = float(_value("scale", text))
            value = max(value, 1.0) * scale
            if scale >= 1000:
                total, value = total + value, 0.0
        elif not (text == "-" and _is_ten(before) and 0 < (_small(_text(sentence, index + 1)) or 0) < 10):
            break
        before = text
        index += 1
    if index == first:
        return None
    amount = round(total + value)
    return (amount, amount, index - 1) if amount <= MAX_VALUE else None


def _is_ten(text: str) -> bool:
    return (_small(text) or 0) in range(20, 100, 10)


def _value(kind: str, words: str) -> int:
    return _table(kind)[words][0] or 0


def _small(text: str) -> int | None:
    """Value of a number word, also hyphenated ("thirty-nine")."""
    table = _table("number")
    if text in table:
        return table[text][0]
    tens, _, unit = text.partition("-")
    if unit and tens in table and unit in table:
        return (table[tens][0] or 0) + (table[unit][0] or 0)
    return None


def _text(sentence: Sentence, index: int) -> str:
    return sentence.word(index).text.lower() if 1 <= index <= len(sentence.words) else ""


def _joined(
    sentence: Sentence, first: int, low: int, high: int | None, last: int
) -> tuple[int, int | None, int]:
    """A range of two numbers: "20 to 30", "36-40", "between 36 and 40"."""
    link = _text(sentence, last + 1)
    between = _text(sentence, first - 1) == "between" and link == "and"
    if link in {"to", "-", "–", "or"} or between:
        other = _read(sentence, last + 2) if last + 2 <= len(sentence.words) else None
        if other is not None and other[1] is not None and other[0] > low:
            scale = 1
            if low < 100 <= other[0] and _text(sentence, last + 2) in _table("number"):
                scale = 10 ** (len(str(other[0])) - 1)
            return low * scale, other[1], other[2]
    return low, high, last


def _bounded(
    sentence: Sentence, first: int, low: int, high: int | None
) -> tuple[int, int | None, int | None, bool]:
    """The range after the words before a number ("at least", "up to", "about")."""
    lower: int | None = low
    top, approximate, start = high, False, first
    if _text(sentence, start - 1) == "between":
        start -= 1
    for _ in range(2):
        follows = _text(sentence, start)
        if _text(sentence, start - 1) in ARTICLES and (
            follows in _table("scale") or follows in _table("exact") or follows == "estimated"
        ):
            start -= 1
        for length in range(MAX_BOUND_WORDS, 0, -1):
            if start - length < 1:
                continue
            phrase = " ".join(_text(sentence, i) for i in range(start - length, start))
            if phrase in _table("from"):
                top, start = None, start - length
                break
            if phrase in _table("to"):
                lower, start = None, start - length
                break
            if phrase in _table("about") and (phrase != "some" or low >= MIN_SOME):
                approximate, start = True, start - length
                break
    if _text(sentence, start) == "the":
        start += 1
    return start, lower, top, approximate


def _followed(
    sentence: Sentence, last: int, low: int | None, high: int | None, approximate: bool
) -> tuple[int, int | None, int | None, bool]:
    """The range after the words behind a number ("or more")."""
    phrase = f"{_text(sentence, last + 1)} {_text(sentence, last + 2)}"
    if phrase == "or more":
        return last + 2, low, None, approximate
    if phrase == "or so":
        return last + 2, low, high, True
    return last, low, high, approximate


def _head_of(sentence: Sentence, first: int, last: int) -> Word:
    inside = sentence.words[first - 1 : last]
    return next((w for w in inside if not first <= w.head <= last), inside[-1])


def _is_count(sentence: Sentence, first: int, last: int, head: Word) -> bool:
    if any(_text(sentence, i) in SHARES for i in (last + 1, first - 1)):
        return False
    text = _text(sentence, first)
    if len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100:
        return False
    if head.upos == "PRON" or (first == last and text == "one" and head.upos != "NUM"):
        return False
    if is_date_number(sentence, head):
        return False
    counted = sentence.head(head)
    times = head_classes()
    if times.get(_text(sentence, first - 1)) in {"name", "month"}:
        return False
    return counted is None or times.get(counted.lemma.lower()) is None
