"""Numbers as ranges, and what they count: "at least 20 people killed" is killed 20–.

Conventions for words without a value of their own ("dozens" 24–, "hundreds" 200–) are those of the gold
annotation; they stand in ``data/quantities/words.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from whence.extract.frame import Frame
from whence.extract.phrases import agent_nouns
from whence.extract.tables import mapping, rows
from whence.extract.tree import measure, preposition
from whence.handover import QuantityCandidate, Sentence, Word
from whence.records import QuantityRole

FIGURE = re.compile(r"(?:US|NZ|A)?[$€£¥]?(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?", re.ASCII)
MAX_BOUND_WORDS = 3
"""Words in the longest bounding phrase of the table ("no fewer than")."""
MIN_SOME = 10
"""Below it "some" before a number is not "about" ("some one of us")."""
SHARES = frozenset({"%", "percent", "per", "percentage", "pc"})
COUNTS = frozenset({"nummod", "amod", "det", "compound", "nmod", "nsubj", "advmod"})
"""Relations by which a number hangs on what it counts."""
KNOWN = frozenset({"the", "these", "those", "all", "his", "her", "their", "its", "our"})
ROLE_OF: Mapping[str, QuantityRole] = {
    "killed": "killed",
    "injured": "injured",
    "arrested": "arrested",
    "displaced": "displaced",
}


@dataclass(frozen=True, slots=True)
class Number:
    """A stretch of words ``first``..``last`` (1-based) that writes a range."""

    first: int
    last: int
    low: int | None
    high: int | None
    approximate: bool
    head: Word


def quantities(frame: Frame, lemma: str) -> tuple[QuantityCandidate, ...]:
    """The quantities in a frame's slots, in text order; ``lemma`` of the event decides what those of its
    patients count, all others count people (``size``) or things (``other``)."""
    sentence = frame.sentence
    numbers = numbers_in(sentence)
    if not numbers:
        return ()
    role = ROLE_OF.get(mapping("quantities/roles.tsv", "lemma", "role").get(lemma, ""))
    undergoing = (*frame.patients, *frame.indirect, *((frame.head,) if frame.nominal else ()))
    if role and not frame.patients and not frame.nominal:
        undergoing = (*undergoing, *frame.agents)
    others = (
        *frame.agents,
        *(w for case, w in frame.obliques if case in {"of", "by", "with", "to", "from", "for"}),
    )
    found: dict[int, QuantityCandidate] = {}
    for words, given, takes_part in ((undergoing, role, False), (others, None, True)):
        for word in words:
            for number in numbers:
                if counts(sentence, number, word) and (given or not is_known(sentence, number)):
                    kind = given or ("size" if takes_part and is_people(sentence, word) else "other")
                    found.setdefault(number.first, _candidate(sentence, number, kind))
    return tuple(found[first] for first in sorted(found))


def counts(sentence: Sentence, number: Number, word: Word) -> bool:
    """Whether ``number`` is, or counts, the phrase headed by ``word``."""
    if number.first <= word.index <= number.last:
        return True
    head = number.head
    if head.head == word.index and head.relation in COUNTS and preposition(sentence, head) == "":
        return number.first < word.index
    return word.head == head.index and word.relation == "nmod" and preposition(sentence, word) == "of"


def is_known(sentence: Sentence, number: Number) -> bool:
    """Whether a number only recalls how many there are ("*both* parents", "the *two* officers")."""
    return _text(sentence, number.first) == "both" or _text(sentence, number.first - 1) in KNOWN


def is_people(sentence: Sentence, word: Word) -> bool:
    """Whether what is counted are people: by the type of the phrase, or of what "of" names."""
    of = [w for w in sentence.children(word, "nmod", "obl") if preposition(sentence, w) == "of"]
    return any(
        w.head_type in {"person", "organization"} or w.lemma.lower() in agent_nouns()
        for w in (word, measure(sentence, word), *of)
    )


def _candidate(sentence: Sentence, number: Number, role: QuantityRole) -> QuantityCandidate:
    first, last = sentence.word(number.first), sentence.word(number.last)
    return QuantityCandidate(
        role=role,
        start=first.start,
        end=last.end,
        text="",
        low=number.low,
        high=number.high,
        approximate=number.approximate,
    )


def with_text(quantity: QuantityCandidate, text: str) -> QuantityCandidate:
    """``quantity`` with its words cut from the document's ``text``."""
    return replace(quantity, text=text[quantity.start : quantity.end])


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


def _read(sentence: Sentence, index: int) -> tuple[int, int | None, int] | None:
    """(low, high, last word) of the number that starts at a word ("tens of thousands", "1.5 million")."""
    word = sentence.word(index)
    text = word.text.lower()
    if text in _table("vague"):
        low = _table("vague")[text][0] or 0
        last = index
        if _text(sentence, index + 1) == "of" and _text(sentence, index + 2) in _table("vague"):
            scale = _table("scale").get(_text(sentence, index + 2).removesuffix("s"))
            if scale is not None:
                return low * (scale[0] or 1), None, index + 2
        return low, None, last
    if text in _table("exact") and word.upos == "NOUN":
        value = _table("exact")[text][0] or 0
        return value, value, index
    value_, last = 0.0, index - 1
    total = 0.0
    while last < len(sentence.words):
        text = _text(sentence, last + 1)
        figure = FIGURE.fullmatch(text)
        small = _words_value(text)
        if figure and last == index - 1:
            value_ = float(figure[1].replace(",", "") + (figure[2] or ""))
        elif small is not None and (
            last == index - 1 or _text(sentence, last) in {"hundred", "and", "-"} or value_ % 10 == 0
        ):
            value_ += small
        elif text in _table("scale") and (
            last >= index or text in {"hundred", "thousand", "million", "billion", "dozen"}
        ):
            scale_value = float(_table("scale")[text][0] or 1)
            value_ = max(value_, 1.0) * scale_value
            if scale_value >= 1000:
                total, value_ = total + value_, 0.0
        elif (
            text == "-"
            and last >= index
            and value_ % 10 == 0
            and value_ >= 20
            and 0 < (_words_value(_text(sentence, last + 2)) or 0) < 10
        ):
            pass
        elif text in {"$", "€", "£", "us$"} and last == index - 1:
            pass
        else:
            break
        last += 1
    if last < index or (total + value_ == 0 and not any(c.isdigit() for c in _text(sentence, last))):
        return None
    if sentence.word(last).upos == "SYM":
        return None
    amount = round(total + value_)
    return amount, amount, last


def _words_value(text: str) -> int | None:
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
    bottom, top, approximate = low, high, False
    start: int = first
    lower: int | None = bottom
    if _text(sentence, start - 1) == "between":
        start -= 1
    for _ in range(2):
        if _text(sentence, start - 1) in {"a", "an", "the", "another", "other"} and _text(
            sentence, start
        ) in (_table("scale").keys() | _table("exact").keys() | {"estimated"}):
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
    if _text(sentence, start) in {"the"}:
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
    counted = sentence.head(head)
    times = mapping("phrases/time_words.tsv", "word", "class")
    if times.get(_text(sentence, first - 1)) in {"name", "month"}:
        return False
    return counted is None or times.get(counted.lemma.lower()) is None
