"""The account in a terminal: stories, an event card with its source ladder, an actor, a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from whence.records import Actor, Document, Event, Side, Story, ValueRange
from whence.show import wording
from whence.show.card import EventCard, Telling, article, event_card, rung

if TYPE_CHECKING:
    from whence.store import Store

SENTENCE = 320
"""Characters of a sentence shown; a long one is cut around the trigger."""
EVENTS = 12
"""Events shown of a story in the overview; the story's own page shows all."""


def overview(store: Store) -> RenderableType:
    """All stories, the ones with most reports first, with their events."""
    events: dict[str, list[Event]] = {}
    for event in store.table("events"):
        events.setdefault(event.story_id, []).append(event)
    stories = sorted(store.table("stories"), key=lambda s: (-len(s.document_ids), s.from_ or "", s.story_id))
    parts: list[RenderableType] = []
    for story in stories:
        parts += [*_story(story, events.get(story.story_id, []), most=EVENTS), Text()]
    return (
        Group(*parts) if parts else Text("The account holds no documents yet: whence read FOLDER --into FILE")
    )


def story_page(store: Store, story_id: str) -> RenderableType:
    (story,) = store.table("stories", story_id=story_id)
    return Group(*_story(story, list(store.table("events", story_id=story_id)), most=None))


def _story(story: Story, events: Iterable[Event], *, most: int | None) -> Iterator[RenderableType]:
    reports = len(story.document_ids)
    head = Text.assemble((story.title, "bold"), f"  {story.story_id}")
    head.append(f"\n{reports} {'report' if reports == 1 else 'reports'}, {_range(story)}", style="dim")
    yield head
    ordered = sorted(events, key=_timeline)
    # Those that several reports tell, or on which they differ, are what a reader came for.
    chosen = sorted(ordered, key=_weight)[:most] if most else ordered
    for event in (event for event in ordered if event in chosen):
        yield _line(event)
    if len(ordered) > len(chosen):
        yield Text(
            f"  … {len(ordered) - len(chosen)} more events: whence show ACCOUNT {story.story_id}", style="dim"
        )


def _timeline(event: Event) -> tuple[str, str]:
    return ((event.date.from_ or event.date.to or "9999") if event.date else "9999", event.event_id)


def _weight(event: Event) -> tuple[bool, int, int, bool, bool, str]:
    return (
        not event.disputed_fields and event.status != "disputed",
        -event.reports,
        -event.origins.high,
        event.type == "NONE",
        not event.actors,
        event.event_id,
    )


def _range(story: Story) -> str:
    if not story.from_:
        return "undated"
    return story.from_ if story.from_ == story.to else f"{story.from_} to {story.to}"


def _line(event: Event) -> Text:
    counts = "1 report" if event.reports == 1 else f"{event.reports} reports"
    interval = event.origins if event.origins.high else event.denials
    span = str(interval.low) if interval.low == interval.high else f"{interval.low}–{interval.high}"
    line = Text(f"  {wording.MARK[event.status]} ")
    line.append(wording.sentence(event))
    line.append(f"  [{wording.status(event)}; {counts}, origins {span}]", style="dim")
    line.append(f"  {event.event_id}", style="cyan")
    if event.disputed_fields:
        line.append(f"  accounts differ on the {', '.join(event.disputed_fields)}", style="bold")
    return line


def event_page(store: Store, event_id: str, *, why: bool = False) -> RenderableType:
    """One event: what, who, where, when; three counts, the ladder of each origin, and what differs."""
    card = event_card(store, event_id)
    event = card.event
    head = Text.assemble((wording.sentence(event), "bold"), f"  {event.event_id}\n")
    head.append(f"{wording.MARK[event.status]} {wording.status(event)}\n")
    reports, outlets = event.reports, event.outlets
    head.append(f"{reports} {'report' if reports == 1 else 'reports'}, ")
    head.append(f"{outlets} {'outlet' if outlets == 1 else 'outlets'}, ")
    head.append(wording.origins(event.origins if event.origins.high else event.denials, reports))
    if event.origins.high:
        head.append(f" (expected {event.origins.expected:g})", style="dim")
    if event.follows:
        head.append(f"\nfollows the plan {event.follows}")
    if event.contexts:
        head.append(f"\ncontexts: {', '.join(event.contexts)}", style="dim")
    parts: list[RenderableType] = [head]
    for value in event.quantities:
        figure = wording.amount(value.low, value.high, value.approximate)
        origins = "origin" if len(value.origin_ids) == 1 else "origins"
        parts.append(Text(f"{value.role}: {figure} ({len(value.origin_ids)} {origins})"))
    parts += [Text(), _ladder(card)]
    for conflict in card.conflicts:
        parts.append(
            Text(f"\n{wording.CONFLICT[conflict.kind]} on the {conflict.field}: {conflict.why}", "bold")
        )
        parts += [Text(f"  {_side(side, card)}") for side in conflict.sides]
    parts.append(Text("\nTold in", style="bold"))
    for telling in card.tellings:
        parts.append(Padding(_telling(telling, why=why), (0, 0, 1, 2), expand=False))
    if why:
        parts.append(Text("Why counted so", style="bold"))
        parts += [
            Text(
                f"  {d.event_mention_id} ← {d.of_event_mention_id or d.origin_id}: {d.basis}, {d.evidence}",
                "dim",
            )
            for d in card.derivations
        ]
    return Group(*parts)


def _ladder(card: EventCard) -> Tree:
    """Origins, and under each the way its word took into every report."""
    tree = Tree(Text("Who says so", style="bold"))
    tellings = {telling.mention.event_mention_id: telling for telling in card.tellings}
    for origin in card.origins:
        side = "denied by" if origin.sign == "-" else "reported by"
        label = Text.assemble(
            f"{side} ", (one_line(origin.source), "bold"), f" — {wording.KIND[origin.kind]}"
        )
        if origin.party not in ("none", "unknown"):
            label.append(f", {'party to it' if origin.party != 'ally' else 'ally of a party'}")
        node = tree.add(label)
        for mention_id in origin.event_mention_ids:
            telling = tellings[mention_id]
            rungs = [article(telling.document), *(rung(link) for link in telling.chain)]
            node.add(Text.assemble(" → ".join(rungs), (f"   {telling.where}", "dim")))
    if not card.origins:
        tree.add(Text("no one here commits to it"))
    return tree


def _telling(telling: Telling, *, why: bool) -> RenderableType:
    text = _cut(telling)
    text.append(f"\n{telling.where}", style="dim")
    for holder, stance in telling.stances:
        scope = "" if stance.scope == "event" else f" (only the {stance.scope} is at issue)"
        line = f"\n  {one_line(holder)}: {wording.stance(stance.sign, stance.certainty)}{scope}"
        text.append(line)
        if why:
            text.append(f"  [{stance.why}]", style="dim")
    if why:
        for field, reason in telling.mention.why.items():
            text.append(f"\n  {field}: {reason}", style="dim")
    return text


def _cut(telling: Telling) -> Text:
    start, end = telling.mention.sentence
    trigger = telling.mention.trigger
    low = start if end - start <= SENTENCE else max(start, trigger.start - SENTENCE // 2)
    high = end if end - start <= SENTENCE else min(end, trigger.end + SENTENCE // 2)
    source = telling.document.text
    text = Text("…" if low > start else "")
    text.append(one_line(source[low : trigger.start], keep=True))
    text.append(one_line(trigger.text), style="bold underline")
    text.append(one_line(source[trigger.end : high], keep=True))
    text.append("…" if high < end else "")
    return text


def _side(side: Side, card: EventCard) -> str:
    sources = [origin.source for origin in card.origins if origin.origin_id in side.origin_ids]
    if not sources:
        sources = [
            holder
            for telling in card.tellings
            for holder, stance in telling.stances
            if telling.document.document_id in side.document_ids and stance.sign == side.sign
        ]
    value = (
        wording.amount(side.value.low, side.value.high, False)
        if isinstance(side.value, ValueRange)
        else side.value
    )
    verb = "denied by" if side.sign == "-" else "told by"
    return f"{value} — {verb} {', '.join(dict.fromkeys(one_line(s) for s in sources)) or 'no origin counted'}"


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
        told = [(r.subject, r.type.replace("_", " "), r.object) for r in ties]
        lines = dict.fromkeys(f"  {a.name or a.text} {tie} {b.name or b.text}" for a, tie, b in told)
        parts += [Text(line) for line in lines]
    events = [
        event
        for event in store.table("events")
        if any(party.actor_id == actor_id for party in (*event.actors, *event.recipients))
    ]
    parts.append(Text("\nEvents", style="bold"))
    parts += [_line(event) for event in sorted(events, key=_timeline)]
    return Group(*parts)


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


def one_line(text: str, *, keep: bool = False) -> str:
    """Text on one line, without control characters: article text is hostile, a terminal obeys escapes."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    joined = " ".join(plain.split())
    if keep and joined:
        joined = (" " if plain[:1].isspace() else "") + joined + (" " if plain[-1:].isspace() else "")
    return joined
