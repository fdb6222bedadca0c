"""Attitudes that a speaker voices about what they themselves say.

"We don't believe", inside the colonel's own quotation, is not told by another source: it says how far the
colonel goes. Such tellings are folded into the one they stand in.
"""

from __future__ import annotations

from collections.abc import Mapping

from whence.attribute.tables import words
from whence.attribute.telling import Telling, within

_MENTAL = frozenset({"hypothesises", "doubts", "evaluates", "plans", "asks", "promises", "no_comment"})


def folded(tellings: list[Telling]) -> Mapping[int, int]:
    """Position of each folded telling → position of the telling it is folded into."""
    found: dict[int, int] = {}
    for at, inner in enumerate(tellings):
        if inner.source is None or inner.cue is None or not _attitude(inner):
            continue
        pronoun = inner.source.text.lower()
        hosts = [
            (sum(b - a for a, b in outer.content), host)
            for host, outer in enumerate(tellings)
            if host != at and outer.source is not None and within(inner.anchor, outer.content)
        ]
        if not hosts:
            continue
        host = min(hosts)[1]
        direct = tellings[host].complement is not None and tellings[host].complement is inner.cue
        if pronoun in words("first person") or (pronoun in words("third person") and direct):
            found[at] = host
    return {at: _top(found, at) for at in found}


def _attitude(telling: Telling) -> bool:
    return telling.rule.act in _MENTAL or telling.rule.cue in ("understand", "feel")


def _top(found: Mapping[int, int], at: int) -> int:
    seen = {at}
    while at in found and found[at] not in seen:
        at = found[at]
        seen.add(at)
    return at
