"""Direction of a reprint: which of two documents took the text from the other.

It is known from a credit or from the day of publication. What is likely is no proof, but decided alike
whatever the order of reading.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from whence.records import Document
from whence.tables import DocumentRecords

CLEAR = 0.2
"""How much more of one text than of the other must be shared for it to be the one that is held: a judgement,
as no corpus says who took from whom on one day without a credit."""

BRIEF = 120
"""Words up to which a report that names its first publisher is a brief of that one's report."""
_FIRST = re.compile(
    r"\b(?:first|originally|initially) (?:published|reported|appeared)\b|\bas (?:first )?reported by\b",
    re.IGNORECASE,
)

Direction = tuple[Document, Document, str]
"""Child, parent, reason."""


def known_direction(a: Document, b: Document, credits: Mapping[str, str]) -> Direction | None:
    """A credit decides, else the day of publication."""
    for child, parent in ((a, b), (b, a)):
        outlet = parent.outlet
        if outlet and outlet != child.outlet and _names(credits[child.document_id], outlet):
            return child, parent, f"credits {outlet}"
    first, second = _by_time(a, b)
    if a.published and b.published and a.published[:10] != b.published[:10]:
        return second, first, "published later"
    return None


def likely_direction(
    a: Document, b: Document, explained: Mapping[str, Collection[str]], shares: Mapping[str, float]
) -> Direction:
    """Of two reports of one day without a credit the one that the other explains is put below it; else the
    one that is held in the other for the most part: cutting a report is commoner than adding to one.
    ``shares`` are of each what the other has too."""
    for child, parent in ((a, b), (b, a)):
        if parent.document_id in explained.get(child.document_id, ()):
            return child, parent, "same day, no credit; most of it is held by others"
    first, second = _by_time(a, b)
    if abs(shares[a.document_id] - shares[b.document_id]) >= CLEAR:
        held, other = (a, b) if shares[a.document_id] > shares[b.document_id] else (b, a)
        return held, other, "same day, no credit; the shorter is held in the other"
    return second, first, "same day, no credit"


def credit_text(item: DocumentRecords) -> str:
    """Everything in which a report credits an agency: byline field, byline, dateline and credit passages."""
    parts = [item.document.byline or ""]
    parts += [
        item.document.text[p.start : p.end]
        for p in item.passages
        if p.kind in ("byline", "dateline", "credit")
    ]
    return "\n".join(parts)


def is_brief(document: Document) -> bool:
    """Whether it is short and says who published its report first: it is no origin, whoever that is."""
    return len(document.text.split()) <= BRIEF and _FIRST.search(document.text) is not None


def _by_time(a: Document, b: Document) -> tuple[Document, Document]:
    first, second = sorted((a, b), key=lambda d: (d.published or "9999", d.document_id))
    return first, second


def _names(text: str, outlet: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(outlet)}(?!\w)", text, re.IGNORECASE) is not None
