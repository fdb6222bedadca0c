"""The extraction of one document, put together."""

from __future__ import annotations

from whence.extract.phrases import phrases
from whence.handover import Extraction, ParsedDocument


def extract(parsed: ParsedDocument) -> Extraction:
    """Phrases, event candidates and relation candidates of a document."""
    return Extraction(phrases=phrases(parsed), events=(), relations=())
