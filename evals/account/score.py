"""Every measure of one article."""

from __future__ import annotations

from evals.account import attributions, chains, events, relations
from evals.account.counts import Tally
from evals.account.telling import Telling


def score(gold: Telling, told: Telling) -> Tally:
    """Measure → counts. Sum over articles with :func:`evals.account.counts.added`."""
    pairs = events.matched(gold, told)
    return (
        events.score(gold, told, pairs)
        | chains.score(gold, pairs)
        | attributions.score(gold, told)
        | relations.score(gold, told)
    )
