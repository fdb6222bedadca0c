"""Which phrases of a document mean the same: each mention picks an earlier one, or none (Lee et al. 2017),
and phrases of the same words are one (52.7 → 57.4 CoNLL F1 on GUM dev), however far apart.

A mention is a word that the model gives a type. A pair of mentions is scored by a small network from the
model's vectors of the two and from what can be read off their words; a mention of something new is scored
alone. Trained on GUM, whose mentions are all noun phrases and pronouns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

from whence.handover import WordRef
from whence.parse.mentions import spans
from whence.parse.runtime import session

Floats = NDArray[np.float32]
Numbers = NDArray[np.intp]

REACH = 60
"""Mentions looked back at: 93 % of the nearest antecedents of GUM train lie within them (90 % within 40,
97 % within 100, for more time)."""
_LEANING = 0.5
"""How much an antecedent may score below "something new": CoNLL F1 on GUM dev 57.4 without, 57.5 with it, on
its news 52.6 and 54.5."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "some"})
_PRONOUNS = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), 1),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), 2),
    **dict.fromkeys(("he", "him", "his", "himself"), 3),
    **dict.fromkeys(("she", "her", "hers", "herself"), 4),
    **dict.fromkeys(("it", "its", "itself"), 5),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), 6),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), 7),
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), 8),
}
"""Form → pronoun; 0 is any other word."""
_OTHER_PRONOUN = 9
_SINGULAR, _PLURAL = 1, 2
_PLURAL_PRONOUNS, _SINGULAR_PRONOUNS = (6, 7), (1, 3, 4, 5)
PAIR_FEATURES = 24
OWN_FEATURES = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedSentence:
    """What is read of a sentence: one entry per word; ``vectors`` [words, k] are the model's."""

    forms: Sequence[str]
    upos: Sequence[str]
    feats: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]
    types: Sequence[int]
    """Number of the mention type each word heads, 0 for none."""
    vectors: Floats


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a document in text order, as columns."""

    sentence: Numbers
    head: Numbers
    """0-based in the sentence."""
    first: Numbers
    last: Numbers
    kind: Numbers
    pronoun: Numbers
    name: Numbers
    number: Numbers
    definite: Numbers
    indefinite: Numbers
    form: Numbers
    """Equal numbers stand for equal head words, whatever their case."""
    text: Numbers
    """Equal numbers stand for equal phrases without their determiner."""
    initials: Numbers
    """Number of the form that the initials of the phrase spell."""
    words: list[frozenset[str]]
    vectors: Floats

    def __len__(self) -> int:
        return len(self.head)


def mentions(document: Sequence[TaggedSentence]) -> Mentions:
    """Every word with a type, and what it heads."""
    forms: dict[str, int] = {}
    columns: list[tuple[int, ...]] = []
    words: list[frozenset[str]] = []
    vectors: list[Floats] = []
    for number, sentence in enumerate(document):
        phrases = spans(sentence.heads, sentence.relations)
        for head, kind in enumerate(sentence.types):
            if not kind:
                continue
            first, last = phrases[head]
            low = [form.lower() for form in sentence.forms[first : last + 1]]
            form = sentence.forms[head].lower()
            pronoun = 0
            if sentence.upos[head] in ("PRON", "DET"):
                pronoun = _PRONOUNS.get(form, _OTHER_PRONOUN)
            bare = low[1:] if low[0] in _DEFINITE | _INDEFINITE and len(low) > 1 else low
            capitals = "".join(word[0] for word in sentence.forms[first : last + 1] if word[:1].isupper())
            columns.append(
                (
                    *(number, head, first, last, kind, pronoun),
                    sentence.upos[head] == "PROPN",
                    _number(sentence.feats[head], pronoun),
                    low[0] in _DEFINITE,
                    low[0] in _INDEFINITE,
                    forms.setdefault(form, len(forms)),
                    forms.setdefault(" ".join(bare), len(forms)),
                    forms.setdefault(capitals.lower(), len(forms)) if len(capitals) > 1 else -1,
                )
            )
            words.append(frozenset(bare))
            vectors.append(sentence.vectors[head])
    table = np.array(columns, np.intp).reshape(-1, 13)
    stacked = np.array(vectors, np.float32).reshape(len(columns), -1 if columns else 0)
    return Mentions(*table.T, words=words, vectors=stacked)  # type: ignore[misc]


def _number(feats: str, pronoun: int) -> int:
    if pronoun in _PLURAL_PRONOUNS or "Number=Plur" in feats:
        return _PLURAL
    return _SINGULAR if pronoun in _SINGULAR_PRONOUNS or "Number=Sing" in feats else 0


def pairs(count: int) -> tuple[Numbers, Numbers]:
    """Every mention with each of the ``REACH`` before it: (later, earlier)."""
    later = np.repeat(np.arange(count), np.minimum(np.arange(count), REACH))
    starts = np.cumsum(np.minimum(np.arange(count), REACH)) - np.minimum(np.arange(count), REACH)
    earlier = np.arange(len(later)) - starts[later] + np.maximum(later - REACH, 0)
    return later, earlier


def pair_features(m: Mentions, later: Numbers, earlier: Numbers) -> Floats:
    """[pairs, PAIR_FEATURES]."""
    apart = m.sentence[later] - m.sentence[earlier]
    plain = (m.pronoun[later] == 0) & (m.pronoun[earlier] == 0)
    spoken = (m.pronoun[later] > 0) & (m.pronoun[earlier] > 0)
    numbers = (m.number[later] > 0) & (m.number[earlier] > 0)
    same_sentence = apart == 0
    columns = [
        plain & (m.form[later] == m.form[earlier]),
        plain & (m.text[later] == m.text[earlier]),
        m.kind[later] == m.kind[earlier],
        spoken & (m.pronoun[later] == m.pronoun[earlier]),
        spoken & (m.pronoun[later] != m.pronoun[earlier]),
        m.pronoun[later] > 0,
        m.pronoun[earlier] > 0,
        m.name[later],
        m.name[earlier],
        m.definite[later],
        m.indefinite[later],
        m.definite[earlier],
        numbers & (m.number[later] != m.number[earlier]),
        numbers & (m.number[later] == m.number[earlier]),
        same_sentence,
        apart == 1,
        apart == 2,
        apart > 4,
        np.log1p(later - earlier) / 4,
        _shared(m, later),
        same_sentence & (m.first[earlier] <= m.first[later]) & (m.last[later] <= m.last[earlier]),
        same_sentence & (m.first[later] <= m.first[earlier]) & (m.last[earlier] <= m.last[later]),
        plain & ((m.form[later] == m.initials[earlier]) | (m.form[earlier] == m.initials[later])),
        (m.pronoun[later] > 0) & (m.sentence[later] > m.sentence[earlier]) & (m.name[earlier] > 0),
    ]
    return np.stack([column.astype(np.float32) for column in columns], axis=1)


def _shared(m: Mentions, later: Numbers) -> Floats:
    """Words that the two of a pair have in common, as a share of the shorter one; 0 for pronouns."""
    starts = np.searchsorted(later, np.arange(len(m)))
    shares = np.zeros(len(later), np.float32)
    seen: dict[str, list[int]] = {}
    for mention, words in enumerate(m.words):
        if m.pronoun[mention]:
            continue
        oldest = max(mention - REACH, 0)
        for word in words:
            for other in reversed(seen.setdefault(word, [])):
                if other < oldest:
                    break
                shares[starts[mention] + other - oldest] += 1 / min(len(words), len(m.words[other]))
            seen[word].append(mention)
    return shares


def own_features(m: Mentions) -> Floats:
    """[mentions, OWN_FEATURES]: what speaks for a mention being the first of its entity."""
    kinds = np.eye(11, dtype=np.float32)[m.kind]
    columns = [m.pronoun > 0, m.name, m.definite, m.indefinite, m.number == _PLURAL, m.pronoun == 8]
    return np.concatenate(
        [kinds, *(c.astype(np.float32)[:, None] for c in columns), np.log1p(np.arange(len(m)))[:, None] / 6],
        axis=1,
        dtype=np.float32,
    )


class Antecedents:
    """The trained pair network, from ``antecedents.onnx`` in ``folder``."""

    def __init__(self, folder: Traversable) -> None:
        self._network = session(folder / "antecedents.onnx")

    def entities(self, document: Sequence[TaggedSentence]) -> tuple[tuple[WordRef, ...], ...]:
        """Head words of the mentions of every entity with two or more."""
        found = mentions(document)
        places = list(zip(found.sentence.tolist(), (found.head + 1).tolist(), strict=True))
        return tuple(tuple(places[i] for i in group) for group in self.grouped(found))

    def grouped(self, found: Mentions) -> list[list[int]]:
        """Groups of two and more mentions that mean the same, in order."""
        if len(found) < 2:
            return []
        later, earlier = pairs(len(found))
        inputs = {
            "vectors": found.vectors,
            "own": own_features(found),
            "later": later.astype(np.int64),
            "earlier": earlier.astype(np.int64),
            "pair": pair_features(found, later, earlier),
        }
        scores, alone = self._network.run(["scores", "alone"], inputs)
        group = _Groups(len(found))
        starts = np.searchsorted(later, np.arange(len(found) + 1)).tolist()
        first: dict[int, int] = {}
        for mention in range(len(found)):
            if not found.pronoun[mention]:
                group.join(first.setdefault(int(found.text[mention]), mention), mention)
            if mention:
                best = starts[mention] + int(scores[starts[mention] : starts[mention + 1]].argmax())
                if scores[best] > alone[mention] - _LEANING:
                    group.join(int(earlier[best]), mention)
        members: dict[int, list[int]] = {}
        for mention in range(len(found)):
            members.setdefault(group.first(mention), []).append(mention)
        return [numbers for numbers in members.values() if len(numbers) > 1]


class _Groups:
    """Disjoint sets of numbers; the smallest stands for its set."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def first(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        one, other = self.first(one), self.first(other)
        self._parent[max(one, other)] = min(one, other)
