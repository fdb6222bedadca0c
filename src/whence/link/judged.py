"""Which actors a person judged to be the same, different, or not to be decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product
from typing import Literal

from whence.records import Anchor, Judgement
from whence.tables import DocumentRecords

Verdict = Literal["same", "different", "unsure"]
FIELD = "actor"
"""``Anchor.field`` of a judgement on who a mention is."""


def judged(
    judgements: Iterable[Judgement], analyses: Sequence[DocumentRecords], number: Mapping[str, int]
) -> dict[tuple[int, int], Verdict]:
    """Pairs of actors (by ``number`` of their local ids) → the latest verdict on them.

    An anchor stands for the actor that the mention with its span refers to, in every document of its text. A
    text that is no longer there, or a mention that is no longer read, decides nothing.
    """
    about = [j for j in judgements if j.verdict in ("same", "different", "unsure") and _on_actors(j)]
    if not about:
        return {}
    texts = {anchor.sha256 for judgement in about for anchor in judgement.anchors}
    at: defaultdict[tuple[str, int, int], set[int]] = defaultdict(set)
    for item in analyses:
        if item.document.sha256 in texts:
            for m in item.mentions:
                if m.kind == "actor" and m.refers_to and m.refers_to in number:
                    at[item.document.sha256, m.start, m.end].add(number[m.refers_to])

    def actors(anchor: Anchor) -> set[int]:
        return at[anchor.sha256, anchor.start, anchor.end]

    found: dict[tuple[int, int], Verdict] = {}
    for judgement in sorted(about, key=lambda j: (j.when or "", j.who or "", j.verdict)):
        for one, other in combinations(judgement.anchors, 2):
            for a, b in product(actors(one), actors(other)):
                if a != b:
                    found[min(a, b), max(a, b)] = judgement.verdict  # type: ignore[assignment]
    return found


def _on_actors(judgement: Judgement) -> bool:
    return all(anchor.field == FIELD for anchor in judgement.anchors)
