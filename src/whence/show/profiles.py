"""Pages in a terminal for an actor and for a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from whence.records import Actor, Document, Relation
from whence.show.card import article, documents_of, one_line, rung
from whence.show.terminal import event_line, origins_of, timeline

if TYPE_CHECKING:
    from whence.store import Store


def actor_page(store: Store, actor_id: str) -> RenderableType:
    """One actor: names, roles, ties, and the events it takes part in."""
    (actor,) = store.table("actors", actor_id=actor_id)
    parts: list[RenderableType] = [_actor_head(actor)]
    ties = [
        relation
        for relation in store.table("relations")
        if actor_id in (relation.subject.actor_id, relation.object.actor_id)
    ]
    if ties:
        parts.append(Text("\nTies, as reported", style="bold"))
        parts += [Text(line) for line in _ties(store, ties)]
    events = [
        event
        for event in store.table("events")
        if any(party.actor_id == actor_id for party in (*event.actors, *event.recipients))
    ]
    parts.append(Text("\nEvents", style="bold"))
    origins = origins_of(store)
    parts += [event_line(event, origins.get(event.event_id, ())) for event in sorted(events, key=timeline)]
    return Group(*parts)


def _ties(store: Store, ties: Sequence[Relation]) -> list[str]:
    """One line per tie, with everyone who tells of it."""
    documents = documents_of(store, {tie.document_id for tie in ties})
    told_by = sorted({tie.attribution_id for tie in ties if tie.attribution_id})
    holders = {a.attribution_id: a for a in store.table("attributions", attribution_id=told_by)}
    lines: dict[str, list[str]] = {}
    for tie in ties:
        holder = holders.get(tie.attribution_id or "")
        negated = "" if tie.sign == "+" else " — denied" if tie.sign == "-" else " — in doubt"
        sides = [one_line(side.name or side.text) for side in (tie.subject, tie.object)]
        line = f"  {sides[0]} {tie.type.replace('_', ' ')} {sides[1]}{negated}"
        by = rung(holder) if holder else article(documents[tie.document_id])
        lines.setdefault(line, []).append(one_line(by))
    return [f"{line} (told by {', '.join(dict.fromkeys(by))})" for line, by in lines.items()]


def _actor_head(actor: Actor) -> Text:
    head = Text.assemble((actor.name, "bold"), f"  {actor.actor_id}\n{actor.kind.replace('_', ' ')}")
    for part in (actor.country, ", ".join(actor.sectors), actor.wikidata):
        head.append(f", {part}" if part else "")
    if actor.aliases:
        head.append(f"\nalso: {'; '.join(actor.aliases[:8])}")
    for role in actor.roles:
        span = f" ({role.from_ or '…'} to {role.to or '…'})" if role.from_ or role.to else ""
        head.append(f"\n{role.title}{f', {role.organization}' if role.organization else ''}{span}")
    return head


def document_page(store: Store, document_id: str) -> RenderableType:
    """One report: its metadata and what was read in it, in the order of the text."""
    (document,) = store.table("documents", document_id=document_id)
    parts: list[RenderableType] = [_document_head(document)]
    events = {m.event_mention_id: m for m in store.table("event_mentions", document_id=document_id)}
    attributions = {a.attribution_id: a for a in store.table("attributions", document_id=document_id)}
    for mention in events.values():
        kind = mention.type if mention.type != "NONE" else mention.other or "other"
        holder = attributions.get(mention.attribution_id or "")
        by = rung(holder) if holder else "the article itself"
        parts.append(
            Text.assemble(
                f"  {mention.trigger.start:>6}  {kind:<10} ",
                (one_line(mention.trigger.text), "bold"),
                f" ({mention.realis}) — told by {by}",
                (f"  {mention.event_id}", "cyan"),
            )
        )
    left_out = [
        p for p in store.table("passages", document_id=document_id) if p.kind not in ("headline", "body")
    ]
    if left_out:
        parts.append(Text("\nKept out of the analysis", style="bold"))
        parts += [
            Text(f"  {p.start:>6}  {p.kind:<10} {one_line(document.text[p.start : p.end])[:90]}", "dim")
            for p in left_out
        ]
    return Group(*parts)


def _document_head(document: Document) -> Text:
    title = document.title or document.path or document.document_id
    head = Text.assemble((one_line(title), "bold"), f"  {document.document_id}\n")
    known = (document.outlet, document.published, document.url, document.path, document.language)
    head.append(" · ".join(one_line(part) for part in known if part), style="dim")
    return head
