"""The cues by which passages are told apart: a table of patterns kept as data.

``whence/data/passages/cues.tsv`` has one cue per row: the kind of passage, where the pattern must match,
the pattern, a text it matches and one it must not. ``fragments.tsv`` names the parts that patterns share,
written ``<NAME>`` in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from whence.records import PassageKind

Where = Literal["line", "sentence", "list", "references", "start", "lead", "end", "last"]
"""``line``: a whole paragraph that is no sentence; ``sentence``: any whole paragraph; ``list`` and
``references``: a heading whose list follows; ``start``: the start of a paragraph; ``lead``: the start of the
first paragraph of the body; ``end``: the end of a paragraph; ``last``: the end of the text."""

_LONGEST: Final = 600
"""Characters of a paragraph that can be furniture as a whole (agency captions run to 500); longer ones are
prose. It bounds the work of every pattern too."""
_EDGE: Final = 300
"""Characters at the start and end of a paragraph in which a dateline, credit or truncation mark lies."""

_TYPOGRAPHY: Final = {ord(space): " " for space in "\u00a0\u2007\u2008\u2009\u200a\u202f\t"} | {0x2011: "-"}
"""Spaces and hyphens of other kinds, one for one, so that patterns need not name them."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table."""

    kind: PassageKind
    where: Where
    pattern: re.Pattern[str]
    matches: str
    rejects: str

    def found_in(self, text: str) -> tuple[int, int] | None:
        """The stretch of a paragraph that this cue marks, or ``None``."""
        text = text.translate(_TYPOGRAPHY)
        if self.where in ("start", "lead"):
            match = self.pattern.match(text, 0, min(len(text), _EDGE))
            return (0, match.end()) if match and match.end() < len(text) else None
        if self.where in ("end", "last"):
            match = self.pattern.search(text, max(0, len(text) - _EDGE))
            return (match.start(), len(text)) if match else None
        if len(text) > _LONGEST or not self.pattern.fullmatch(text):
            return None
        return (0, len(text))


@cache
def cues(*places: Where) -> tuple[Cue, ...]:
    """The cues that apply at ``places``, in the order of the table."""
    fragments: dict[str, str] = {}
    for name, pattern in _rows("fragments.tsv"):
        fragments[name] = _expanded(pattern, fragments)
    found = []
    for kind, where, pattern, matches, rejects in _rows("cues.tsv"):
        if where in places:
            tail = r"\s*\Z" if where in ("end", "last") else ""
            compiled = re.compile(f"(?:{_expanded(pattern, fragments)}){tail}", re.IGNORECASE)
            found.append(Cue(kind, where, compiled, matches, rejects))  # type: ignore[arg-type]
    return tuple(found)


def _expanded(pattern: str, fragments: dict[str, str]) -> str:
    return re.sub(r"<([A-Z]+)>", lambda match: f"(?:{fragments[match[1]]})", pattern)


def _rows(name: str) -> list[list[str]]:
    table = files("whence").joinpath("data", "passages", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines()[1:]]
