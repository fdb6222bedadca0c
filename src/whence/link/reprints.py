"""Reprints: text that one document took from another.

Edges are asymmetric (child → parent): how much of the child is in the parent, not how alike the two are. Of
the parents of a child those are ``primary`` that explain its text; what it shares with others is theirs too.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from whence.link.digest import Digest
from whence.link.direction import Direction, known_direction, likely_direction
from whence.link.fingerprints import candidate_pairs
from whence.link.lineage import lineage, neighbours
from whence.link.overlaps import RUN, Overlap, overlaps
from whence.records import Reprint
from whence.tables import Documents

QUOTED = 0.2
"""Probability of a reprint of which all is quotation: a judgement."""
AT_ONCE = 600
"""Texts that are compared together, which bounds memory."""
VERBATIM, WHOLE = 0.95, 0.5
"""Shares of the child (verbatim) and of the parent (an excerpt holds less than half of it)."""


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
    found = [overlap for some in documents.compared(overlaps, _batches(pairs)) for overlap in some]
    found.sort(key=lambda overlap: overlap.pair)
    credits = {key: item.credit for key, item in by_id.items()}
    sides = {(a, b): (by_id[a].document, by_id[b].document) for a, b in (o.pair for o in found)}
    known = {pair: known_direction(*both, credits) for pair, both in sides.items()}
    later = {direction[0].document_id for direction in known.values() if direction is not None}
    briefs = {key for key, item in by_id.items() if item.brief}
    explained = lineage(shingles, known.keys(), later=later, briefs=briefs)
    edges = []
    for overlap in found:
        pair = overlap.pair
        direction = known[pair] or likely_direction(*sides[pair], explained, overlap.shares)
        length = by_id[direction[0].document_id].length
        edges.append(_edge(overlap, explained, direction, known[pair] is not None, length))
    return tuple(sorted(edges, key=lambda edge: (edge.document_id, edge.of_document_id)))


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
        if key == overlap.pair[1]:
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
    """All pairs, some at a time. Breadth first through what hangs together, as each text is read again in
    every batch that it has a pair in: on 10,000 documents 1.4 times, depth first 2.3 times."""
    near = neighbours(pairs)
    place: dict[str, int] = {}
    for start in sorted(near):
        ahead = [start] if start not in place else []
        place.setdefault(start, len(place))
        for key in ahead:
            fresh = [other for other in sorted(near[key]) if other not in place]
            place |= zip(fresh, range(len(place), len(place) + len(fresh)), strict=True)
            ahead += fresh
    batch: list[tuple[str, str]] = []
    texts: set[str] = set()
    for pair in sorted(pairs, key=lambda pair: sorted((place[key] for key in pair), reverse=True)):
        batch.append(pair)
        texts.update(pair)
        if len(texts) >= AT_ONCE:
            yield batch
            batch, texts = [], set()
    if batch:
        yield batch
