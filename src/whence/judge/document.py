"""A document while judgements are applied to it: its records, changed one by one."""

from __future__ import annotations

import re
from dataclasses import replace

from whence.judge.known import Known, with_actor, with_place
from whence.names import normal_name
from whence.records import (
    Actor,
    ActorKind,
    Argument,
    Attribution,
    EventMention,
    EventPlace,
    Mention,
    Range,
    Stance,
    stable_id,
)
from whence.tables import DocumentRecords


class Draft:
    """Of one document; ``records`` is what was written, the other fields are what is made of it."""

    def __init__(self, records: DocumentRecords, known: Known) -> None:
        self.records = records
        self.known = known
        self.actors = records.actors
        self.places = records.places
        self.mentions = records.mentions
        self.attributions: dict[str, Attribution] = {a.attribution_id: a for a in records.attributions}
        self.events: dict[str, EventMention] = {m.event_mention_id: m for m in records.event_mentions}
        self.stances: dict[str, Stance] = {s.stance_id: s for s in records.stances}
        self.relations = records.relations

    def finished(self) -> DocumentRecords:
        return replace(
            self.records,
            actors=self.actors,
            places=self.places,
            mentions=self.mentions,
            attributions=tuple(self.attributions.values()),
            event_mentions=tuple(self.events.values()),
            stances=tuple(self.stances.values()),
            relations=self.relations,
        )

    def text(self, span: Range) -> str:
        return self.records.document.text[slice(*span)]

    def actor(self, name: str, kind: ActorKind = "group") -> Actor:
        """The actor of that name, one of the document's from now on; ``kind`` is of one that nothing else is
        known of."""
        found = self.known.actor(name, replace(self.records, actors=self.actors), kind)
        self.actors = with_actor(self.actors, found)
        return found

    def actor_at(self, span: Range, name: str | None = None) -> Actor:
        """The actor of that name, or the one that is mentioned at a span, which it is a mention of from now
        on."""
        there = next(
            (m for m in self.mentions if m.kind == "actor" and (m.start, m.end) == span), None
        )  # fmt: skip
        meant = [a for a in self.actors if there is not None and a.actor_id == there.refers_to]
        if name is None and meant:
            return meant[0]
        found = self.actor(name or as_written(self.text(span)))
        if there is None:
            mentions = (*self.mentions, self._mention(span, found))
            self.mentions = tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.kind)))
        return found

    def _mention(self, span: Range, actor: Actor) -> Mention:
        document_id, text = self.records.document.document_id, self.text(span)
        return Mention(
            mention_id=stable_id("m", document_id, "actor", *span),
            document_id=document_id,
            start=span[0],
            end=span[1],
            text=text,
            kind="actor",
            form="name" if any(c.isupper() for c in as_written(text)) else "nominal",
            refers_to=actor.actor_id,
            value=None,
        )

    def party(self, span: Range, actor: Actor) -> Argument:
        return Argument(
            text=self.text(span),
            start=span[0],
            end=span[1],
            actor_id=actor.actor_id,
            name=actor.name,
            country=actor.country,
            sectors=actor.sectors,
            title=None,
        )

    def place(self, span: Range, name: str) -> EventPlace:
        found = self.known.place(name, replace(self.records, places=self.places))
        if found is not None:
            self.places = with_place(self.places, found)
        return EventPlace(
            text=self.text(span),
            start=span[0],
            end=span[1],
            place_id=found.place_id if found else None,
            name=found.name if found else name,
        )

    def find(self, mention: EventMention, name: str, referent: str | None) -> Range | None:
        """Where a name, or something that refers to who or what it names, stands: in the sentence of an event
        mention, else nearest to its trigger."""
        low, high = mention.sentence
        mine = [(m.start, m.end) for m in self.mentions if referent is not None and m.refers_to == referent]
        inside = [span for span in mine if low <= span[0] and span[1] <= high]
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        written = pattern.search(self.records.document.text, low, high)
        if inside:
            return min(inside, key=lambda span: (abs(span[0] - mention.trigger.start), span))
        if written is not None:
            return written.span()
        return min(mine, key=lambda span: (abs(span[0] - mention.trigger.start), span), default=None)


def as_written(text: str) -> str:
    """A name as it stands, without its article, on one line."""
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("a", "an", "the") else words)


def same_name(party: Argument, name: str) -> bool:
    return normal_name(name) in (normal_name(party.name or party.text), normal_name(party.text))
