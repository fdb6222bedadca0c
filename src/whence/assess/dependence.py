"""How probable it is that of two roots one is no origin of its own, where nothing says so outright."""

from __future__ import annotations

from whence.assess.roots import Root

CERTAIN = 0.9
"""A dependence this probable counts as certain: the two roots are one. No gold for independence exists yet,
so the probabilities here and in the modules beside are judgements, ordered by the strength of what the text
says."""
SAME_ROOM = 0.5
"""Unnamed sources of one newsroom in differently worded roles."""
UNNAMED = 0.15
"""Unnamed sources of two newsrooms may be one person."""
UNSOURCED = 0.8
"""An article's own voice may rest on another report of the event: of what two people annotated on newscluster
and Helsinki, few stand by themselves (`python -m evals.origins`)."""


def dependence(a: Root, b: Root) -> float:
    """Probability that root ``a`` is no origin of its own beside ``b``; firm roots never depend, nor does any
    root on a firm one without a sign of it."""
    if a.firm or b.firm or a == b:
        return 0.0
    if "unknown" in (a.kind, b.kind):
        return UNSOURCED
    if a.kind == b.kind == "anonymous" and a.newsroom == b.newsroom:
        return SAME_ROOM
    return UNNAMED
