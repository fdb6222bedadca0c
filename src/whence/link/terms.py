"""What a report is about, as a vector of its words.

Weights are whole numbers, so that sums are exact and the same reports are alike on every machine.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from whence.link.fingerprints import word_code
from whence.tables import DocumentRecords

LEAD = 250
"""Words of the body that count: the lead says what a report is about."""
TITLE = 3.0
"""Weight of a word of the title against one of the lead."""
WORDS = 80
"""Heaviest words of a document that are compared: they carry its subject (as good as all words), and
comparing stays fast."""
UNIT = 4096
"""Length of a vector."""
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Codes of a document's words and the weight of each; the sum of their squares is about ``UNIT²``."""

    codes: NDArray[np.uint64]
    weights: NDArray[np.int32]


NO_TERMS = Terms(codes=np.zeros(0, np.uint64), weights=np.zeros(0, np.int32))


def terms_of(item: DocumentRecords) -> Terms:
    """TF-IDF of the title and the lead. Term weights are frozen (``data/terms``), so that they say the same
    in every account."""
    counts: dict[str, float] = {}
    document = item.document
    for word in _WORD.findall(document.title or ""):
        counts[word.lower()] = counts.get(word.lower(), 0.0) + TITLE
    lead = 0
    for passage in item.passages:
        if passage.kind not in ("headline", "body"):
            continue
        for match in _WORD.finditer(document.text, passage.start, passage.end):
            word = match.group().lower()
            counts[word] = counts.get(word, 0.0) + 1
            lead += 1
            if lead >= LEAD:
                break
        if lead >= LEAD:
            break
    weights = [((1 + math.log(count)) * rarity(word), word) for word, count in counts.items()]
    heaviest = sorted(((-weight, word) for weight, word in weights if weight))[:WORDS]
    norm = math.sqrt(sum(weight * weight for weight, _ in heaviest))
    return Terms(
        codes=np.array([word_code(word) for _, word in heaviest], np.uint64),
        weights=np.array([round(-weight / norm * UNIT) for weight, _ in heaviest], np.int32),
    )


@cache
def _frequencies() -> tuple[int, Mapping[str, int]]:
    lines = (files("whence.data") / "terms/document_frequency.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return int(rows[0][1]), {word: int(count) for word, count in rows[1:]}


def rarity(word: str) -> float:
    """Weight of a word: the natural logarithm of one over the share of texts with it, 0 of the commonest."""
    total, counts = _frequencies()
    count = counts.get(word, 1)
    # Words in over a fifth of all texts say nothing about the subject.
    return 0.0 if count > total / 5 else math.log(total / count)
