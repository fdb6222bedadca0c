"""One report: its text with layers, and what it took from other reports or they from it."""

from __future__ import annotations

from collections.abc import Iterator

from whence.export.web import web_address
from whence.records import Attribution, Document, EventMention, Mention, Passage, Reprint
from whence.show import wording
from whence.show.card import article, one_line, rung
from whence.show.web.page import Ask, Page
from whence.show.web.passages import Marking, runs
from whence.show.web.taken import taken

LAYERS = {
    "event": "events",
    "source": "sources",
    "quote": "what they say",
    "actor": "actors",
    "place": "places",
    "time": "times",
    "kept": "taken from another report",
}


def document(ask: Ask) -> Page:
    _, key = ask.store.resolve(ask.key, "documents")
    (found,) = ask.store.table("documents", document_id=key)
    told: list[EventMention] = list(ask.store.table("event_mentions", document_id=key))
    edges: list[Reprint] = list(ask.store.table("reprints", document_id=key))
    later: list[Reprint] = list(ask.store.table("reprints", of_document_id=key))
    ids = sorted({key, *(e.of_document_id for e in edges), *(e.document_id for e in later)})
    others: dict[str, Document] = {d.document_id: d for d in ask.store.table("documents", document_id=ids)}
    near = sorted({key, *(edge.of_document_id for edge in edges)})
    attributions: list[Attribution] = list(ask.store.table("attributions", document_id=near))
    passages: list[Passage] = list(ask.store.table("passages", document_id=near))
    mentions: list[Mention] = list(ask.store.table("mentions", document_id=key))
    took = [
        taken(edge, found, others[edge.of_document_id], passages, attributions)
        for edge in sorted(edges, key=lambda edge: (not edge.primary, -edge.share, edge.of_document_id))
    ]
    own = [attribution for attribution in attributions if attribution.document_id == key]
    markings = [
        *_events(told, own),
        *_sources(own),
        *_mentions(mentions),
        *_left_out([passage for passage in passages if passage.document_id == key]),
        *(Marking(start=start, end=end, layer="kept", note=f"also in {article(one.of)}")
          for one in took for start, end in one.kept),
    ]  # fmt: skip
    return Page(
        template="document.html",
        title=one_line(found.title or found.path or key),
        data={
            "document": found,
            "name": article(found),
            "url": web_address(found.url),
            "text": runs(found.text, markings),
            "layers": LAYERS,
            "events": [
                {
                    "event_id": mention.event_id,
                    "start": mention.trigger.start,
                    "trigger": one_line(mention.trigger.text),
                    "kind": mention.type if mention.type != "NONE" else mention.other or "other",
                    "realis": mention.realis,
                    "by": next((one_line(rung(a)) for a in own if a.attribution_id == mention.attribution_id),
                               "the article itself"),
                }
                for mention in told
            ],
            "took": took,
            "gave": [
                {"document_id": edge.document_id, "name": article(others[edge.document_id]),
                 "kind": edge.kind, "share": edge.share, "direction": edge.direction}
                for edge in later
            ],
            "versions": [
                {"document_id": d.document_id, "captured": d.captured, "published": d.published}
                for d in ask.store.table("documents", version_of=found.version_of or key)
            ],
        },
        rows=[
            {
                "document_id": key,
                "start": run.start,
                "text": one_line(run.text),
                "layers": "; ".join(run.layers),
                "notes": "; ".join(run.notes),
            }
            for run in runs(found.text, markings)
            if run.layers
        ],
    )  # fmt: skip


def _events(told: list[EventMention], own: list[Attribution]) -> Iterator[Marking]:
    held = {attribution.attribution_id: attribution for attribution in own}
    for mention in told:
        kind = mention.type if mention.type != "NONE" else mention.other or "other"
        holder = held.get(mention.attribution_id or "")
        by = f", told by {one_line(rung(holder))}" if holder else ""
        yield Marking(
            start=mention.trigger.start,
            end=mention.trigger.end,
            layer="event",
            note=f"{kind} ({mention.realis}){by}",
            href=f"/event/{mention.event_id}",
        )


def _sources(own: list[Attribution]) -> Iterator[Marking]:
    for attribution in own:
        source = attribution.source
        if source.start is not None and source.end is not None:
            note = f"source, {wording.NAMING[source.naming]}"
            yield Marking(start=source.start, end=source.end, layer="source", note=note)
        if attribution.cue is not None:
            yield Marking(start=attribution.cue.start, end=attribution.cue.end, layer="cue", note="cue")
        for start, end in attribution.content:
            yield Marking(start=start, end=end, layer="quote", note=f"said by {one_line(rung(attribution))}")


def _mentions(mentions: list[Mention]) -> Iterator[Marking]:
    for mention in mentions:
        if mention.kind in ("actor", "place", "time"):
            linked = mention.kind == "actor" and mention.refers_to
            yield Marking(
                start=mention.start,
                end=mention.end,
                layer=mention.kind,
                note=mention.kind,
                href=f"/actor/{mention.refers_to}" if linked else None,
            )


def _left_out(passages: list[Passage]) -> Iterator[Marking]:
    for passage in passages:
        if passage.kind not in ("headline", "body"):
            yield Marking(
                start=passage.start, end=passage.end, layer="out", note=f"{passage.kind}: not analysed"
            )
