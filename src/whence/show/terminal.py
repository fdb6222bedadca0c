"""The account in a terminal: stories, and an event card with its source ladder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from whence.records import Attribution, Event, Origin, Side, Story, ValueRange
from whence.show import wording
from whence.show.card import EventCard, Telling, article, event_card, one_line, rung
from whence.show.reasons import reasons

if TYPE_CHECKING:
    from whence.link.why import Tie
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
    origins = origins_of(store)
    for story in stories:
        parts += [*_story(story, events.get(story.story_id, []), origins, most=EVENTS), Text()]
    return (
        Group(*parts) if parts else Text("The account holds no documents yet: whence read FOLDER --into FILE")
    )


def story_page(store: Store, story_id: str) -> RenderableType:
    (story,) = store.table("stories", story_id=story_id)
    events = list(store.table("events", story_id=story_id))
    return Group(*_story(story, events, origins_of(store), most=None))


def origins_of(store: Store) -> Mapping[str, Sequence[Origin]]:
    """Event id → its origins."""
    found: dict[str, list[Origin]] = {}
    for origin in store.table("origins"):
        found.setdefault(origin.event_id, []).append(origin)
    return found


def _story(
    story: Story, events: Iterable[Event], origins: Mapping[str, Sequence[Origin]], *, most: int | None
) -> Iterator[RenderableType]:
    reports = len(story.document_ids)
    head = Text.assemble((story.title, "bold"), f"  {story.story_id}")
    head.append(f"\n{reports} {'report' if reports == 1 else 'reports'}, {_range(story)}", style="dim")
    yield head
    ordered = sorted(events, key=timeline)
    # Those that several reports tell, or on which they differ, are what a reader came for.
    chosen = sorted(ordered, key=_weight)[:most] if most else ordered
    for event in (event for event in ordered if event in chosen):
        yield event_line(event, origins.get(event.event_id, ()))
    if not ordered:
        yield Text("  no events were read in it", style="dim")
    if len(ordered) > len(chosen):
        yield Text(
            f"  … {len(ordered) - len(chosen)} more events: whence show ACCOUNT {story.story_id}", style="dim"
        )


def timeline(event: Event) -> tuple[str, str]:
    return ((event.date.from_ or event.date.to or "9999") if event.date else "9999", event.event_id)


def _weight(event: Event) -> tuple[bool, int, int, bool, bool, str]:
    return (
        not event.disputed_fields and event.status != "disputed",
        -event.reports,
        -event.origins.high,
        event.type == "NONE",
        not any(party.name[:1].isupper() for party in event.actors),
        event.event_id,
    )


def _range(story: Story) -> str:
    if not story.from_:
        return "undated"
    return story.from_ if story.from_ == story.to else f"{story.from_} to {story.to}"


def event_line(event: Event, origins: Sequence[Origin]) -> RenderableType:
    """One event in two lines: what is told, and who says so."""
    counts = "1 report" if event.reports == 1 else f"{event.reports} reports"
    interval = event.origins if event.origins.high else event.denials
    line = Text(f"  {wording.MARK[event.status]} ")
    line.append(wording.sentence(event))
    line.append(f"  {event.event_id}", style="cyan")
    if event.disputed_fields:
        line.append(f"  accounts differ on the {', '.join(event.disputed_fields)}", style="bold")
    said = one_line(wording.who(event, origins)) or "no one here commits to it"
    below = f"{wording.status(event)}; {said} ({counts}, {wording.span(interval)})"
    return Group(line, Padding(Text(below, style="dim"), (0, 0, 0, 6), expand=False))


def event_page(store: Store, event_id: str, *, why: bool = False) -> RenderableType:
    """One event: what, who, where, when; three counts, the ladder of each origin, and what differs."""
    card = event_card(store, event_id)
    event = card.event
    head = Text.assemble((wording.sentence(event), "bold"), f"  {event.event_id}\n")
    head.append(f"{wording.MARK[event.status]} {wording.status(event)}\n")
    head.append(f"{one_line(wording.because(event, card.origins))}\n", style="dim")
    reports, outlets = event.reports, event.outlets
    head.append(f"{reports} {'report' if reports == 1 else 'reports'}, ")
    head.append(f"{outlets} {'outlet' if outlets == 1 else 'outlets'}, ")
    head.append(wording.origins(event.origins if event.origins.high else event.denials, reports))
    if event.origins.low < event.origins.high:
        head.append(f" (expected {event.origins.expected:g})", style="dim")
    if event.follows:
        head.append(f"\nfollows the plan {event.follows}")
    if event.contexts:
        head.append(f"\ncontexts: {', '.join(event.contexts)}", style="dim")
    for decided in dict.fromkeys(map(wording.review, event.reviewed)):
        head.append(f"\n{one_line(decided)}", style="dim")
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
        from whence.across import ties_of  # it takes numpy to weigh them

        parts += _linked(card, ties_of(store, event_id))
        parts.append(Text("Why counted so", style="bold"))
        parts += [
            Text(
                f"  {d.event_mention_id} ← {d.of_event_mention_id or d.origin_id}: {d.basis}, {d.evidence}",
                "dim",
            )
            for d in card.derivations
        ]
    return Group(*parts)


def _linked(card: EventCard, found: Sequence[Tie]) -> Iterator[RenderableType]:
    """Why the tellings are taken for one event."""
    where = {telling.mention.event_mention_id: telling.where for telling in card.tellings}
    if found:
        yield Text("Why linked", style="bold")
    for tie in found:
        one, other = where[tie.event_mention_id], where[tie.of_event_mention_id]
        yield Text(f"  {one} with {other}: {wording.tie(tie)}")
        if not tie.same_words:
            weighed = ", ".join(f"{name} {weight:+.1f}" for name, weight in tie.evidence)
            yield Text(f"    {weighed}", style="dim")
    if found:
        yield Text()


def _ladder(card: EventCard) -> Tree:
    """Origins, and under each the way its word took into every report."""
    tree = Tree(Text("Who says so", style="bold"))
    tellings = {telling.mention.event_mention_id: telling for telling in card.tellings}
    for origin in card.origins:
        label = Text.assemble(
            f"{wording.said_by(card.event, origin)} ",
            (one_line(origin.source), "bold"),
            f" — {wording.origin_kind(origin)}",
        )
        if origin.party not in ("none", "unknown"):
            label.append(f", {'party to it' if origin.party != 'ally' else 'ally of a party'}")
        node = tree.add(label)
        for mention_id in origin.event_mention_ids:
            telling = tellings[mention_id]
            step = node.add(
                Text.assemble(one_line(article(telling.document)), (f"   {telling.where}", "dim"))
            )
            for link in telling.chain:
                step = step.add(_rung(telling, link))
    if not card.origins:
        tree.add(Text("no one here commits to it"))
    return tree


def _rung(telling: Telling, link: Attribution) -> Text:
    """One holder below the article: who, by which word, how named, and where the words stand."""
    withheld = link.source.text is None
    text = Text("" if withheld else one_line(rung(link)))
    if link.cue is not None:
        text.append(f" “{one_line(link.cue.text)}”")
    text.append(f"{' ' if withheld else ', '}{wording.NAMING[link.source.naming]}")
    places = [(at.start, at.end) for at in (link.source, link.cue) if at is not None and at.start is not None]
    if places:
        text.append("   " + telling.span(min(a for a, _ in places), max(b or a for a, b in places)), "dim")
    if link.source.reason:
        text.append(f"\nnot named: {one_line(link.source.reason)}", "dim")
    return text


def _telling(telling: Telling, *, why: bool) -> RenderableType:
    text = _cut(telling)
    text.append(f"\n{telling.where}", style="dim")
    if why:
        text.append(f"  {telling.mention.event_mention_id}", style="cyan")
        for link in telling.chain:
            text.append(f"\n  told by {one_line(rung(link))}  ")
            text.append(link.attribution_id, style="cyan")
    for holder, stance in telling.stances:
        scope = "" if stance.scope == "event" else f" (only the {stance.scope} is at issue)"
        line = f"\n  {one_line(holder)}: {wording.stance(stance.sign, stance.certainty)}{scope}"
        text.append(line)
        if why:
            text.append(f"  [{stance.why}]  ", style="dim")
            text.append(stance.stance_id, style="cyan")
    if why:
        for line in reasons(telling.mention):
            shown = one_line(line, keep=True)
            text.append(f"\n  {shown}", style="dim")
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
