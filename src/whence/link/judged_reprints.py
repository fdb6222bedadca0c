"""Reprints as people judged them: who knows that a report was rewritten from another sees more than the words
they share, and who knows that two took theirs from a third sees more too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.link.fingerprints import SHINGLE, fingerprint_of, run_spans, shared_runs
from whence.link.judged import documents_at, latest
from whence.records import Judgement, Reprint, Review
from whence.tables import DocumentRecords


def judge_reprints(
    found: Iterable[Reprint], analyses: Sequence[DocumentRecords], judgements: Iterable[Judgement]
) -> tuple[Reprint, ...]:
    """``found`` without the edges between documents judged ``different``; those judged the ``same`` are
    certain, and there even where too few words are shared to find them. Ordered by child and parent.
    ``analyses`` are the documents of which something is judged."""
    decided = latest(judgements, "document", documents_at(analyses))
    by_id = {item.document.document_id: item for item in analyses}
    edges: dict[frozenset[str], Reprint] = {
        frozenset((edge.document_id, edge.of_document_id)): edge for edge in found
    }
    for pair, judgement in decided.items():
        if judgement.verdict == "different":
            edges.pop(pair, None)
        elif judgement.verdict == "same":
            one, other = sorted(
                (by_id[key] for key in pair),
                key=lambda item: (item.document.published or "9999", item.document.document_id),
            )
            edge = edges.get(pair) or _unseen(other, one)
            review = Review(
                field="document", verdict="same", value=None, who=judgement.who, when=judgement.when
            )
            edges[pair] = replace(edge, probability=1.0, reviewed=(review,))
    return tuple(sorted(edges.values(), key=lambda edge: (edge.document_id, edge.of_document_id)))


def _unseen(child: DocumentRecords, parent: DocumentRecords) -> Reprint:
    """An edge that was not read: the later document, in whatever runs of words it shares with the earlier."""
    left, right = fingerprint_of(child), fingerprint_of(parent)
    runs = shared_runs(left, right, shortest=SHINGLE)
    one, other = child.document, parent.document
    known = bool(one.published and other.published and one.published[:10] != other.published[:10])
    return Reprint(
        document_id=one.document_id,
        of_document_id=other.document_id,
        direction="known" if known else "undecided",
        kind="edited",
        share=round(left.containment(right), 2),
        spans=tuple(run_spans(left, right, runs)),
        evidence="judged to be one text; too few words are shared to see it",
        probability=1.0,
    )
