"""What the model says of one sentence: labels, tree and relations, from the scores of its window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.parse.decode import tree
from whence.parse.runtime import Floats, Scores, softmax


@dataclass(frozen=True, slots=True)
class Prediction:
    """One entry per word."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemma: list[str]
    """Edit scripts, see :mod:`whence.parse.lemmas`."""
    name_shares: NDArray[np.float64]
    """Probability of each BIO tag of names (PER, ORG, LOC) [words, tags]."""
    head_type: list[str]
    """Type of the smallest mention the word heads, ``O`` for none."""
    head: list[int]
    """1-based, 0 for the root."""
    deprel: list[str]
    vectors: Floats
    """What coreference compares [words, k]."""


def predictions(
    scores: Scores, labels: Mapping[str, Sequence[str]], sentences: Sequence[tuple[int, int]]
) -> list[Prediction]:
    """The sentences of a window, given as (first word, one past the last)."""
    best = {
        head: _named(scores[head], labels[head]) for head in ("upos", "xpos", "feats", "lemma", "head_type")
    }
    shares = softmax(scores["name"])
    found = []
    for first, after in sentences:
        head = _heads(scores["arc"], first, after)
        found.append(
            Prediction(
                **{name: values[first:after] for name, values in best.items()},
                name_shares=shares[first:after],
                head=head.tolist(),
                deprel=_relations(scores, labels["relation"], head, first),
                vectors=scores["mention"][first:after].copy(),  # not a view, which would hold all
            )
        )
    return found


def _named(scores: Floats, labels: Sequence[str]) -> list[str]:
    return [labels[i] for i in scores.argmax(-1).tolist()]


def _heads(arc: Floats, first: int, after: int) -> NDArray[np.intp]:
    columns = np.concatenate(([0], np.arange(first + 1, after + 1)))
    return tree(arc[first:after][:, columns])


def _relations(scores: Scores, labels: Sequence[str], head: NDArray[np.intp], first: int) -> list[str]:
    """Labels of the chosen edges; ``root`` for the root and for no other word."""
    nodes = np.where(head == 0, 0, head + first)
    words = slice(first, first + len(head))
    crossed = np.matmul(scores["crossed"][words], scores["governor"][nodes][:, :, None])[:, :, 0]
    each = crossed + scores["relation_dependent"][words] + scores["relation_governor"][nodes]
    root = labels.index("root")
    each[head != 0, root] = -np.inf
    chosen = np.where(head == 0, root, each.argmax(-1))
    return [labels[i] for i in chosen.tolist()]
