"""Wire credits: the agency whose report an outlet prints, as its byline, dateline or credit line says.

A credited report is the agency's: its own voice, and the sources it does not name, are those of the agency's
newsroom, in however many outlets it stands.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from whence.records import PassageKind
from whence.tables import DocumentRecords

CREDITING: frozenset[PassageKind] = frozenset({"byline", "dateline", "credit"})
_SHARED = re.compile(r"contribut|additional reporting|with (?:reporting|files|material)", re.IGNORECASE)
"""A line of this kind credits help, not the report."""


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
