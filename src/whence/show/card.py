"""What one event card shows, gathered from the account: the tellings, their ladders, and where accounts
differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whence.records import (
    Attribution,
    Conflict,
    Derivation,
    Document,
    Event,
    EventMention,
    Origin,
    Reprint,
    Stance,
    Story,
)

if TYPE_CHECKING:
    from whence.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One mention of the event, its sentence, and the chain above it (outermost first)."""

    mention: EventMention
    document: Document
    chain: tuple[Attribution, ...]
    stances: tuple[tuple[str, Stance], ...]
    """(holder as shown, stance), article first."""

    @property
    def sentence(self) -> str:
        return self.document.text[slice(*self.mention.sentence)]

    @property
    def where(self) -> str:
        """Where the trigger stands: "report.txt:10-17"."""
        return self.span(self.mention.trigger.start, self.mention.trigger.end)

    def span(self, start: int, end: int) -> str:
        """A stretch of the report: "report.txt:10-17"."""
        name = self.document.path or self.document.url or self.document.document_id
        return f"{name}:{start}-{end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    event: Event
    story: Story | None
    tellings: tuple[Telling, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    derivations: tuple[Derivation, ...]
    reprints: tuple[Reprint, ...] = ()
    """Those among its reports."""

    def _repr_html_(self) -> str:
        from whence.show.notebook import event_html

        return event_html(self)


def article(document: Document) -> str:
    """How the article itself is named as a holder."""
    return document.outlet or document.title or document.path or document.document_id


def rung(attribution: Attribution) -> str:
    """How one rung of a ladder is named: the mention, and the full name if it adds anything."""
    source = attribution.source
    if source.text is None:
        return "source withheld"
    words = " ".join(source.text.split())
    if source.name and source.name.casefold() not in words.casefold():
        return f"{words} ({source.name})"
    return words


def one_line(text: str, *, keep: bool = False) -> str:
    """Text on one line, without control characters: article text is hostile, a terminal obeys escapes."""
    plain = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    joined = " ".join(plain.split())
    if keep and joined:
        joined = (" " if plain[:1].isspace() else "") + joined + (" " if plain[-1:].isspace() else "")
    return joined


def event_card(store: Store, event_id: str) -> EventCard:
    """Everything about one event, tellings in order of publication and position."""
    (event,) = store.table("events", event_id=event_id)
    mentions: Sequence[EventMention] = list(store.table("event_mentions", event_id=event_id))
    documents = documents_of(store, {m.document_id for m in mentions})
    stances: dict[str, list[Stance]] = {}
    for stance in store.table("stances", event_mention_id=sorted(m.event_mention_id for m in mentions)):
        stances.setdefault(stance.event_mention_id, []).append(stance)
    holders = {stance.attribution_id for held in stances.values() for stance in held}
    attributions = _with_parents(store, {*holders, *(m.attribution_id for m in mentions)})
    tellings = [
        _telling(
            mention, documents[mention.document_id], attributions, stances.get(mention.event_mention_id, [])
        )
        for mention in mentions
    ]
    tellings.sort(
        key=lambda t: (t.document.published or "9999", t.document.document_id, t.mention.trigger.start)
    )
    reprints = store.table("reprints", document_id=sorted(documents)) if len(documents) > 1 else ()
    return EventCard(
        event=event,
        story=next(iter(store.table("stories", story_id=event.story_id)), None),
        tellings=tuple(tellings),
        origins=tuple(store.table("origins", event_id=event_id)),
        conflicts=tuple(store.table("conflicts", event_ids=event_id)),
        derivations=tuple(store.table("derivations", event_id=event_id)),
        reprints=tuple(edge for edge in reprints if edge.of_document_id in documents),
    )


def _with_parents(store: Store, ids: Collection[str | None]) -> dict[str, Attribution]:
    """Attributions by id, with all that they are told inside of."""
    found: dict[str, Attribution] = {}
    ahead = set(ids)
    while wanted := sorted(key for key in ahead if key is not None and key not in found):
        held: list[Attribution] = list(store.table("attributions", attribution_id=wanted))
        found |= {attribution.attribution_id: attribution for attribution in held}
        ahead = {attribution.parent_id for attribution in held}
    return found


def documents_of(store: Store, ids: set[str]) -> dict[str, Document]:
    return {d.document_id: d for d in store.table("documents", document_id=sorted(ids))}


def _telling(
    mention: EventMention,
    document: Document,
    attributions: Mapping[str, Attribution],
    stances: Sequence[Stance],
) -> Telling:
    chain: list[Attribution] = []
    key = mention.attribution_id
    while key is not None and key in attributions and attributions[key] not in chain:
        chain.append(attributions[key])
        key = attributions[key].parent_id
    chain.reverse()
    order: dict[str | None, int] = {None: -1}
    order |= {a.attribution_id: i for i, a in enumerate(chain)}
    held = sorted(
        stances, key=lambda s: (order.get(s.attribution_id, len(order)), s.scope != "event", s.stance_id)
    )
    return Telling(
        mention=mention,
        document=document,
        chain=tuple(chain),
        stances=tuple(
            (
                article(document) if s.attribution_id is None else rung(attributions[s.attribution_id]),
                s,
            )
            for s in held
            if s.attribution_id is None or s.attribution_id in attributions
        ),
    )
