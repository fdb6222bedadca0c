"""Text with its layers: what stands where, cut into runs that a page can mark.

Spans overlap (a quotation holds names, an event holds its place), so a text is cut at every end of one; each
run knows all layers it is in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from whence.show.card import Telling

Layer = Literal[
    "event", "source", "quote", "actor", "place", "time", "cue", "figure", "out", "kept", "recipient"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """A span to mark, of ``document.text``; ``note`` says what it is."""

    start: int
    end: int
    layer: Layer
    note: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    text: str
    layers: tuple[Layer, ...]
    notes: tuple[str, ...]
    href: str | None
    start: int
    anchor: bool
    """Whether a marking begins here, so that a link can lead to it."""


def runs(text: str, markings: Iterable[Marking], *, low: int = 0, high: int | None = None) -> list[Run]:
    """``text[low:high]`` cut at the markings; those outside are left out, others cut off."""
    end = len(text) if high is None else high
    kept = [m for m in markings if m.start < end and m.end > low and m.start < m.end]
    cuts = sorted({low, end, *(max(m.start, low) for m in kept), *(min(m.end, end) for m in kept)})
    kept.sort(key=lambda m: (m.start, -m.end, m.layer, m.note))
    found: list[Run] = []
    open_: list[Marking] = []
    at = 0
    for start, stop in pairwise(cuts):
        open_ = [m for m in open_ if m.end > start]
        while at < len(kept) and kept[at].start <= start:
            if kept[at].end > start:
                open_.append(kept[at])
            at += 1
        found.append(
            Run(
                text=text[start:stop],
                layers=tuple(dict.fromkeys(m.layer for m in open_)),
                notes=tuple(dict.fromkeys(m.note for m in open_ if m.note)),
                href=next((m.href for m in reversed(open_) if m.href), None),
                start=start,
                anchor=any(m.start == start for m in open_),
            )
        )
    return found


def marked(telling: Telling) -> list[Run]:
    """The sentence of a telling with its event, who takes part, and who says so."""
    mention = telling.mention
    low, high = mention.sentence
    markings = [Marking(start=mention.trigger.start, end=mention.trigger.end, layer="event", note="event")]
    markings += [Marking(start=a.start, end=a.end, layer="actor", note="actor") for a in mention.actors]
    markings += [
        Marking(start=a.start, end=a.end, layer="recipient", note="recipient") for a in mention.recipients
    ]
    if mention.place is not None:
        markings.append(
            Marking(start=mention.place.start, end=mention.place.end, layer="place", note="place")
        )
    if mention.date is not None and mention.date.start is not None and mention.date.end is not None:
        markings.append(Marking(start=mention.date.start, end=mention.date.end, layer="time", note="date"))
    markings += [Marking(start=q.start, end=q.end, layer="figure", note=q.role) for q in mention.quantities]
    for link in telling.chain:
        source = link.source
        if source.start is not None and source.end is not None:
            markings.append(Marking(start=source.start, end=source.end, layer="source", note="source"))
        if link.cue is not None:
            markings.append(Marking(start=link.cue.start, end=link.cue.end, layer="cue", note="cue"))
    return runs(telling.document.text, markings, low=low, high=high)
