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
CLEAR = 0.2
"""How much more of one text than of the other must be shared for it to be the one that is held: a judgement,
as no corpus says who took from whom on one day without a credit."""
VERBATIM, WHOLE = 0.95, 0.5
"""Shares of the child (verbatim) and of the parent (an excerpt holds less than half of it)."""


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
    if a.text == b.text:
        child, parent, direction, reason = _direction(a, b, credits, held=None)
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
    left, right = prints[a.document_id], prints[b.document_id]
    runs = shared_runs(left, right, shortest=RUN)
    # A caption printed ten times over is no more text of the other than printed once.
    words = min(sum(length for _, _, length in runs), _covered(runs))
    quoted = sum(int(left.quoted[start + length] - left.quoted[start]) for start, _, length in runs)
    if words - quoted < WORDS:
        return None
    shares = {a.document_id: left.containment(right), b.document_id: right.containment(left)}
    held = max((a, b), key=lambda d: (shares[d.document_id], d.published or "9999", d.document_id))
    clear = abs(shares[a.document_id] - shares[b.document_id]) >= CLEAR
    child, parent, direction, reason = _direction(a, b, credits, held=held if clear else None)
    if child is b:
        left, right = right, left
        runs = sorted((j, i, length) for i, j, length in runs)
    share, of_parent = shares[child.document_id], shares[parent.document_id]
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


def _covered(runs: Sequence[tuple[int, int, int]]) -> int:
    """Words of the second text that runs cover, each once."""
    total = end = 0
    for start, length in sorted((start, length) for _, start, length in runs):
        total += max(0, start + length - max(start, end))
        end = max(end, start + length)
    return total


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
    a: Document, b: Document, credits: Mapping[str, str], *, held: Document | None
) -> tuple[Document, Document, Literal["known", "undecided"], str]:
    """(child, parent, direction, reason): a credit decides, else the day of publication, else nothing. Of
    two of one day without a credit the one that is ``held`` in the other for the most part is put below it:
    cutting a report is commoner than adding to one, but no proof."""
    for child, parent in ((a, b), (b, a)):
        outlet = parent.outlet
        if outlet and outlet != child.outlet and _names(credits[child.document_id], outlet):
            return child, parent, "known", f"credits {outlet}"
    first, second = sorted((a, b), key=lambda d: (d.published or "9999", d.document_id))
    if a.published and b.published and a.published[:10] != b.published[:10]:
        return second, first, "known", "published later"
    if held is not None:
        return (
            held,
            a if held is b else b,
            "undecided",
            "same day, no credit; the shorter is held in the other",
        )
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
