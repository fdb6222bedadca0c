"""Wire credits: the agency whose report an outlet prints, as its byline, dateline or credit line says.

A credited report is the agency's: its own voice, and the sources it does not name, are those of the agency's
newsroom, in however many outlets it stands. A client that drops the credit is known by the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from whence.records import PassageKind, Range, Reprint
from whence.tables import DocumentRecords

HELD = 0.5
"""Share of a report that stands in another's if its credit is the other's too. Of 153 reports of Helsinki
whose credit is hidden 98 % get it back, of 50 that nobody else printed one gets a wrong one; as many at .3,
93 % at .6 (`python -m evals.reprints`)."""
CREDITING: frozenset[PassageKind] = frozenset({"byline", "dateline", "credit"})
_SHARED = re.compile(r"contribut|additional reporting|with (?:reporting|files|material)", re.IGNORECASE)
"""A line of this kind credits help, not the report."""


def recovered(
    lengths: Mapping[str, int], credited: Mapping[str, str], reprints: Iterable[Reprint]
) -> dict[str, str]:
    """document_id → agency of documents that are not ``credited`` but printed in one that is: that of the
    report of which it holds most. ``lengths`` are those of their headlines and bodies, in characters."""
    best: dict[str, tuple[float, str]] = {}
    for edge in reprints:
        child, parent = edge.document_id, edge.of_document_id
        ways = [(child, parent, [(a, b) for a, b, _, _ in edge.spans])]
        if edge.direction == "undecided":  # else the parent had its text before it could be credited
            ways.append((parent, child, [(c, d) for _, _, c, d in edge.spans]))
        for key, other, spans in ways:
            if other in credited and key not in credited:
                # Measured one way whichever is the child, which a third report may change.
                share = covered(spans) / max(lengths[key], 1)
                if share >= HELD:
                    best[key] = max(best.get(key, (0.0, "")), (share, credited[other]))
    return {key: agency for key, (_, agency) in best.items()}


def covered(spans: Iterable[Range]) -> int:
    """Characters in some of ``spans``."""
    told = end = 0
    for start, stop in sorted(spans):
        told += max(0, stop - max(start, end))
        end = max(end, stop)
    return told


def agency_of(item: DocumentRecords) -> str | None:
    """The one agency that a report is credited to; none where two are, as nothing says whose is what."""
    document = item.document
    lines = [document.byline or ""]
    lines += [document.text[p.start : p.end] for p in item.passages if p.kind in CREDITING]
    found = {
        _agencies()[match.group()]
        for line in lines
        if not _SHARED.search(line)
        for match in _pattern().finditer(line)
    }
    return found.pop() if len(found) == 1 else None


@cache
def _agencies() -> dict[str, str]:
    """As written → name."""
    text = files("whence").joinpath("data/agencies/agencies.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines()[1:])


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_agencies(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, longest_first))})(?![\w’'])")
