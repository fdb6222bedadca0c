"""Search: tellings and reports by words, by what was read in them, and by whose word it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, islice
from typing import Any, get_args

from whence.records import Naming
from whence.show.card import article, one_line
from whence.show.web.page import Ask, Page
from whence.store.query import Query
from whence.store.search import find

MOST = 50
"""Hits on a page."""
NAMES = ("q", "actor", "place", "type", "outlet", "from", "to", "source", "naming")


def search(ask: Ask) -> Page:
    asked = {name: value for name in NAMES if (value := ask.get(name))}
    naming: Any = asked.get("naming")
    query = Query(
        text=asked.get("q"),
        actor=asked.get("actor"),
        place=asked.get("place"),
        type=asked.get("type"),
        outlet=asked.get("outlet"),
        from_=asked.get("from"),
        to=asked.get("to"),
        source=asked.get("source"),
        naming=naming if naming in get_args(Naming) else None,
    )
    hits = []
    if asked:
        with ask.store.reading() as connection:
            hits = list(islice(find(connection, query), MOST + 1))
    shown = [
        {
            "event_id": hit.event_mention.event_id if hit.event_mention else None,
            "kind": (hit.event_mention.type if hit.event_mention.type != "NONE" else hit.event_mention.other)
            if hit.event_mention
            else None,
            "document_id": hit.document.document_id,
            "start": hit.event_mention.trigger.start if hit.event_mention else None,
            "outlet": article(hit.document),
            "title": one_line(hit.document.title or ""),
            "published": (hit.document.published or "undated")[:10],
            "snippet": one_line(hit.snippet),
        }
        for hit in hits[:MOST]
    ]
    return Page(
        template="search.html",
        title="Search",
        data={
            "asked": asked,
            "count": len(shown),
            "hits": _by_sentence(shown),
            "more": len(hits) > MOST,
            "namings": get_args(Naming),
        },
        rows=shown,
    )


def _by_sentence(hits: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Hits in one sentence after another as one, with each event that it tells."""
    found = []
    for _, same in groupby(hits, key=lambda hit: (hit["document_id"], hit["snippet"])):
        first, *others = same
        events = [{name: hit[name] for name in ("event_id", "kind")} for hit in (first, *others)]
        found.append({**first, "events": [event for event in events if event["event_id"]]})
    return found
