"""Utterances: the same words in quotation marks are one statement, whoever prints them and however the
speaker is called there.

Direct quotations are compared by the share of their longer words, not by their order, so that two
translations of a statement and two ways of cutting it are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from whence.assess.assertions import Assertion
from whence.assess.roots import Root

SHARED = 0.6
"""Of the shorter quotation's words: "most of its words". Two translations of one sentence share about that
much, two sentences on one event their names and little else. A judgement; no gold exists."""
WORDS = 5
"""Fewest distinct words of a quotation that is compared: "it was a massacre" may be anyone's."""
_QUOTED = re.compile('[“"«]([^“”"«»]+)[”"»]')
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
"""Words of four letters and more; shorter ones are in any sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Words that an assertion quotes."""

    root: Root
    document_id: str
    outlet: str
    words: frozenset[str]

    def same_as(self, other: Utterance) -> bool:
        shared = len(self.words & other.words)
        return shared >= SHARED * min(len(self.words), len(other.words))


def utterances(group: Iterable[Assertion]) -> list[Utterance]:
    """The direct words behind a group of assertions, long enough to be told from others."""
    found: dict[Utterance, None] = {}
    for item in group:
        words = frozenset(word.casefold() for word in _WORD.findall(_quoted(item)))
        if len(words) >= WORDS:
            outlet = item.document.outlet or item.document.path or item.document.document_id
            told = Utterance(
                root=item.root, document_id=item.document.document_id, outlet=outlet, words=words
            )
            found.setdefault(told)
    return list(found)


def _quoted(item: Assertion) -> str:
    """The content of the innermost speaker's direct words; of mixed speech what stands in quotation marks."""
    if not item.chain or item.chain[0].form == "indirect":
        return ""
    innermost = item.chain[0]
    texts = [item.document.text[start:end] for start, end in innermost.content]
    if innermost.form == "direct":
        return " ".join(texts)
    return " ".join(words for text in texts for words in _QUOTED.findall(text))


def same_words(group: Iterable[Assertion]) -> dict[tuple[Root, Root], str]:
    """(root, root), both ways round → the evidence that in different reports they are quoted with the same
    words; (root, root) itself where one root is quoted so by several."""
    found: dict[tuple[Root, Root], str] = {}
    for a, b in combinations(utterances(group), 2):
        if a.document_id != b.document_id and a.same_as(b):
            shared = len(a.words & b.words)
            outlets = " and ".join(sorted({a.outlet, b.outlet}))
            why = f"one utterance: {shared} words shared by the quotations in {outlets}"
            found[a.root, b.root] = found[b.root, a.root] = max(why, found.get((a.root, b.root), why))
    return found
