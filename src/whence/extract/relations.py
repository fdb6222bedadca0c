"""Standing ties: who leads, belongs to, backs, fights whom."""

from __future__ import annotations

from whence.extract.arguments import Phrases
from whence.handover import RelationCandidate, Sentence


def relations(sentences: tuple[Sentence, ...], phrases: Phrases) -> tuple[RelationCandidate, ...]:
    """Relation candidates of a document, in text order."""
    return ()
