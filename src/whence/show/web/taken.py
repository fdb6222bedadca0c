"""What a report took from another: the text it kept, cut and added, and the sources it words more weakly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from whence.records import Attribution, Document, Naming, Passage, Range, Reprint
from whence.show.card import one_line

NAMING: Sequence[Naming] = ("named", "described", "bare", "withheld")
"""From what tells most of a source to what tells nothing."""
NEAR = 60
"""Characters by which the place of a source may be off where the text around it was edited."""
SHORT = 12
"""Characters of a piece that is cut or added from which it is shown: shorter ones are commas and spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakened:
    """A source as the other report words it and as this one does; ``now`` is ``None`` if it is left out."""

    was: str
    now: str | None
    start: int | None
    """Where it stands here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    of: Document
    kind: Literal["verbatim", "edited", "excerpt"]
    direction: Literal["known", "undecided"]
    share: float
    evidence: str
    probability: float
    kept: tuple[Range, ...]
    """Of this report's text."""
    added: tuple[str, ...]
    cut: tuple[str, ...]
    weakened: tuple[Weakened, ...]


def taken(
    edge: Reprint,
    child: Document,
    parent: Document,
    passages: Sequence[Passage],
    attributions: Sequence[Attribution],
) -> Taken:
    """``passages`` and ``attributions`` are those of both."""
    spans = sorted(edge.spans)
    kept = _joined([(a, b) for a, b, _, _ in spans])
    left = _joined([(c, d) for _, _, c, d in spans])
    return Taken(
        of=parent,
        kind=edge.kind,
        direction=edge.direction,
        share=edge.share,
        evidence=edge.evidence,
        probability=edge.probability,
        kept=tuple(kept),
        added=tuple(_others(child, passages, kept)),
        cut=tuple(_others(parent, passages, left)),
        weakened=tuple(_weakened(spans, child, parent, attributions)),
    )


def _joined(ranges: Sequence[Range]) -> list[Range]:
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _others(document: Document, passages: Sequence[Passage], kept: Sequence[Range]) -> Iterator[str]:
    """What stands in headline and body outside ``kept``."""
    for passage in passages:
        if passage.document_id != document.document_id or passage.kind not in ("headline", "body"):
            continue
        at = passage.start
        for start, end in [*kept, (passage.end, passage.end)]:
            if end <= at or start > passage.end:
                start = end = max(min(start, passage.end), at)
            piece = one_line(document.text[at : min(start, passage.end)])
            if len(piece) >= SHORT:
                yield piece
            at = max(at, min(end, passage.end))


def _weakened(
    spans: Sequence[tuple[int, int, int, int]],
    child: Document,
    parent: Document,
    attributions: Sequence[Attribution],
) -> Iterator[Weakened]:
    """Sources of the parent whose content was kept, and that the child names less well or not at all."""
    here = [a for a in attributions if a.document_id == child.document_id]
    for there in attributions:
        if there.document_id != parent.document_id or there.source.start is None or not there.content:
            continue
        place = _mapped(there.content[0][0], spans)
        if place is None:
            continue
        same = min(
            (a for a in here if a.content and abs(a.content[0][0] - place) <= NEAR),
            key=lambda a: abs(a.content[0][0] - place),
            default=None,
        )
        was = one_line(there.source.text or "")
        if same is None:
            yield Weakened(was=was, now=None, start=place)
        elif _rank(same.source.naming) > _rank(there.source.naming) or _shortened(same, there):
            now = one_line(same.source.text or "") or "source withheld"
            yield Weakened(was=was, now=now, start=same.source.start)


def _mapped(place: int, spans: Sequence[tuple[int, int, int, int]]) -> int | None:
    """Where a character of the parent stands in the child, if it is in shared text."""
    return next((a + place - c for a, _, c, d in spans if c <= place < d), None)


def _rank(naming: Naming) -> int:
    return NAMING.index(naming)


def _shortened(now: Attribution, was: Attribution) -> bool:
    """ "two officials" → "officials": of one naming, in some of the words."""
    few, many = (set((a.source.text or "").casefold().split()) for a in (now, was))
    return few < many and now.source.naming != "named"
