"""Where the time expressions of a text are: pure syntax, no date is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from whence.resolve.time_patterns import patterns

Groups = Mapping[str, str]
"""Parts of an expression by the group names of ``time_patterns``."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that one rule reads; ``start``..``end`` count from the start of the text given."""

    rule: str
    start: int
    end: int
    groups: Groups


_MAX_TEXT = 2000
"""Characters looked at: a time expression with its surroundings is far shorter."""


def find_expressions(text: str) -> tuple[Expression, ...]:
    """The longest non-overlapping time expressions of a text, in order."""
    text = text[:_MAX_TEXT]
    found: list[Expression] = []
    for rule, pattern in patterns().items():
        for match in pattern.finditer(text):
            groups = {name: value for name, value in match.groupdict().items() if value}
            names = (groups.get("month"), groups.get("weekday"))
            # "may", "march", "sat" and "sun" are words; as dates they are capitalised.
            if match.end() > match.start() and all(n is None or n[0].isupper() for n in names):
                found.append(Expression(rule, match.start(), match.end(), groups))
    kept: list[Expression] = []
    for item in sorted(found, key=lambda e: e.start - e.end):
        if all(item.end <= other.start or item.start >= other.end for other in kept):
            kept.append(item)
    return tuple(sorted(kept, key=lambda e: e.start))
