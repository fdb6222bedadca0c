"""Actors, one actor, and who acts on whom."""

from __future__ import annotations

from typing import Any

from whence.records import Actor, Attribution, Relation
from whence.show.card import article, documents_of, one_line, rung
from whence.show.web.brush import bars
from whence.show.web.lines import by_day, lines
from whence.show.web.page import Ask, Page
from whence.show.web.screens.stories import always, filters, row, wanted
from whence.store import browse
from whence.store.browse import Wanted

ACTORS, EVENTS, SAID, TIES = 50, 60, 40, 120
"""Rows of each table on a page."""


def actors(ask: Ask) -> Page:
    order = ask.get("sort") or "acts"
    order = order if order in browse.ORDERS else "acts"
    offset = ask.number("offset")
    with ask.store.reading() as connection:
        found, total = browse.actors(
            connection, named=ask.get("name"), order=order, offset=offset, most=ACTORS
        )
    return Page(
        template="actors.html",
        title="Actors",
        data={
            "actors": found,
            "total": total,
            "sort": order,
            "orders": browse.ORDERS,
            "name": ask.get("name") or "",
            "offset": offset,
            "next": offset + ACTORS if offset + ACTORS < total else None,
            "previous": max(0, offset - ACTORS) if offset else None,
        },
        rows=[
            {"actor_id": a.actor_id, "name": a.name, "kind": a.kind, "country": a.country, "acts": a.acts,
             "receives": a.receives}
            for a in found
        ],
    )  # fmt: skip


def actor(ask: Ask) -> Page:
    _, key = ask.store.resolve(ask.key, "actors")
    (found,) = ask.store.table("actors", actor_id=key)
    with ask.store.reading() as connection:
        ids, total = browse.events(connection, Wanted(actor=key), most=EVENTS)
    told = lines(ask.store, ids)
    return Page(
        template="actor.html",
        title=found.name,
        data={
            "actor": found,
            "days": by_day(told),
            "total": total,
            "ties": _ties(ask, found),
            "said": _said(ask, key),
            "candidates": list(ask.store.table("actors", actor_id=list(found.candidates))),
        },
        rows=[row(one, "", "") for one in told],
    )


def _ties(ask: Ask, found: Actor) -> list[dict[str, Any]]:
    """Standing ties, as reported, each with everyone who tells of it."""
    told: list[Relation] = [
        *ask.store.table("relations", subject_actor_id=found.actor_id),
        *ask.store.table("relations", object_actor_id=found.actor_id),
    ]
    told = list({tie.relation_id: tie for tie in told}.values())
    documents = documents_of(ask.store, {tie.document_id for tie in told})
    holders = {
        a.attribution_id: a
        for a in ask.store.table(
            "attributions", attribution_id=sorted({tie.attribution_id for tie in told if tie.attribution_id})
        )
    }
    lines: dict[tuple[str, ...], dict[str, Any]] = {}
    for tie in told:
        sides = [one_line(side.name or side.text) for side in (tie.subject, tie.object)]
        kind = tie.type.replace("_", " ")
        said = {"+": "as reported", "-": "denied"}.get(tie.sign, "in doubt")
        one = lines.setdefault(
            (*sides, kind, said),
            {"subject": sides[0], "object": sides[1], "type": kind, "said": said, "by": []},
        )
        holder = holders.get(tie.attribution_id or "")
        by = one_line(rung(holder) if holder else article(documents[tie.document_id]))
        place = {"by": by, "document_id": tie.document_id, "start": tie.start}
        if by not in [other["by"] for other in one["by"]]:
            one["by"].append(place)
    return list(lines.values())


def _said(ask: Ask, key: str) -> dict[str, Any]:
    """What the actor is reported as saying, the first words of each."""
    with ask.store.reading() as connection:
        ids, total = browse.statements(connection, key, most=SAID)
    chosen: list[Attribution] = list(ask.store.table("attributions", attribution_id=ids))
    documents = documents_of(ask.store, {a.document_id for a in chosen})
    return {
        "total": total,
        "shown": [
            {
                "act": a.act,
                "words": one_line(documents[a.document_id].text[slice(*a.content[0])])[:300]
                if a.content
                else "",
                "outlet": article(documents[a.document_id]),
                "published": (documents[a.document_id].published or "undated")[:10],
                "document_id": a.document_id,
                "start": a.content[0][0] if a.content else a.source.start or 0,
            }
            for a in chosen
        ],
    }


def network(ask: Ask) -> Page:
    with ask.store.reading() as connection:
        found, total = browse.ties(connection, wanted(ask), most=TIES)
        days = browse.days(connection, always(ask))
    names = {
        key: name
        for tie in found
        for key, name in ((tie.actor_id, tie.actor), (tie.recipient_id, tie.recipient))
    }
    return Page(
        template="network.html",
        title="Who acts on whom",
        data={
            "ties": found,
            "total": total,
            "nodes": [{"id": key, "name": name} for key, name in sorted(names.items())],
            "filters": filters(ask),
            "bars": bars(days, ask.get("from"), ask.get("to")),
        },
        rows=[
            {"actor_id": t.actor_id, "actor": t.actor, "recipient_id": t.recipient_id,
             "recipient": t.recipient, "events": t.events, "denied": t.denied}
            for t in found
        ],
    )  # fmt: skip
