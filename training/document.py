"""A document with labels for some heads of the model, and the windows the model reads it in."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

UNKNOWN = -100
"""A label that was not annotated; no loss is counted for it (the ``ignore_index`` of cross-entropy)."""
NOWHERE = -1
"""A link that leads to no word: the root of a tree, a word outside every source or content."""

TAG_LAYERS = (
    *("upos", "xpos", "feats", "lemma", "relation"),
    *("name", "head_type", "sentence_start"),
    *("source", "cue", "content"),
    *("event_type", "event_mode", "realis", "sign", "certainty"),
)
LINK_LAYERS = ("head", "source_cue", "content_cue")


@dataclass(slots=True, kw_only=True)
class Mention:
    """A referring expression: its head word, its words (document indices, ``last`` inclusive) and the
    entity of the document it refers to."""

    head: int
    first: int
    last: int
    entity: int


@dataclass(slots=True, kw_only=True)
class LabelledDocument:
    """Words of one document with whatever layers its corpus annotates.

    ``tags`` and ``links`` have one entry per word for each layer present; a layer that is absent is not
    annotated. Links hold document-wide word indices, :data:`NOWHERE` or :data:`UNKNOWN`.
    """

    corpus: str
    forms: list[str]
    sentences: list[int]
    """First word of each sentence."""
    tags: dict[str, list[int]] = field(default_factory=dict)
    links: dict[str, list[int]] = field(default_factory=dict)
    trigger: list[float] | None = None
    """Probability that a word is the head of an event's trigger; ``UNKNOWN`` where not annotated."""
    trigger_weight: float = 1.0
    """How much the trigger labels count (silver ones less)."""
    roles: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """Trigger → (head word of an argument, role), for triggers whose arguments are annotated."""
    mentions: list[Mention] | None = None

    def bounds(self, sentence: int) -> tuple[int, int]:
        """First word of a sentence and one past its last."""
        after = self.sentences[sentence + 1] if sentence + 1 < len(self.sentences) else len(self.forms)
        return self.sentences[sentence], after


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences of a document: words ``start``..``end`` (exclusive)."""

    document: LabelledDocument
    start: int
    end: int


def windows(
    document: LabelledDocument, pieces: Sequence[int], chance: random.Random, *, most: int
) -> Iterator[Window]:
    """A fresh division of ``document`` into windows; ``pieces`` counts the pieces of each word.

    The room of a window is drawn anew each time, between a single sentence and ``most`` pieces, so that
    the model meets short texts and long ones. A sentence longer than ``most`` is left out.
    """
    start: int | None = None
    used = last = 0
    room = _room(chance, most)
    for number in range(len(document.sentences)):
        first, after = document.bounds(number)
        size = sum(pieces[first:after])
        if start is not None and used + size > room:
            yield Window(document, start, first)
            start, used, room = None, 0, _room(chance, most)
        if size > most:
            continue
        if start is None:
            start = first
        used += size
        last = after
    if start is not None:
        yield Window(document, start, last)


def _room(chance: random.Random, most: int) -> int:
    return chance.choice((1, most // 4, most // 2, most, most, most))
