"""Reprints: text that one document took from another.

Edges are asymmetric (child → parent): how much of the child is in the parent, not how alike the two are. Of
the parents of a child those are ``primary`` that explain its text; what it shares with others is theirs too.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from whence.link.digest import Digest
from whence.link.direction import Direction, known_direction, likely_direction
from whence.link.fingerprints import (
    SHINGLE,
    Fingerprint,
    candidate_pairs,
    fingerprint_of,
    run_spans,
    shared_runs,
)
from whence.link.lineage import components, lineage
from whence.records import Document, Reprint
from whence.tables import Documents

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
QUOTED = 0.2
"""Probability of a reprint of which all is quotation: a judgement."""
AT_ONCE = 1000
"""Texts that are compared before the next are read, which bounds memory."""
VERBATIM, WHOLE = 0.95, 0.5
"""Shares of the child (verbatim) and of the parent (an excerpt holds less than half of it)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Text that two documents share, before it is known who took it from whom."""

    a: Document
    b: Document
    spans: tuple[tuple[int, int, int, int], ...]
    """Where the text stands in a and in b, by place in a; none of a copy to the letter."""
    words: int
    unquoted: int
    """Those of the words that stand outside quotation marks."""
    shares: Mapping[str, float]
    """Of each, what the other has too."""


def find_reprints(
    digests: Sequence[Digest], documents: Documents, versions: Mapping[str, str] | None = None
) -> tuple[Reprint, ...]:
    """All reprint edges among the documents, ordered by child and parent.

    ``versions`` (later capture → earliest) are one report, and no reprints of one another.
    """
    report = versions or {}
    by_id = {item.document.document_id: item for item in digests}
    shingles = {key: item.shingles for key, item in by_id.items()}
    pairs = {*candidate_pairs(shingles, shared=2, run=RUN), *_copies(digests)}
    pairs = {(a, b) for a, b in pairs if report.get(a, a) != report.get(b, b)}
    found: list[Overlap] = []
    for some in _batches(pairs):
        prints = {
            item.document.document_id: fingerprint_of(item)
            for item in documents.texts({key for pair in some for key in pair})
        }
        overlaps = (_overlap(by_id[a], by_id[b], prints) for a, b in some)
        found += (overlap for overlap in overlaps if overlap is not None)
    found.sort(key=lambda overlap: (overlap.a.document_id, overlap.b.document_id))
    credits = {key: item.credit for key, item in by_id.items()}
    known = {
        (overlap.a.document_id, overlap.b.document_id): known_direction(overlap.a, overlap.b, credits)
        for overlap in found
    }
    later = {direction[0].document_id for direction in known.values() if direction is not None}
    briefs = {key for key, item in by_id.items() if item.brief}
    explained = lineage(shingles, known.keys(), later=later, briefs=briefs)
    edges = []
    for overlap in found:
        pair = (overlap.a.document_id, overlap.b.document_id)
        direction = known[pair] or likely_direction(overlap.a, overlap.b, explained, overlap.shares)
        length = by_id[direction[0].document_id].length
        edges.append(_edge(overlap, explained, direction, known[pair] is not None, length))
    return tuple(sorted(edges, key=lambda edge: (edge.document_id, edge.of_document_id)))


def _overlap(one: Digest, other: Digest, prints: Mapping[str, Fingerprint]) -> Overlap | None:
    """What two documents share, if it is enough for a reprint."""
    a, b = one.document, other.document
    left, right = prints[a.document_id], prints[b.document_id]
    if a.sha256 == b.sha256:
        both = {a.document_id: 1.0, b.document_id: 1.0}
        return Overlap(a=a, b=b, spans=(), words=len(left.starts), unquoted=len(left.starts), shares=both)
    shared = left.shared(right)
    if shared <= RUN - SHINGLE:
        return None
    runs = shared_runs(left, right, shortest=RUN)
    # A caption printed ten times over is no more text of the other than printed once.
    words = min(sum(length for _, _, length in runs), _covered(runs))
    quoted = sum(int(left.quoted[start + length] - left.quoted[start]) for start, _, length in runs)
    shares = {
        key: shared / len(side.distinct) for key, side in ((a.document_id, left), (b.document_id, right))
    }
    brief = one.brief != other.brief and bool(runs)
    half = max(shares.values()) >= HALF and words >= WORDS
    if not (words - quoted >= WORDS or half or brief):
        return None
    spans = tuple(run_spans(left, right, runs))
    return Overlap(a=a, b=b, spans=spans, words=words, unquoted=words - quoted, shares=shares)


def _edge(
    overlap: Overlap,
    explained: Mapping[str, Collection[str]],
    direction: Direction,
    known: bool,
    length: int,
) -> Reprint:
    """``length`` is that of the child's text."""
    child, parent, reason = direction
    key, of = child.document_id, parent.document_id
    share, of_parent = overlap.shares[key], overlap.shares[of]
    kind: Literal["verbatim", "edited", "excerpt"]
    spans = overlap.spans
    if spans:
        kind = (
            "verbatim" if min(share, of_parent) >= VERBATIM else "excerpt" if of_parent < WHOLE else "edited"
        )
        if child is overlap.b:
            spans = tuple(sorted((c, d, a, b) for a, b, c, d in spans))
        told = f"{overlap.words} words shared in {len(spans)} runs"
    else:
        kind, told = "verbatim", "the whole text"
        spans = ((0, length, 0, length),)
    return Reprint(
        document_id=key,
        of_document_id=of,
        direction="known" if known else "undecided",
        kind=kind,
        share=round(share, 2),
        spans=spans,
        primary=of in explained.get(key, ()),
        evidence=f"{told}; {reason}",
        probability=_probability(overlap),
    )


def _probability(overlap: Overlap) -> float:
    """The chance that two writers hit on the same n words in a row falls off with n; the scale makes a
    sentence (20 words) .63 and a paragraph (75 words) .98. What is shared may be no more than somebody's
    words."""
    if not overlap.spans:
        return 0.99
    return round(max(QUOTED, min(0.99, 1 - math.exp(-overlap.unquoted / 20))), 2)


def _covered(runs: Sequence[tuple[int, int, int]]) -> int:
    """Words of the second text that runs cover, each once."""
    total = end = 0
    for start, length in sorted((start, length) for _, start, length in runs):
        total += max(0, start + length - max(start, end))
        end = max(end, start + length)
    return total


def _copies(digests: Iterable[Digest]) -> set[tuple[str, str]]:
    """Pairs of documents with the same text, however short: each with the earliest of its kind."""
    first: dict[str, str] = {}
    ordered = sorted((d.document for d in digests), key=lambda d: (d.published or "9999", d.document_id))
    return {
        (first[document.sha256], document.document_id)
        for document in ordered
        if first.setdefault(document.sha256, document.document_id) != document.document_id
    }


def _batches(pairs: Collection[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """All pairs, those that hang together in one batch, so that no text is read twice."""
    batch: list[tuple[str, str]] = []
    size = 0
    near: dict[str, list[tuple[str, str]]] = {}
    for pair in sorted(pairs):
        for key in pair:
            near.setdefault(key, []).append(pair)
    for keys in components(pairs):
        batch += (pair for key in keys for pair in near[key] if pair[0] == key)
        size += len(keys)
        if size >= AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
