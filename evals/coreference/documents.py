"""GUM documents as the coreference of the parse stage reads them, and their gold entities."""

from __future__ import annotations

from collections import defaultdict

from evals.syntax.conllu import GoldDocument, head_of
from whence.parse import Parser
from whence.parse.coreference import TaggedSentence

Place = tuple[int, int]
"""Sentence and word, both from 0."""


def tagged(parser: Parser, document: GoldDocument) -> list[TaggedSentence]:
    """The sentences of ``document`` (gold tokens) as the model reads them."""
    return parser.tagged([sentence.forms for sentence in document.sentences])


def gold_entities(document: GoldDocument) -> list[list[Place]]:
    """The head words of the mentions of every entity, in order; of several mentions with one head word the
    longest counts."""
    return [[place for place, _span in mentions] for mentions in gold_mentions(document)]


def gold_mentions(document: GoldDocument) -> list[list[tuple[Place, Place]]]:
    """(sentence, head word) and (first, last word) of the mentions of every entity."""
    found: dict[str, list[tuple[Place, Place]]] = defaultdict(list)
    for number, sentence in enumerate(document.sentences):
        heads: set[int] = set()
        for entity in sentence.entities or ():  # longer ones come first
            head = head_of(sentence, entity)
            if head not in heads:
                heads.add(head)
                found[entity.entity].append(((number, head), (entity.first, entity.last)))
    return list(found.values())
