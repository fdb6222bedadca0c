"""Measure of standing relations: type and the names of both sides.

Gold names an office as the object of ``holds_office`` ("President of France"), a record the body it belongs
to ("France"): there the object counts as the same if the two relations overlap in the text.
"""

from __future__ import annotations

from evals.account.counts import Tally, overlap
from evals.account.match import Score, common, one_to_one, same_name
from evals.account.telling import Relation, Telling


def _score(a: Relation, b: Relation) -> Score | None:
    if a.type != b.type or not same_name(a.subject, b.subject):
        return None
    near = common((a.start, a.end), (b.start, b.end)) > 0
    named = same_name(a.object, b.object)
    return (named, near) if named or (near and a.type == "holds_office") else None


def score(gold: Telling, told: Telling) -> Tally:
    """The measure for one article."""
    pairs = one_to_one(gold.relations, told.relations, _score)
    return {"relations": overlap(len(pairs), len(told.relations), len(gold.relations))}
