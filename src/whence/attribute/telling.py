"""One speech act while it is being worked out: who, by which words, what."""

from __future__ import annotations

from dataclasses import dataclass

from whence.attribute.hearers import Link
from whence.attribute.tables import CueRule
from whence.handover import Sentence, Word
from whence.records import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """``source`` is the head word of the source's noun phrase, in ``sentence`` unless
    ``source_sentence`` says otherwise; ``None`` is a withheld source."""

    sentence: Sentence
    rule: CueRule
    cue: Word | None
    """The word that carries the cue; ``None`` if the act is only implied (a signature, an outlet told)."""
    cue_range: Range | None
    source: Word | None
    source_sentence: Sentence
    content: tuple[Range, ...]
    clause: Range
    """Extent of the telling's own words (source, cue, adverbials), to which quotations attach."""
    complement: Word | None
    """Head word of the content clause or noun phrase, if the tree gives one."""
    link: Link | None
    """The outlet that was told."""
    negated: bool
    awaits_quote: bool
    """Found by its cue alone: dropped unless a quotation attaches."""
    parent: int | None = None
    """Index of the telling it is told inside, where the wording says so ("citing")."""

    @property
    def anchor(self) -> int:
        """Where the telling is made: start of its cue, else of its clause."""
        return self.cue_range[0] if self.cue_range else self.clause[0]


def implied_telling(
    sentence: Sentence,
    source: Word,
    source_sentence: Sentence,
    clause: Range,
    rule: CueRule,
    link: Link | None,
) -> Telling:
    """A telling without a cue word of its own, waiting for its content."""
    return Telling(
        sentence=sentence,
        rule=rule,
        cue=None,
        cue_range=None,
        source=source,
        source_sentence=source_sentence,
        content=(),
        clause=clause,
        complement=None,
        link=link,
        negated=False,
        awaits_quote=True,
    )


def within(offset: int, ranges: tuple[Range, ...]) -> bool:
    """Whether a character is in one of ``ranges``."""
    return any(start <= offset < end for start, end in ranges)


def size(ranges: tuple[Range, ...]) -> int:
    """Characters covered by disjoint ``ranges``."""
    return sum(end - start for start, end in ranges)


def merge(ranges: tuple[Range, ...], text: str) -> tuple[Range, ...]:
    """``ranges`` sorted, with those joined that overlap or have only blanks between them."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and (start <= merged[-1][1] or not text[merged[-1][1] : start].strip(" \t\r\n\"'“”‘’")):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
