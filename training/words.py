"""The words of a parsed document in one row, found by the characters of a span."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from training.document import NOWHERE
from whence.handover import ParsedDocument

Spans = Sequence[Sequence[int]]
"""[start, end] each."""


@dataclass(slots=True)
class Words:
    """One entry per word in each list; ``heads`` are indices of this row, ``NOWHERE`` for a root."""

    forms: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, parsed: ParsedDocument) -> Words:
        made = cls()
        for sentence in parsed.sentences:
            first = len(made.forms)
            made.sentences.append(first)
            for word in sentence.words:
                made.forms.append(word.text)
                made.starts.append(word.start)
                made.ends.append(word.end)
                made.heads.append(first + word.head - 1 if word.head else NOWHERE)
        return made

    def within(self, spans: Spans) -> list[int]:
        """Words that share a character with one of ``spans``, in order."""
        found: list[int] = []
        for start, end in spans:
            i = bisect_left(self.ends, start + 1)
            while i < len(self.starts) and self.starts[i] < end:
                found.append(i)
                i += 1
        return sorted(set(found))

    def head(self, words: Sequence[int]) -> int:
        """The first of ``words`` whose own head is not among them."""
        inside = set(words)
        return next((word for word in words if self.heads[word] not in inside), words[0])

    def sentence(self, word: int) -> int:
        return bisect_left(self.sentences, word + 1) - 1
