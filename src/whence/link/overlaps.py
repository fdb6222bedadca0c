"""Overlaps: text that two documents share, before it is known who took it from whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.link.direction import is_brief
from whence.link.fingerprints import SHINGLE, Fingerprint, fingerprint_of, run_spans, shared_runs
from whence.records import Document
from whence.tables import DocumentRecords

RUN = 8
"""Shortest shared run, in words, that counts: eight in a row is rarely chance in news (shorter ones are
mostly names and titles)."""
WORDS = 20
"""Shared words outside quotation marks that make a reprint: one sentence (at 25, 20, 15 pair F1 on
lineage_synth is .911, .922, .929; fewer are a set phrase). Two reports of one speech share its quotations,
which are one utterance, not a reprint."""
HALF = 0.5
"""Share of a text that makes a reprint though it be all quotation: of Helsinki's pairs 97.2 % are found
without this, 99.7 % with it (`python -m evals.reprints`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    pair: tuple[str, str]
    """document_id of a and of b."""
    spans: tuple[tuple[int, int, int, int], ...]
    """Where the text stands in a and in b, by place in a; none of a copy to the letter."""
    words: int
    unquoted: int
    """Those of the words that stand outside quotation marks."""
    shares: Mapping[str, float]
    """Of each, what the other has too."""


def overlaps(texts: Mapping[str, DocumentRecords], pairs: Sequence[tuple[str, str]]) -> list[Overlap]:
    """What each of ``pairs`` shares, if it is enough for a reprint."""
    prints = {key: fingerprint_of(item) for key, item in texts.items()}
    found = (_overlap(texts[a].document, texts[b].document, prints[a], prints[b]) for a, b in pairs)
    return [overlap for overlap in found if overlap is not None]


def _overlap(a: Document, b: Document, left: Fingerprint, right: Fingerprint) -> Overlap | None:
    pair = (a.document_id, b.document_id)
    if a.sha256 == b.sha256:
        both = dict.fromkeys(pair, 1.0)
        return Overlap(pair=pair, spans=(), words=len(left.starts), unquoted=len(left.starts), shares=both)
    shared = left.shared(right)
    if shared <= RUN - SHINGLE:
        return None
    runs = shared_runs(left, right, shortest=RUN)
    # A caption printed ten times over is no more text of the other than printed once.
    words = min(sum(length for _, _, length in runs), _covered(runs))
    quoted = sum(int(left.quoted[start + length] - left.quoted[start]) for start, _, length in runs)
    shares = {a.document_id: shared / len(left.distinct), b.document_id: shared / len(right.distinct)}
    enough = words - quoted >= WORDS or (max(shares.values()) >= HALF and words >= WORDS)
    if not enough and not (runs and is_brief(a) != is_brief(b)):
        return None
    spans = tuple(run_spans(left, right, runs))
    return Overlap(pair=pair, spans=spans, words=words, unquoted=words - quoted, shares=shares)


def _covered(runs: Sequence[tuple[int, int, int]]) -> int:
    """Words of the second text that runs cover, each once."""
    total = end = 0
    for start, length in sorted((start, length) for _, start, length in runs):
        total += max(0, start + length - max(start, end))
        end = max(end, start + length)
    return total
