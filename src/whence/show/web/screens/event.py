"""One event: what, who, where, when; three counts; the ladder; every passage; what differs; why it is coded
and linked as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whence.export.web import web_address
from whence.records import Conflict, Event, Origin, Side, ValueRange
from whence.show import wording
from whence.show.card import EventCard, Telling, article, event_card, one_line, rung
from whence.show.reasons import reasons
from whence.show.web.citation import citation
from whence.show.web.ladder import ladder
from whence.show.web.lines import line
from whence.show.web.page import Ask, Page, Row
from whence.show.web.passages import marked

PASSAGES = 60
"""Tellings on the page, with their sentence; the JSON and the CSV have all."""
FIELDS = ("actor", "type", "mode", "recipient", "place", "date", "realis", "quantity", "trigger")
"""What can be corrected here, in the order of an event card."""


def event(ask: Ask) -> Page:
    _, key = ask.store.resolve(ask.key, "events")
    card = event_card(ask.store, key)
    ties = _ties(ask, card) if ask.get("why") else None
    most = PASSAGES if ask.brief else None
    return shown(card, ties=ties, others=_others(ask, card.event), most=most)


def shown(
    card: EventCard,
    *,
    ties: list[dict[str, Any]] | None = None,
    others: list[dict[str, str]] | None = None,
    most: int | None = None,
) -> Page:
    """The page of one event; ``ties`` are why its tellings are linked, ``others`` what it could be one with,
    ``most`` how many tellings to show."""
    names = {origin.origin_id: origin.source for origin in card.origins}
    event = card.event
    return Page(
        template="event.html",
        title=wording.sentence(event),
        data={
            "event": event,
            "line": line(event, card.origins, card.conflicts),
            "story": card.story,
            "because": one_line(wording.because(event, card.origins)),
            "held": wording.origins(event.origins, event.reports) if event.origins.high else None,
            "denied": wording.origins(event.denials, event.reports) if event.denials.high else None,
            "ladder": ladder(card, card.reprints),
            "origins": [_origin(event, origin, card) for origin in card.origins],
            "figures": list(_figures(event, names, card)),
            "conflicts": [_conflict(conflict, card) for conflict in card.conflicts],
            "tellings": [_telling(telling) for telling in card.tellings[:most]],
            "told": len(card.tellings),
            "derivations": card.derivations,
            "ties": ties,
            "fields": FIELDS,
            "others": others or [],
        },
        rows=[_row(event, telling) for telling in card.tellings[:most]],
    )


def _ties(ask: Ask, card: EventCard) -> list[dict[str, Any]]:
    """Why the tellings are taken for one event: what agrees and differs, weighed."""
    from whence.across import ties_of  # it takes numpy to weigh them

    where = {telling.mention.event_mention_id: telling.where for telling in card.tellings}
    return [
        {
            "of": where[tie.event_mention_id],
            "with": where[tie.of_event_mention_id],
            "said": wording.tie(tie),
            "evidence": [] if tie.same_words else [f"{name} {weight:+.1f}" for name, weight in tie.evidence],
        }
        for tie in ties_of(ask.store, card.event.event_id)
    ]


def _others(ask: Ask, event: Event) -> list[dict[str, str]]:
    """Events of the story that this one could be, for a reader to say so."""
    found = [
        other
        for other in ask.store.table("events", story_id=event.story_id, type=event.type)
        if other.event_id != event.event_id
    ]
    found.sort(key=lambda other: (-other.reports, other.event_id))
    return [{"event_id": other.event_id, "sentence": wording.sentence(other)} for other in found[:30]]


def _origin(event: Event, origin: Origin, card: EventCard) -> dict[str, Any]:
    tellings = {telling.mention.event_mention_id: telling for telling in card.tellings}
    party = origin.party not in ("none", "unknown")
    return {
        "origin_id": origin.origin_id,
        "said": wording.said_by(event, origin),
        "source": one_line(origin.source),
        "kind": wording.origin_kind(origin),
        "party": ("ally of a party" if origin.party == "ally" else "party to it") if party else None,
        "ways": [
            {
                "steps": [article(tellings[key].document), *(rung(link) for link in tellings[key].chain)],
                "document_id": tellings[key].document.document_id,
                "start": tellings[key].mention.trigger.start,
            }
            for key in origin.event_mention_ids
            if key in tellings
        ],
    }


def _figures(event: Event, names: dict[str, str], card: EventCard) -> Iterator[dict[str, Any]]:
    """Every number told, who gives it, and where it opens its sentence; never an average."""
    tellings = {telling.mention.event_mention_id: telling for telling in card.tellings}
    for value in event.quantities:
        told = [tellings[key] for key in value.event_mention_ids if key in tellings]
        yield {
            "role": value.role,
            "figure": wording.amount(value.low, value.high, value.approximate),
            "origins": [one_line(names[key]) for key in value.origin_ids if key in names],
            "places": [
                {
                    "document_id": telling.document.document_id,
                    "start": quantity.start,
                    "outlet": article(telling.document),
                    "published": (telling.document.published or "undated")[:10],
                }
                for telling in told
                for quantity in telling.mention.quantities
                if (quantity.role, quantity.low, quantity.high) == (value.role, value.low, value.high)
            ],
        }


def _conflict(conflict: Conflict, card: EventCard) -> dict[str, Any]:
    return {
        "kind": conflict.kind,
        "words": wording.CONFLICT[conflict.kind],
        "field": conflict.field,
        "why": one_line(conflict.why),
        "probability": conflict.probability,
        "sides": [_side(side, card) for side in conflict.sides],
        "others": [key for key in conflict.event_ids if key != card.event.event_id],
    }


def _side(side: Side, card: EventCard) -> dict[str, Any]:
    given = side.value
    value = wording.amount(given.low, given.high, False) if isinstance(given, ValueRange) else str(given)
    sources = [one_line(origin.source) for origin in card.origins if origin.origin_id in side.origin_ids]
    return {
        "value": one_line(value),
        "said": "denied by" if side.sign == "-" else "told by",
        "sources": list(dict.fromkeys(sources)),
        "documents": side.document_ids,
    }


def _telling(telling: Telling) -> dict[str, Any]:
    mention, document = telling.mention, telling.document
    return {
        "event_mention_id": mention.event_mention_id,
        "passage": marked(telling),
        "steps": [article(document), *(one_line(rung(link)) for link in telling.chain)],
        "chain": [
            {"attribution_id": link.attribution_id, "words": one_line(rung(link)),
             "naming": wording.NAMING[link.source.naming], "reason": link.source.reason}
            for link in telling.chain
        ],
        "stances": [
            {"holder": one_line(holder), "says": wording.stance(stance.sign, stance.certainty),
             "scope": stance.scope, "why": stance.why, "stance_id": stance.stance_id}
            for holder, stance in telling.stances
        ],
        "reasons": [one_line(text) for text in reasons(mention)],
        "values": _values(telling),
        "document_id": document.document_id,
        "outlet": article(document),
        "title": one_line(document.title or ""),
        "published": document.published,
        "url": web_address(document.url),
        "start": mention.trigger.start,
        "where": telling.where,
        "citation": citation(telling),
        "reviewed": list(dict.fromkeys(map(wording.review, mention.reviewed))),
    }  # fmt: skip


def _values(telling: Telling) -> dict[str, str]:
    """What is read in each field, as a form shows it."""
    mention = telling.mention
    return {
        "actor": "; ".join(one_line(party.name or party.text) for party in mention.actors),
        "type": mention.type,
        "mode": mention.mode or "",
        "recipient": "; ".join(one_line(party.name or party.text) for party in mention.recipients),
        "place": one_line(mention.place.name or mention.place.text) if mention.place else "",
        "date": "" if mention.date is None else wording.when(mention.date),
        "realis": mention.realis,
        "quantity": "; ".join(f"{q.role}: {one_line(q.text)}" for q in mention.quantities),
        "trigger": one_line(mention.trigger.text),
    }


def _row(event: Event, telling: Telling) -> Row:
    mention, document = telling.mention, telling.document
    return {
        "event_id": event.event_id,
        "event_mention_id": mention.event_mention_id,
        **_values(telling),
        "quote": one_line(telling.sentence),
        "told_by": " → ".join([article(document), *(one_line(rung(link)) for link in telling.chain)]),
        "status": wording.status(event),
        "outlet": document.outlet,
        "title": document.title,
        "published": document.published,
        "url": document.url,
        "document_id": document.document_id,
        "start": mention.trigger.start,
        "end": mention.trigger.end,
        "sha256": document.sha256,
    }
