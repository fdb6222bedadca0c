"""Reprints: text that one document took from another.

Edges are asymmetric (child → parent): containment of the child's words in runs shared with the parent, not
similarity of the two. Direction is ``known`` from a credit or from publication dates, else ``undecided`` and
ordered by document_id so that the account does not depend on the order of reading.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Literal

from whence.link.fingerprints import Fingerprint, candidate_pairs, fingerprint, run_spans, shared_runs
from whence.records import Document, Reprint
from whence.tables import DocumentRecords

RUN = 8
"""Shortest shared run, in words, that counts: eight in a row is rarely chance in news (shorter ones are
mostly names and titles)."""
WORDS = 25
"""Shared words outside quotation marks that make a reprint: one long sentence. Two reports of one speech
share its quotations, which are one utterance, not a reprint."""
VERBATIM, WHOLE = 0.95, 0.5
"""Shares of the child (verbatim) and of the parent (an excerpt holds less than half of it)."""

_QUOTED = re.compile(r"[“\"][^“”\"\n]{1,2000}[”\"]")


def find_reprints(
    analyses: Sequence[DocumentRecords], versions: Mapping[str, str] | None = None
) -> tuple[Reprint, ...]:
    """All reprint edges among the documents, ordered by child and parent.

    ``versions`` (later capture → earliest) are one report, and no reprints of one another.
    """
    report = versions or {}
    documents = {item.document.document_id: item.document for item in analyses}
    prints = {
        item.document.document_id: fingerprint(
            item.document.text,
            [(p.start, p.end) for p in item.passages if p.kind in ("headline", "body")],
        )
        for item in analyses
    }
    credits = {item.document.document_id: _credit_text(item) for item in analyses}
    pairs = sorted({*candidate_pairs(prints, shared=2), *_copies(documents)})
    found = (
        _reprint(documents[a], documents[b], prints, credits)
        for a, b in pairs
        if report.get(a, a) != report.get(b, b)
    )
    return tuple(
        sorted((edge for edge in found if edge), key=lambda edge: (edge.document_id, edge.of_document_id))
    )


def _reprint(
    a: Document, b: Document, prints: Mapping[str, Fingerprint], credits: Mapping[str, str]
) -> Reprint | None:
    child, parent, direction, reason = _direction(a, b, credits)
    left, right = prints[child.document_id], prints[parent.document_id]
    if child.text == parent.text:
        return Reprint(
            document_id=child.document_id,
            of_document_id=parent.document_id,
            direction=direction,
            kind="verbatim",
            share=1.0,
            spans=((0, len(child.text), 0, len(parent.text)),),
            evidence=f"the whole text; {reason}",
            probability=0.99,
        )
    runs = shared_runs(left, right, shortest=RUN)
    words = sum(length for _, _, length in runs)
    if words - _quoted_words(child.text, left, runs) < WORDS:
        return None
    share = words / len(left.starts)
    of_parent = words / len(right.starts)
    kind = "verbatim" if min(share, of_parent) >= VERBATIM else "excerpt" if of_parent < WHOLE else "edited"
    return Reprint(
        document_id=child.document_id,
        of_document_id=parent.document_id,
        direction=direction,
        kind=kind,  # type: ignore[arg-type]
        share=round(share, 2),
        spans=tuple(run_spans(left, right, runs)),
        evidence=f"{words} words shared in {len(runs)} runs; {reason}",
        # The chance that two writers hit on the same n words in a row falls off with n; the scale makes the
        # least edge (25 words) .71 and a paragraph (75 words) .98.
        probability=round(min(0.99, 1 - math.exp(-words / 20)), 2),
    )


def _copies(documents: Mapping[str, Document]) -> set[tuple[str, str]]:
    """Pairs of documents with the same text, however short: each with the earliest of its kind."""
    first: dict[str, str] = {}
    ordered = sorted(documents.values(), key=lambda d: (d.published or "9999", d.document_id))
    return {
        (first[document.text], document.document_id)
        for document in ordered
        if first.setdefault(document.text, document.document_id) != document.document_id
    }


def _direction(
    a: Document, b: Document, credits: Mapping[str, str]
) -> tuple[Document, Document, Literal["known", "undecided"], str]:
    """(child, parent, direction, reason): a credit decides, else the day of publication, else nothing."""
    for child, parent in ((a, b), (b, a)):
        outlet = parent.outlet
        if outlet and outlet != child.outlet and _names(credits[child.document_id], outlet):
            return child, parent, "known", f"credits {outlet}"
    first, second = sorted((a, b), key=lambda d: (d.published or "9999", d.document_id))
    if a.published and b.published and a.published[:10] != b.published[:10]:
        return second, first, "known", "published later"
    return second, first, "undecided", "same day, no credit"


def _credit_text(item: DocumentRecords) -> str:
    """Everything in which a report credits an agency: byline field, byline, dateline and credit passages."""
    parts = [item.document.byline or ""]
    parts += [
        item.document.text[p.start : p.end]
        for p in item.passages
        if p.kind in ("byline", "dateline", "credit")
    ]
    return "\n".join(parts)


def _names(text: str, outlet: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", text, re.IGNORECASE) is not None


def _quoted_words(text: str, prints: Fingerprint, runs: Sequence[tuple[int, int, int]]) -> int:
    """How many words of the runs stand inside quotation marks."""
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    count = 0
    for i, _, length in runs:
        for word in range(i, i + length):
            start = int(prints.starts[word])
            count += any(low < start < high for low, high in quotes)
    return count
