"""FollowTheMoney (https://followthemoney.tech): entities as JSON Lines, for Aleph and tools like it, and
``statements.csv`` for what its entities have no room for.

* A report is an ``Article``, with its text unless that is left out; a name in it a ``Mention`` of the actor.
* A person is a ``Person``, a government or a country a ``PublicBody``, any other body an ``Organization``, a
  group of people a ``LegalEntity``; a title held is a ``Position`` and an ``Occupancy`` with its dates.
* An ``Event`` has no direction and nobody who tells of it: who did it and whom it was done to are both
  ``involved``, and which is which stands in its name; who says so stands in ``summary``. So only events
  are there that somebody reports as happened (:mod:`whence.export.plain`); ``--include`` writes the others
  to ``left-out.ftm.json``. What accounts differ on is left out of an event.
* ``statements.csv`` has a row for every voice that asserts, denies or doubts an event, of all events: who, in
  which words, in which report, and the status of the event (the columns of the workbook's sheet of claims).

Every value is text; countries are ISO 3166-1 alpha-2, languages ISO 639-3. Standing ties between actors are
not exported: FollowTheMoney's own (ownership, family) are not the ones that are reported.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from whence.export import single
from whence.export.delimited import STATUS, cell
from whence.export.folder import only, replacing, without_tokens
from whence.export.gathered import Gathered, gathered
from whence.export.plain import state
from whence.export.sheets import CLAIMS, rows
from whence.export.view import View
from whence.export.web import json_text, web_address
from whence.records import Actor, ActorKind, Document, Role, stable_id
from whence.schema import alpha2
from whence.show import wording
from whence.store import Store

FILE, LEFT_OUT, STATEMENTS = "entities.ftm.json", "left-out.ftm.json", "statements.csv"
SCHEMA: Mapping[ActorKind, str] = {
    "person": "Person",
    "organization": "Organization",
    "government": "PublicBody",
    "armed_group": "Organization",
    "outlet": "Organization",
    "country": "PublicBody",
    "group": "LegalEntity",
}
"""Kind of an actor → its schema."""
LANGUAGES = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb", "hi": "hin",
    "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "pl": "pol", "pt": "por", "ru": "rus", "sv": "swe",
    "tr": "tur", "uk": "ukr", "ur": "urd", "zh": "zho",
}  # fmt: skip
"""ISO 639-1 → 639-3; reports in other languages have none."""
TEXTS = ("bodyText", "notes", "summary")
LONGEST = {"name": 384, "alias": 384, "location": 250} | dict.fromkeys(TEXTS, 65_000)
"""Property → characters that followthemoney 4.11 takes for valid in a value; others take 1,024."""
Entity = dict[str, Any]


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``entities.ftm.json``, ``statements.csv`` and, for ``include``, ``left-out.ftm.json`` into the
    folder ``out``."""
    view = View.of(store, no_text=no_text)
    without_tokens(out, "A FollowTheMoney file", with_tokens=with_tokens)
    entities, others, statements = out / FILE, out / LEFT_OUT, out / STATEMENTS
    with ExitStack() as stack:

        def opened(path: Path) -> Callable[[Entity], None]:
            partial = stack.enter_context(replacing(path))
            lines = stack.enter_context(partial.open("w", encoding="utf-8", newline="\n"))
            return lambda entity: _print(lines.write, entity)

        plain = opened(entities)
        apart = opened(others) if view.include else None
        for entity in (*_articles(view), *_actors(view), *_mentions(view)):
            plain(entity)
            view.written[entity["schema"]] = view.written.get(entity["schema"], 0) + 1
        view.written |= {"Event": 0} | ({"left_out": 0} if apart else {})
        for found in gathered(view):
            why = state(found.event)
            if why is None:
                view.written["Event"] += 1
                plain(_event(view, found))
                continue
            view.left_out[why] += 1
            if apart is not None and why in view.include:
                view.written["left_out"] += 1
                apart(_event(view, found))
    _write_statements(view, statements)
    written = [entities, statements, *([others] if view.include else [])]
    return only(written, [entities, statements, others])


def _print(write: Callable[[str], Any], entity: Entity) -> None:
    write(json_text(entity) + "\n")


def _entity(key: str, schema: str, **values: Iterable[str | None] | str | None) -> Entity:
    """An entity without the properties of which nothing is known."""
    properties: dict[str, list[str]] = {}
    for name, given in values.items():
        listed = [given] if isinstance(given, str) else list(given or ())
        held = dict.fromkeys(part for value in listed if value for part in _fitting(name, value))
        if held:
            properties[name] = list(held)
    return {"id": key, "schema": schema, "properties": properties}


def _fitting(name: str, value: str) -> list[str]:
    """A value as long as it may be: a text in several, anything else cut at its end."""
    most = LONGEST.get(name, 1024)
    if len(value) <= most:
        return [value]
    if name in TEXTS:
        return [value[start : start + most] for start in range(0, len(value), most)]
    return [f"{value[: most - 1]}…"]


def _articles(view: View) -> Iterator[Entity]:
    for document in view.table("documents"):
        yield _article(view, document)


def _article(view: View, document: Document) -> Entity:
    address = web_address(document.url)
    if address and len(address) > 1024:
        address = None
    if document.url and not address:
        view.left_empty["address: not one of the web, or too long"] += 1
    # A report without a title is named by its file, and a file name is what the schema asks for.
    name = document.path or document.document_id
    return _entity(
        document.document_id,
        "Article",
        title=document.title,
        fileName=name,
        author=document.byline,
        publisher=document.outlet,
        sourceUrl=address,
        publishedAt=(document.published or "")[:10],
        retrievedAt=(document.captured or "")[:10],
        language=LANGUAGES.get(document.language),
        bodyText=document.text,
    )


def _actors(view: View) -> Iterator[Entity]:
    positions: set[str] = set()
    for actor in view.table("actors"):
        yield _actor(actor)
        for role in actor.roles if actor.kind == "person" else ():
            position, occupancy = _role(actor, role)
            if position["id"] not in positions:
                positions.add(position["id"])
                yield position
            yield occupancy


def _actor(actor: Actor) -> Entity:
    return _entity(
        actor.actor_id,
        SCHEMA[actor.kind],
        name=actor.name,
        alias=actor.aliases,
        country=_country(actor.country),
        wikidataId=actor.wikidata if actor.wikidata and actor.wikidata.startswith("Q") else None,
        sector=actor.sectors,
        classification=actor.kind if actor.kind in ("armed_group", "country", "outlet") else None,
        notes=wording.reviews(actor.reviewed),
    )


def _role(actor: Actor, role: Role) -> tuple[Entity, Entity]:
    """The position is one of its title and body (or country); each time it was held is an occupancy."""
    body = role.organization or actor.country or ""
    position = stable_id("position", role.title, body)
    named = f"{role.title}, {role.organization}" if role.organization else role.title
    occupancy = stable_id("occupancy", actor.actor_id, position, role.from_, role.to)
    return (
        _entity(position, "Position", name=named, country=_country(actor.country)),
        _entity(
            occupancy,
            "Occupancy",
            holder=actor.actor_id,
            post=position,
            startDate=(role.from_ or "")[:10],
            endDate=(role.to or "")[:10],
        ),
    )


def _mentions(view: View) -> Iterator[Entity]:
    """Each actor that a report names, by each of the names it uses."""
    kinds = {actor.actor_id: actor.kind for actor in view.table("actors")}
    seen: set[str] = set()
    for mention in view.table("mentions", kind="actor", form="name"):
        key = stable_id("mention", mention.document_id, mention.refers_to, mention.text)
        if key not in seen and mention.refers_to in kinds:
            seen.add(key)
            yield _entity(
                key,
                "Mention",
                document=mention.document_id,
                name=mention.text,
                resolved=mention.refers_to,
                detectedSchema=SCHEMA[kinds[mention.refers_to]],
            )


def _event(view: View, found: Gathered) -> Entity:
    event = found.event
    parties = [
        party.actor_id
        for side, held in (("actor", event.actors), ("recipient", event.recipients))
        if side not in event.disputed_fields
        for party in held
        if party.actor_id in found.actors
    ]
    date = event.date if "date" not in event.disputed_fields else None
    place = event.place if "place" not in event.disputed_fields else None
    single.disputed(view, found)
    return _entity(
        event.event_id,
        "Event",
        name=single.sentence(event),
        summary=f"{wording.status(event)}: {wording.who(event, found.origins)}",
        startDate=((date and date.from_) or "")[:10],
        endDate=((date and date.to) or "")[:10],
        location=place.name if place else None,
        country=_country(found.place.country if found.place else None),
        involved=parties,
        proof=found.documents,
        keywords=[event.type if event.type != "NONE" else event.other, event.mode, *event.contexts],
        publisher=[found.document(telling).outlet for telling in found.tellings],
        notes=wording.reviews(event.reviewed),
    )


def _country(code: str | None) -> str | None:
    known = alpha2().get(code or "")
    return known.lower() if known else None


def _write_statements(view: View, path: Path) -> None:
    status = {event.event_id: wording.status(event) for event in view.table("events")}
    view.written["statements"] = 0
    with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([STATUS, *CLAIMS.columns])
        for sheet, row in rows(view):
            if sheet is CLAIMS and row["sign"] != "?":
                view.written["statements"] += 1
                told = [cell(row[name]) if name != "sign" else row[name] for name in CLAIMS.columns]
                writer.writerow([status[str(row["event_id"])], *told])
