"""One document's analysis, as a user gets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from whence.records import (
    Actor,
    Attribution,
    Document,
    EventMention,
    Mention,
    Passage,
    Place,
    Relation,
    Stance,
    Token,
    to_dict,
)
from whence.tables import DocumentRecords

PARTS = (
    "document",
    "passages",
    "tokens",
    "mentions",
    "actors",
    "places",
    "attributions",
    "event_mentions",
    "stances",
    "relations",
)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The account of one text: the per-document tables, with document-local ids."""

    records: DocumentRecords

    @property
    def document(self) -> Document:
        return self.records.document

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self.records.passages

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.records.tokens

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return self.records.mentions

    @property
    def actors(self) -> tuple[Actor, ...]:
        return self.records.actors

    @property
    def places(self) -> tuple[Place, ...]:
        return self.records.places

    @property
    def event_mentions(self) -> tuple[EventMention, ...]:
        return self.records.event_mentions

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        return self.records.attributions

    @property
    def stances(self) -> tuple[Stance, ...]:
        return self.records.stances

    @property
    def relations(self) -> tuple[Relation, ...]:
        return self.records.relations

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts and lists, a key for the document and for each table of it; fits
        ``whence.export.jsonschema``."""
        return {part: to_dict(getattr(self.records, part)) for part in PARTS}
