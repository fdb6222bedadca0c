"""When two spans, two names, two phrases or two sources are the same, and one-to-one matching.

All rules are symmetric and look at the text of the two sides only, never at a parse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from evals.account.telling import Phrase, Source

T = TypeVar("T")
Score = tuple[int, ...]

_DETERMINER = re.compile(r"^(?:(?:the|a|an|some)\s+)+")
_BRACKETS = re.compile(r"\([^()]*\)")
_AFTER_HEAD = re.compile(
    r"[,(\[–—]|\s(?:of|in|from|for|at|on|to|by|near|with|against|who|whom|whose|which|that|and|or)\s",
    re.IGNORECASE,
)
_WEIGHTS = (1e-4, 1e-9)
"""A thousand pairs of the highest first part weigh less than one more pair; so for the second and first."""
_LAST_WORD = re.compile(r"\w[\w'’.-]*$")


def common(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Characters that two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def normal(name: str | None) -> str:
    """A name without case, determiners, brackets, possessive and punctuation: "The U.S." is "us"."""
    plain = _BRACKETS.sub(" ", (name or "").casefold().replace("’", "'"))
    plain = re.sub(r"'s?(?=\W|$)", "", plain).replace(".", "")
    plain = " ".join(re.sub(r"[^\w]+", " ", plain).split())
    return _DETERMINER.sub("", plain)


def same_name(a: str | None, b: str | None) -> bool:
    """Equal after :func:`normal`; an unknown name equals nothing."""
    return bool(normal(a)) and normal(a) == normal(b)


def head(start: int, text: str) -> tuple[int, int]:
    """Where the head word of a noun phrase likely is: the last word before what follows the noun."""
    cut = _AFTER_HEAD.search(text, 1)
    core = text[: cut.start()] if cut else text
    core = re.sub(r"['’]s?$", "", core.rstrip(" \t\n.,;:\"”’'"))
    word = _LAST_WORD.search(core)
    return (start + word.start(), start + word.end()) if word else (start, start + len(text))


def same_span(a: tuple[int, int, str], b: tuple[int, int, str]) -> bool:
    """Two phrases (start, end, text) are the same: they share half of the longer one, or each holds the
    other's head word. "troops" is "Iranian troops"; "US" is not "US Secretary of State Mike Pompeo"."""
    shared = common(a[:2], b[:2])
    if not shared:
        return False
    if 2 * shared >= max(a[1] - a[0], b[1] - b[0]):
        return True
    return bool(common(head(a[0], a[2]), b[:2]) and common(head(b[0], b[2]), a[:2]))


def same_phrase(a: Phrase, b: Phrase) -> bool:
    """The same span or the same name."""
    return same_span((a.start, a.end, a.text), (b.start, b.end, b.text)) or same_name(a.name, b.name)


def same_source_span(a: Source, b: Source) -> bool:
    """The same span, or both withheld."""
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return a.start is None and b.start is None
    return same_span((a.start, a.end, a.text or ""), (b.start, b.end, b.text or ""))


def same_source_name(a: Source, b: Source) -> bool:
    """The same name; withheld sources are alike."""
    if "withheld" in (a.naming, b.naming):
        return a.naming == b.naming
    return same_name(a.name, b.name)


def same_source(a: Source, b: Source) -> bool:
    """The same name or the same span: gold gives one source entry, with the span of one mention, to all
    that a speaker says, so spans alone would miss "he"."""
    return same_source_name(a, b) or same_source_span(a, b)


def same_chain(
    a: Sequence[Source], b: Sequence[Source], same: Callable[[Source, Source], bool] = same_source
) -> bool:
    """Link by link the same sources; two empty chains are the same."""
    return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))


def one_to_one(
    left: Sequence[T], right: Sequence[T], score: Callable[[T, T], Score | None]
) -> list[tuple[T, T]]:
    """The largest one-to-one matching and, among those, the one whose scores add up to most.

    ``score`` is ``None`` where two may not be matched; else its first part (0 to 9) counts before the second
    (0 to 999).
    Solved exactly (Hungarian method); pairs are in the order of ``left``.
    """
    if not left or not right:
        return []
    gain = np.zeros((len(left), len(right)))
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            parts = score(x, y)
            if parts is not None:
                gain[i, j] = 1.0 + sum(part * weight for part, weight in zip(parts, _WEIGHTS, strict=False))
    rows, columns = linear_sum_assignment(gain, maximize=True)
    return [(left[i], right[j]) for i, j in zip(rows, columns, strict=True) if gain[i, j]]
