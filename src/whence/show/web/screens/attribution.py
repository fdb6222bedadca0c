"""One speech act: who says what, by which word, inside whose words, and which events it holds."""

from __future__ import annotations

from whence.records import Attribution
from whence.show import wording
from whence.show.card import article, one_line, rung
from whence.show.web.page import Ask, Page
from whence.show.web.passages import Marking, runs

AROUND = 160
"""Characters of the report shown before and after it."""


def attribution(ask: Ask) -> Page:
    _, key = ask.store.resolve(ask.key, "attributions")
    (found,) = ask.store.table("attributions", attribution_id=key)
    (document,) = ask.store.table("documents", document_id=found.document_id)
    above = {a.attribution_id: a for a in ask.store.table("attributions", document_id=found.document_id)}
    chain = [found]
    while (parent := above.get(chain[-1].parent_id or "")) is not None and parent not in chain:
        chain.append(parent)
    places = [place for place in _places(found) if place is not None]
    low = max(0, min((start for start, _ in places), default=0) - AROUND)
    high = min(len(document.text), max((end for _, end in places), default=0) + AROUND)
    told = list(ask.store.table("event_mentions", attribution_id=key))
    return Page(
        template="attribution.html",
        title=f"{one_line(rung(found))}: {found.act.replace('_', ' ')}",
        data={
            "attribution": found,
            "naming": wording.NAMING[found.source.naming],
            "steps": [article(document), *(one_line(rung(link)) for link in reversed(chain))],
            "passage": runs(document.text, _markings(found), low=low, high=high),
            "document_id": document.document_id,
            "start": min((start for start, _ in places), default=0),
            "published": document.published,
            "events": [
                {"event_id": mention.event_id, "trigger": one_line(mention.trigger.text),
                 "kind": mention.type if mention.type != "NONE" else mention.other or "other"}
                for mention in told
            ],
        },
        rows=[{"attribution_id": key, "event_id": m.event_id, "trigger": m.trigger.text} for m in told],
    )  # fmt: skip


def _places(found: Attribution) -> list[tuple[int, int] | None]:
    source, cue = found.source, found.cue
    own = (source.start, source.end) if source.start is not None and source.end is not None else None
    return [own, (cue.start, cue.end) if cue else None, *found.content]


def _markings(found: Attribution) -> list[Marking]:
    source, cue, *content = _places(found)
    layers = [("source", source), ("cue", cue), *(("quote", place) for place in content)]
    return [
        Marking(start=place[0], end=place[1], layer=layer, note=layer)  # type: ignore[arg-type]
        for layer, place in layers
        if place is not None
    ]
