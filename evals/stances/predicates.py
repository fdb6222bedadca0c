"""The stages of the product made to read given predicates, events of its own or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whence.attribute.chains import nodes
from whence.attribute.detect import document_quotations, tellings
from whence.attribute.holders import innermost
from whence.attribute.sources import Sources
from whence.attribute.stances import chain_stances
from whence.extract import extract
from whence.extract.frames import frames
from whence.extract.polarity import polarity
from whence.extract.realis import UNSURE, realis
from whence.handover import EventCandidate, ParsedDocument, Sentence, Word
from whence.resolve import resolve


@dataclass(frozen=True, slots=True)
class Predicate:
    """What the innermost holder is committed to, and the realis."""

    sign: str
    certainty: str
    realis: str


def predicates(parsed: ParsedDocument, spans: Sequence[tuple[int, int]]) -> list[Predicate]:
    """One reading for each span, by the word that heads it."""
    extraction = extract(parsed)
    resolution = resolve(parsed, extraction)
    sources = Sources(parsed, extraction, resolution)
    quoted = document_quotations(parsed)
    found = nodes(parsed, tellings(parsed, quoted, sources.outlet), sources)
    own = {(event.sentence, event.head): event for event in extraction.events}
    read = []
    for start, end in spans:
        event = _event(parsed, own, start, end)
        holder = innermost(found, event.trigger.start)
        ids = [str(number) for number in range(len(found))]
        stance = chain_stances(parsed, event, found, ids, holder, restated=False)[0]
        read.append(Predicate(stance.sign, stance.certainty, event.realis))
    return read


def _event(
    parsed: ParsedDocument, own: dict[tuple[int, int], EventCandidate], start: int, end: int
) -> EventCandidate:
    sentence, word = _head(parsed, start, end)
    known = own.get((sentence.index, word.index))
    if known is not None:
        return known
    frame = next((f for f in frames(sentence) if f.head.index == word.index), None)
    value, sign, cue = "past", "+", None
    if frame is not None:
        value, why = realis(frame)
        score = next(
            (t for t in parsed.triggers if (t.sentence, t.word) == (sentence.index, word.index)), None
        )
        if why.startswith(UNSURE) and score is not None:
            value = score.realis
        sign, cue = polarity(frame)
    blank = EventCandidate(
        index=0, sentence=sentence.index, head=word.index, trigger=parsed.span(word.start, word.end),
        lemma=word.lemma, type="NONE", mode=None, contexts=(), other=None, cameo=None, actors=(),
        recipients=(), place=None, time=None, realis="past", polarity="+", polarity_cue=None, purpose=None,
        quantities=(), cluster=0, why={},
    )  # fmt: skip
    span = parsed.span(cue.start, cue.end) if cue is not None else None
    return replace(blank, realis=value, polarity=sign, polarity_cue=span)  # type: ignore[arg-type]


def _head(parsed: ParsedDocument, start: int, end: int) -> tuple[Sentence, Word]:
    """The topmost word of a span; the nearest word where no token lies in it."""
    inside = [(s, w) for s in parsed.sentences for w in s.words if w.start < end and start < w.end]
    if not inside:
        inside = [
            min(((s, w) for s in parsed.sentences for w in s.words), key=lambda p: abs(p[1].start - start))
        ]
    numbers = {(s.index, w.index) for s, w in inside}
    return next(((s, w) for s, w in inside if (s.index, w.head) not in numbers), inside[0])
