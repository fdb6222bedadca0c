"""Measures of attributions: source – cue – content, whoever or whatever they hold."""

from __future__ import annotations

from collections.abc import Sequence

from evals.account.counts import Tally, overlap, share
from evals.account.match import (
    Score,
    common,
    one_to_one,
    same_source,
    same_source_name,
    same_source_span,
)
from evals.account.telling import Attribution, Telling

Ranges = Sequence[tuple[int, int]]


def _covered(ranges: Ranges) -> list[tuple[int, int]]:
    """Ranges in order, those that touch or overlap joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def content_overlap(a: Ranges, b: Ranges) -> float:
    """F1 of the characters of two contents (Dice); 1 for two empty ones."""
    left, right = _covered(a), _covered(b)
    size = sum(end - start for start, end in left + right)
    if not size:
        return 1.0
    return 2 * sum(common(x, y) for x in left for y in right) / size


def matched(gold: Telling, told: Telling) -> list[tuple[Attribution, Attribution]]:
    """Attributions with contents more than half the same, and a source or cue in common; one to one."""
    return one_to_one(gold.attributions, told.attributions, _score)


def _score(a: Attribution, b: Attribution) -> Score | None:
    shared = content_overlap(a.content, b.content)
    cue = a.cue is not None and b.cue is not None and common(a.cue, b.cue) > 0
    source = same_source(a.source, b.source)
    if shared <= 0.5 or not (cue or source):
        return None
    return (2 * source + cue, int(shared * 900))


def score(gold: Telling, told: Telling) -> Tally:
    """All measures of this module for one article."""
    pairs = matched(gold, told)
    partner = {a.key: b.key for a, b in pairs}
    number = len(pairs)
    return {
        "attribution": overlap(number, len(told.attributions), len(gold.attributions)),
        "source": share(sum(same_source(a.source, b.source) for a, b in pairs), number),
        "source span": share(sum(same_source_span(a.source, b.source) for a, b in pairs), number),
        "source name": share(sum(same_source_name(a.source, b.source) for a, b in pairs), number),
        "source kind": share(sum(a.source.kind == b.source.kind for a, b in pairs), number),
        "naming": share(sum(a.source.naming == b.source.naming for a, b in pairs), number),
        "act": share(sum(a.act == b.act for a, b in pairs), number),
        "form": share(sum(a.form == b.form for a, b in pairs), number),
        "parent": share(
            sum((None if a.parent is None else partner.get(a.parent, "")) == b.parent for a, b in pairs),
            number,
        ),
    }
