"""MUC, B³, CEAFe and their mean, as the reference CoNLL scorer (version 8) computes them, and LEA.

Each measure is defined for partitions of one set of mentions; a system also finds mentions that gold lacks
and misses others. Pradhan et al. (2014), "Scoring Coreference Partitions of Predicted Mentions", settle what
then holds: nothing is added to either side and nothing taken away. A mention without a twin on the other side
earns nothing and stays in the denominator of its own side.

Every measure is a pair of ratios, recall and precision, and precision is recall with the sides swapped.
Numerators and denominators are summed over documents before dividing (micro-average), so a long document
weighs more than a short one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

Mention = tuple[int, int]
"""First and last word, or first and last character: any pair, as long as both sides use the same kind."""

Clusters = Sequence[frozenset[Mention]]
"""The entities of one document, each the set of its mentions. No mention is in two of them."""

_Shares = list[Counter[int]]
"""For each cluster of one side: index of a cluster of the other side → mentions they share, at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision, recall and their harmonic mean, in per cent. A ratio of nothing to nothing is 0."""

    precision: float
    recall: float
    f1: float


@dataclass(slots=True)
class _Ratios:
    """Sums over documents: what a side earned, and the most it could have earned."""

    precision_earned: float = 0.0
    precision_total: float = 0.0
    recall_earned: float = 0.0
    recall_total: float = 0.0

    def add(self, *, precision: tuple[float, float], recall: tuple[float, float]) -> None:
        """Add one document's (earned, total) of both sides."""
        self.precision_earned += precision[0]
        self.precision_total += precision[1]
        self.recall_earned += recall[0]
        self.recall_total += recall[1]

    def score(self) -> Score:
        """The ratios in per cent."""
        precision = 100 * self.precision_earned / self.precision_total if self.precision_total else 0.0
        recall = 100 * self.recall_earned / self.recall_total if self.recall_total else 0.0
        both = precision + recall
        return Score(precision=precision, recall=recall, f1=2 * precision * recall / both if both else 0.0)


class Scorer:
    """Collects documents and scores them together.

    >>> scorer = Scorer()
    >>> scorer.add([frozenset({(0, 1), (4, 4)})], [frozenset({(0, 1), (4, 4), (7, 7)})])
    >>> scorer.muc()
    Score(precision=50.0, recall=100.0, f1=66.66666666666667)
    """

    def __init__(self) -> None:
        self._muc = _Ratios()
        self._b_cubed = _Ratios()
        self._ceaf_e = _Ratios()
        self._lea = _Ratios()
        self._mentions = _Ratios()

    def add(self, gold: Clusters, system: Clusters) -> None:
        """Count one document.

        Mentions match only if they are equal. Clusters of one mention count for everything but MUC; leave
        them out with :func:`without_singletons` on both sides where gold has none, as in OntoNotes. A
        cluster of no mentions is no entity and is passed over.

        :raises ValueError: If a mention is in two clusters of one side; nothing is counted then.
        """
        golds = [cluster for cluster in gold if cluster]
        systems = [cluster for cluster in system if cluster]
        cluster_in_gold, cluster_in_system = _cluster_of(golds, "gold"), _cluster_of(systems, "system")
        gold_shares, system_shares = _shares(golds, cluster_in_system), _shares(systems, cluster_in_gold)

        self._muc.add(precision=_links(systems, system_shares), recall=_links(golds, gold_shares))
        self._b_cubed.add(precision=_overlaps(systems, system_shares), recall=_overlaps(golds, gold_shares))
        # φ4 of an entity with itself is 1, so the most that a side can earn is its number of entities.
        similar = _best_alignment(golds, systems, gold_shares)
        self._ceaf_e.add(precision=(similar, len(systems)), recall=(similar, len(golds)))
        self._lea.add(
            precision=_resolved(systems, golds, system_shares), recall=_resolved(golds, systems, gold_shares)
        )
        common = len(cluster_in_gold.keys() & cluster_in_system.keys())
        self._mentions.add(precision=(common, len(cluster_in_system)), recall=(common, len(cluster_in_gold)))

    def muc(self) -> Score:
        """Links: of those needed to tie each gold entity together, how many the system has.

        Vilain et al. (1995), "A Model-Theoretic Coreference Scoring Scheme". Blind to singletons: documents
        that hold nothing else score 0, even if the system is right.
        """
        return self._muc.score()

    def b_cubed(self) -> Score:
        """Mentions: how much of each gold mention's entity is in its system entity, averaged over mentions.

        Bagga & Baldwin (1998), "Algorithms for Scoring Coreference Chains"; a mention without a twin
        contributes 0, as in Pradhan et al. (2014).
        """
        return self._b_cubed.score()

    def ceaf_e(self) -> Score:
        """Entities: the similarity φ4 of gold and system entities, paired one to one as well as possible.

        Luo (2005), "On Coreference Resolution Performance Metrics".
        """
        return self._ceaf_e.score()

    def lea(self) -> Score:
        """Links of each entity that the other side has, weighted by the entity's size.

        Moosavi & Strube (2016), "Which Coreference Evaluation Metric Do You Trust?". An entity of one
        mention has one link, to itself, which an entity of one mention on the other side has too.
        """
        return self._lea.score()

    def conll(self) -> float:
        """The mean F1 of MUC, B³ and CEAFe, in per cent: what the CoNLL-2012 task ranked systems by."""
        return (self.muc().f1 + self.b_cubed().f1 + self.ceaf_e().f1) / 3

    def mentions(self) -> Score:
        """Mentions found, whatever cluster they are in: exact matches between the sets of both sides."""
        return self._mentions.score()


def without_singletons(clusters: Iterable[frozenset[Mention]]) -> list[frozenset[Mention]]:
    """The clusters of two mentions or more, in their order."""
    return [cluster for cluster in clusters if len(cluster) > 1]


def _cluster_of(clusters: Clusters, side: str) -> dict[Mention, int]:
    """Mention → index of its cluster.

    The reference scorer keeps a repeated mention of the system in the cluster listed first, and gives up
    after ten. Here one is enough: which cluster is listed first should not decide a score.
    """
    found: dict[Mention, int] = {}
    for index, cluster in enumerate(clusters):
        for mention in cluster:
            if mention in found:
                raise ValueError(f"mention {mention} is in two {side} clusters")
            found[mention] = index
    return found


def _shares(clusters: Clusters, other_cluster_of: dict[Mention, int]) -> _Shares:
    """What each cluster shares with the clusters of the other side, given the index of each mention there."""
    return [
        Counter(other_cluster_of[mention] for mention in cluster if mention in other_cluster_of)
        for cluster in clusters
    ]


def _links(clusters: Clusters, shares: _Shares) -> tuple[int, int]:
    """MUC of one side: links the other side has, and links needed.

    ``n`` mentions need ``n - 1`` links. The other side cuts a cluster into parts, each mention without a twin
    being a part of its own; ``parts - 1`` links are missing, so it has ``n - parts``.
    """
    present = needed = 0
    for cluster, share in zip(clusters, shares, strict=True):
        parts = len(share) + len(cluster) - share.total()
        present += len(cluster) - parts
        needed += len(cluster) - 1
    return present, needed


def _resolved(clusters: Clusters, others: Clusters, shares: _Shares) -> tuple[float, int]:
    """LEA of one side: the sum over its clusters of size × share of their links resolved, and of sizes. A
    singleton's link is to itself, and resolved if the mention is a singleton on the other side too."""
    earned = 0.0
    for cluster, share in zip(clusters, shares, strict=True):
        size = len(cluster)
        if size == 1:
            earned += sum(len(others[index]) == 1 for index in share)
        else:
            earned += size * sum(n * (n - 1) for n in share.values()) / (size * (size - 1))
    return earned, sum(len(cluster) for cluster in clusters)


def _overlaps(clusters: Clusters, shares: _Shares) -> tuple[float, int]:
    """B³ of one side: the sum over its mentions of |own ∩ other cluster| / |own cluster|, and their number.

    The mentions that two clusters share all have the same value, so ``n`` of them add ``n * n / |own|``.
    """
    earned = sum(
        sum(shared * shared for shared in share.values()) / len(cluster)
        for cluster, share in zip(clusters, shares, strict=True)
    )
    return earned, sum(len(cluster) for cluster in clusters)


def _best_alignment(golds: Clusters, systems: Clusters, shares: _Shares) -> float:
    """CEAFe: the largest sum of φ4 over one-to-one pairs of entities; φ4(K, R) = 2 |K ∩ R| / (|K| + |R|).

    ``shares`` is that of the gold clusters. The matrix of similarities is gold by system.
    """
    similarity = np.zeros((len(golds), len(systems)))
    for row, (gold, share) in enumerate(zip(golds, shares, strict=True)):
        for column, shared in share.items():
            similarity[row, column] = 2 * shared / (len(gold) + len(systems[column]))
    rows, columns = linear_sum_assignment(similarity, maximize=True)
    return float(similarity[rows, columns].sum())
