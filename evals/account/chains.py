"""Who says so: the innermost ("terminal") source of an event and its whole chain of sources.

An accuracy over matched mentions asks "where an event was found, is its source right"; over all gold events
("of all gold") one that was not found counts as wrong.
"""

from __future__ import annotations

from collections.abc import Sequence

from evals.account.counts import Counts, Tally, overlap, share
from evals.account.match import same_chain, same_source_name
from evals.account.telling import Event, Source, Telling

Pairs = Sequence[tuple[Event, Event]]
Chain = tuple[Source, ...]


def same_terminal(a: Chain, b: Chain) -> bool:
    """The innermost sources are the same, or both tellings are the article's own."""
    return same_chain(a[:1], b[:1])


def score(gold: Telling, pairs: Pairs) -> Tally:
    """All measures of this module for one article."""
    chains = [(a.chain, b.chain) for a, b in pairs]
    attributed = sum(bool(event.chain) for event in gold.events)
    terminal = sum(same_terminal(a, b) for a, b in chains)
    whole = sum(same_chain(a, b) for a, b in chains)
    return {
        "terminal source": share(terminal, len(chains)),
        "terminal source where attributed": _attributed(
            chains, sum(bool(a) and same_terminal(a, b) for a, b in chains)
        ),
        "chain": share(whole, len(chains)),
        "chain where attributed": _attributed(chains, sum(bool(a) and same_chain(a, b) for a, b in chains)),
        "chain where attributed, by names alone": _attributed(
            chains, sum(bool(a) and same_chain(a, b, same_source_name) for a, b in chains)
        ),
        "chain of two or more": overlap(
            sum(len(a) > 1 and same_chain(a, b) for a, b in chains),
            sum(len(b) > 1 for _, b in chains),
            sum(len(a) > 1 for a, _ in chains),
        ),
        "article voice": overlap(
            sum(not a and not b for a, b in chains),
            sum(not b for _, b in chains),
            sum(not a for a, _ in chains),
        ),
        "attributed or not": share(sum(bool(a) == bool(b) for a, b in chains), len(chains)),
        "terminal source of all gold": share(terminal, len(gold.events)),
        "chain of all gold": share(whole, len(gold.events)),
        "chain of all gold where attributed": share(
            sum(bool(a) and same_chain(a, b) for a, b in chains), attributed
        ),
    }


def _attributed(chains: Sequence[tuple[Chain, Chain]], right: int) -> Counts:
    return overlap(right, sum(bool(b) for _, b in chains), sum(bool(a) for a, _ in chains))
