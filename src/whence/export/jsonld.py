"""JSON-LD in the vocabulary of schema.org: reports as ``NewsArticle``, events as ``Event``, and what each
voice asserts, denies or doubts as ``Claim``.

* A ``Claim`` is one voice on one event: its ``author``, the reports it appears in (``appearance``), the
  earliest of them (``firstAppearance``), and the event it is ``about``. Voices that are not known to be one
  person or body (two unnamed officials) are claims of their own.
* An ``Event`` says in ``description`` who reports, plans, considers or denies it: every event is there.
  schema.org has no direction, so who did it and whom it was done to are terms of our own (``whence:actor``,
  ``whence:recipient``).
* There is no ``ClaimReview``, ever: it says what is so, and that is for people.

The context is in the file: nothing is fetched to read it. Text is written so that it stays text inside a page
(:mod:`whence.export.web`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from whence.export import single
from whence.export.cells import one_line
from whence.export.folder import replacing, without_tokens
from whence.export.gathered import Gathered, gathered
from whence.export.view import View
from whence.export.web import json_text, web_address
from whence.records import Attribution, Document, EventMention, EventParty, Stance, stable_id
from whence.show import wording
from whence.show.card import article, rung
from whence.store import Store

FILE = "account.jsonld"
NAMESPACE = "urn:whence:"
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "whence": NAMESPACE,
    **{
        name: {"@id": f"https://schema.org/{name}", "@type": "@id"}
        for name in ("about", "appearance", "firstAppearance", "isBasedOn")
    },
}
Node = dict[str, Any]


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``account.jsonld`` into the folder ``out``, a node on each line."""
    view = View.of(store, no_text=no_text)
    without_tokens(out, "A JSON-LD file", with_tokens=with_tokens)
    view.written = {"NewsArticle": 0, "Event": 0, "Claim": 0}
    path = out / FILE
    with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as lines:
        lines.write(f'{{"@context": {json_text(CONTEXT)}, "@graph": [')
        for number, node in enumerate(_nodes(view)):
            view.written[node["@type"]] += 1
            lines.write(",\n" if number else "\n")
            lines.write(json_text({name: value for name, value in node.items() if value not in (None, [])}))
        lines.write("\n]}\n")
    return (path,)


def _nodes(view: View) -> Iterator[Node]:
    yield from _articles(view)
    for found in gathered(view):
        yield _event(found)
        yield from _claims(view, found)


def _named(record_id: str) -> str:
    return f"{NAMESPACE}{record_id}"


def _articles(view: View) -> Iterator[Node]:
    parents: dict[str, list[str]] = {}
    for reprint in view.table("reprints"):
        if reprint.primary and reprint.direction == "known":
            parents.setdefault(reprint.document_id, []).append(_named(reprint.of_document_id))
    for document in view.table("documents"):
        yield _article(view, document, parents.get(document.document_id, []))


def _article(view: View, document: Document, parents: list[str]) -> Node:
    address = web_address(document.url)
    if document.url and not address:
        view.left_empty["address: not one of the web"] += 1
    return {
        "@id": _named(document.document_id),
        "@type": "NewsArticle",
        "headline": document.title,
        "url": address,
        "publisher": {"@type": "Organization", "name": document.outlet} if document.outlet else None,
        "author": {"@type": "Person", "name": document.byline} if document.byline else None,
        "datePublished": document.published,
        "inLanguage": document.language,
        "isBasedOn": parents,
        "whence:sha256": document.sha256,
        "articleBody": document.text or None,
    }


def _event(found: Gathered) -> Node:
    event, place = found.event, found.place
    date = event.date
    located = place is not None and place.lat is not None and place.precision in single.PLACED
    return {
        "@id": _named(event.event_id),
        "@type": "Event",
        "name": single.sentence(event),
        "description": f"{wording.status(event)}: {wording.who(event, found.origins)}",
        "startDate": date.from_ if date and "date" not in event.disputed_fields else None,
        "endDate": date.to if date and "date" not in event.disputed_fields else None,
        "location": {
            "@type": "Place",
            "name": place.name,
            **(
                {"geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}}
                if located
                else {}
            ),
        }
        if place
        else None,
        "keywords": [event.type if event.type != "NONE" else event.other, *event.contexts],
        "whence:status": wording.status(event),
        "whence:realis": event.realis,
        "whence:actor": _parties(found, event.actors),
        "whence:recipient": _parties(found, event.recipients),
        "whence:origins": wording.span(event.origins),
        "whence:accountsDifferOn": list(event.disputed_fields),
        "whence:reviewed": wording.reviews(event.reviewed),
        "whence:firstReported": event.first_reported,
    }


def _parties(found: Gathered, parties: Iterable[EventParty]) -> list[Node]:
    return [
        {
            **({"@id": _named(party.actor_id)} if party.actor_id else {}),
            "@type": _type(found, party.actor_id),
            "name": party.name,
        }
        for party in parties
    ]


def _type(found: Gathered, actor_id: str | None) -> str:
    actor = found.actors.get(actor_id or "")
    if actor is None:
        return "Thing"
    return {"person": "Person", "country": "Country", "group": "Thing"}.get(actor.kind, "Organization")


def _claims(view: View, found: Gathered) -> Iterator[Node]:
    """What each voice commits to, with all the reports it is in."""
    told: dict[str, list[tuple[EventMention, Stance]]] = {}
    for telling in found.tellings:
        for stance in found.stances[telling.event_mention_id]:
            if stance.sign != "?":
                told.setdefault(_voice(found, telling, stance), []).append((telling, stance))
    for key, held in sorted(told.items()):
        first, stance = held[0]
        document = found.document(first)
        appearances = list(dict.fromkeys(_named(telling.document_id) for telling, _ in held))
        says = wording.stance(stance.sign, stance.certainty) + wording.REALIS.get(first.realis, "")
        yield {
            "@id": _named(key),
            "@type": "Claim",
            "name": f"{says}: {single.sentence(found.event)}",
            "text": one_line(view.quote(document, *first.sentence)),
            "author": _author(found, first, stance),
            "about": _named(found.event.event_id),
            "appearance": appearances,
            "firstAppearance": appearances[0] if document.published else None,
            "datePublished": document.published,
            "whence:sign": stance.sign,
            "whence:certainty": stance.certainty,
            "whence:realis": first.realis,
            "whence:reviewed": wording.reviews(stance.reviewed),
        }


def _voice(found: Gathered, telling: EventMention, stance: Stance) -> str:
    """One key per voice and sign. An unnamed source is one with nobody else."""
    held = found.attributions.get(stance.attribution_id or "")
    if held is None:
        voice = found.document(telling).outlet or telling.document_id
    elif held.source.naming == "named" and held.source.actor_id:
        voice = held.source.actor_id
    else:
        voice = held.attribution_id
    return stable_id("claim", found.event.event_id, voice, stance.sign)


def _author(found: Gathered, telling: EventMention, stance: Stance) -> Node:
    held = found.attributions.get(stance.attribution_id or "")
    if held is None:
        return {"@type": "Organization", "name": article(found.document(telling))}
    return {
        **({"@id": _named(held.source.actor_id)} if held.source.actor_id else {}),
        "@type": _kind(held),
        "name": one_line(rung(held)),
        "description": wording.NAMING[held.source.naming],
    }


def _kind(held: Attribution) -> str:
    kinds = {"person": "Person", "organization": "Organization", "outlet": "Organization"}
    return {**kinds, "government": "Organization"}.get(held.source.kind, "Thing")
