"""Proper names: spans of words with a kind, from the tagger, trees and the rest of the document.

The tagger sees one word at a time and breaks long names ("Washington" LOC "Post" ORG). So where a name begins
and ends is decided before its kind; spans are trimmed of function words, joined where the tree says they are
one name, given the kind that most of the document's mentions of the same words speak for, and found again
where the tagger missed one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from whence.parse.known_names import known_places
from whence.parse.reading import Prediction
from whence.parse.tokenize import kind_of

Kind = Literal["PER", "ORG", "LOC"]
KINDS: Final[tuple[Kind, ...]] = ("PER", "ORG", "LOC")
_EDGE = frozenset({"ADP", "PUNCT", "CCONJ", "PRON", "AUX"})
"""Classes that no name begins or ends with."""
_CAUTION = float(np.exp(0.5))
"""Weight of "no name": on EWT dev F1 is 76.9 with it, 76.4 without, 76.7 with e."""
_INSIDE = frozenset({"flat", "compound", "goeswith"})
_NAMED = frozenset({"O", "person", "organization", "place"})
"""Head types of a name; "the Iraq War" (event) is not joined."""


class NameSpan(NamedTuple):
    """Words ``first``..``last`` of a sentence (1-based, inclusive)."""

    first: int
    last: int
    kind: Kind


class Tagged(NamedTuple):
    """One sentence: its words and what the model says of them."""

    forms: Sequence[str]
    said: Prediction
    parts: NDArray[np.float64]
    """Probability that a word begins a name, continues one, is in none [words, 3]."""
    kinds: NDArray[np.float64]
    """Probability of each of ``KINDS`` [words, 3]."""


def parts(shares: NDArray[np.float64], labels: Sequence[str]) -> NDArray[np.float64]:
    """Probabilities of BIO tags [words, tags] summed over kinds: begins, continues, is outside a name."""
    columns = [[i for i, label in enumerate(labels) if label[0] == part] for part in "BIO"]
    return np.stack([shares[:, some].sum(-1) for some in columns], axis=-1)


def kinds(shares: NDArray[np.float64], labels: Sequence[str]) -> NDArray[np.float64]:
    """Probabilities of BIO tags [words, tags] summed per kind, begun or continued."""
    columns = [[labels.index(f"{part}-{kind}") for part in "BI"] for kind in KINDS]
    return np.stack([shares[:, pair].sum(-1) for pair in columns], axis=-1)


def find(document: Sequence[Tagged]) -> list[list[NameSpan]]:
    """Names of every sentence of a document, in order, never overlapping."""
    spans = [_whole(s, _hyphenated(s, _joined(s, _trimmed(begun(s), s)))) for s in document]
    votes: dict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(len(KINDS)))
    for sentence, found in zip(document, spans, strict=True):
        for first, last, _kind in found:
            votes[_key(sentence, first, last)] += sentence.kinds[first - 1 : last].mean(0)
    kinds: dict[str, Kind] = {key: KINDS[int(score.argmax())] for key, score in votes.items()}
    return [_settled(sentence, found, kinds) for sentence, found in zip(document, spans, strict=True)]


def begun(sentence: Tagged) -> list[NameSpan]:
    """Spans of words of which each begins or continues a name, whatever its kind; the kind is the one most of
    a span's words speak for. A word that continues nothing begins a name."""
    begin, inside, outside = sentence.parts.T
    outside = outside * _CAUTION
    spans, start = list[tuple[int, int]](), None
    for word in range(len(sentence.forms)):
        named = max(begin[word], inside[word]) > outside[word]
        if start is not None and (not named or begin[word] > inside[word]):
            spans.append((start, word))
            start = None
        if named and start is None:
            start = word
    if start is not None:
        spans.append((start, len(sentence.forms)))
    return [NameSpan(a + 1, b, KINDS[int(sentence.kinds[a:b].sum(0).argmax())]) for a, b in spans]


def _key(sentence: Tagged, first: int, last: int) -> str:
    return " ".join(sentence.forms[first - 1 : last]).lower()


def _trimmed(spans: Sequence[NameSpan], sentence: Tagged) -> Iterator[NameSpan]:
    """Spans without function words and titles ("Gen.") at their edges; what is nothing else is dropped."""
    upos = sentence.said.upos
    edges = [upos[i] in _EDGE or _is_title(form) for i, form in enumerate(sentence.forms)]
    for first, last, kind in spans:
        while last >= first and edges[last - 1]:
            last -= 1
        while first <= last and edges[first - 1]:
            first += 1
        if first <= last:
            yield NameSpan(first, last, kind)


def _is_title(form: str) -> bool:
    return form.endswith(".") and kind_of(form[:-1]) == "titles"


def _joined(sentence: Tagged, spans: Iterator[NameSpan]) -> list[NameSpan]:
    """Spans grown to the whole name they are part of; parts of one name become one span."""
    found = list(spans)
    for first, last in _units(sentence):
        parts = [span for span in found if span.first <= last and span.last >= first]
        if not parts or (len(parts) == 1 and parts[0].first <= first and parts[0].last >= last):
            continue
        first, last = min(first, parts[0].first), max(last, parts[-1].last)
        own = range(first, last + 1)
        own = range(first, next((word for word in own if sentence.forms[word - 1] == "of"), last + 1))
        kind = KINDS[int(sentence.kinds[own.start - 1 : own.stop - 1].sum(0).argmax())]
        found = sorted([*(span for span in found if span not in parts), NameSpan(first, last, kind)])
    return found


def _hyphenated(sentence: Tagged, spans: list[NameSpan]) -> list[NameSpan]:
    """A given name of two parts with the name it begins ("*Jean*-Claude Juncker"), not a pair of surnames
    ("the Trump-Kim summit")."""
    found: list[NameSpan] = []
    for span in spans:
        before = found[-1] if found else None
        hyphen = before is not None and before.last + 2 == span.first and sentence.forms[before.last] == "-"
        if before is not None and hyphen and before.kind == span.kind == "PER" and span.last > span.first:
            found[-1] = NameSpan(before.first, span.last, "PER")
        else:
            found.append(span)
    return found


def _whole(sentence: Tagged, spans: list[NameSpan]) -> list[NameSpan]:
    """Spans with the known places in one piece; one that is part of a longer name stays so ("the *New York*
    Times")."""
    for first, last in known_places(sentence.forms):
        beside = [span for span in spans if span.first <= last and span.last >= first]
        if beside and all(first <= span.first and span.last <= last for span in beside):
            spans = [*(span for span in spans if span not in beside), NameSpan(first, last, "LOC")]
    return sorted(spans)


def _units(sentence: Tagged) -> Iterator[tuple[int, int]]:
    """First and last word of every name of several words that the tree shows: a proper noun with the
    capitalised words that hang on it as ``flat``, ``compound`` or ``amod``, and hyphens between them; also
    with the proper noun that "of" adds ("Gulf of Mexico", "Bank of England")."""
    said = sentence.said
    children: dict[int, list[int]] = defaultdict(list)
    for word, head in enumerate(said.head, start=1):
        if _belongs(sentence, word):
            children[head].append(word)
        elif preposition := _of(sentence, word):
            children[head] += range(preposition, word + 1)
    for word, form in enumerate(sentence.forms, start=1):
        relation = said.deprel[word - 1].partition(":")[0]
        if said.upos[word - 1] != "PROPN" or relation in _INSIDE or _is_title(form):
            continue
        if said.head_type[word - 1] not in _NAMED:
            continue
        inside, queue = {word}, [word]
        while queue:
            for child in children[queue.pop()]:
                inside.add(child)
                queue.append(child)
        first = last = word
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        while sentence.forms[first - 1] == "-":
            first += 1
        while sentence.forms[last - 1] == "-":
            last -= 1
        if first < last:
            yield first, last


def _of(sentence: Tagged, word: int) -> int | None:
    """Where "of" stands that hangs a proper noun on the proper noun right before it ("Gulf *of* Mexico")."""
    said, forms = sentence.said, sentence.forms
    head = said.head[word - 1]
    if said.deprel[word - 1].partition(":")[0] != "nmod" or not 0 < head < word:
        return None
    if said.upos[word - 1] != "PROPN" or said.upos[head - 1] != "PROPN" or _is_title(forms[head - 1]):
        return None
    between = forms[head : word - 1]
    if between[:1] != ["of"] or not all(form[:1].isupper() for form in between[1:]):
        return None  # "the Quds Force of the Revolutionary Guard" is two names
    return None if said.head_type[head - 1] == "person" else head + 1


def _belongs(sentence: Tagged, word: int) -> bool:
    """Whether a word is part of the name that its head is part of, if that is one."""
    form, relation = sentence.forms[word - 1], sentence.said.deprel[word - 1].partition(":")[0]
    if relation == "punct":
        return form == "-"
    if (relation not in _INSIDE and relation != "amod") or _is_title(form):
        return False
    upos = sentence.said.upos[word - 1]
    return upos == "PROPN" or (form[:1].isupper() and upos in ("ADJ", "NOUN", "VERB"))


def _settled(sentence: Tagged, spans: Sequence[NameSpan], kinds: dict[str, Kind]) -> list[NameSpan]:
    """Spans with the document's kind for their words, and the document's names where no tag was."""
    found = [NameSpan(first, last, kinds[_key(sentence, first, last)]) for first, last, _kind in spans]
    taken = {word for first, last, _kind in found for word in range(first, last + 1)}
    said = sentence.said
    single = (
        (word, word)
        for word in range(1, len(said.upos) + 1)
        if said.upos[word - 1] == "PROPN" and said.deprel[word - 1].partition(":")[0] not in _INSIDE
    )
    for first, last in [*_units(sentence), *single]:
        kind = kinds.get(_key(sentence, first, last))
        if kind is not None and taken.isdisjoint(range(first, last + 1)):
            found.append(NameSpan(first, last, kind))
            taken |= set(range(first, last + 1))
    return sorted(found)
