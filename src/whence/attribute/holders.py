"""Which attribution an event or relation stands in."""

from __future__ import annotations

from whence.attribute.chains import Node, chain
from whence.attribute.telling import size, within


def innermost(found: list[Node], offset: int) -> int | None:
    """Position of the innermost node whose content holds the character: deepest in its chain, then the
    smallest content; ``None`` is the article's own voice."""
    holding = [
        (-len(chain(found, at)), size(node.content), at)
        for at, node in enumerate(found)
        if within(offset, node.content)
    ]
    return min(holding)[2] if holding else None
