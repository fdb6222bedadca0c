"""PROV-JSON (https://www.w3.org/submissions/prov-json/): where each report, statement and event comes from,
in the W3C's vocabulary of provenance.

* A report, a statement (an attribution: source, cue, content), an origin and an event are entities; an outlet
  and a source are agents.
* ``wasAttributedTo``: a report to its outlet, a statement to who speaks, an origin to who could have known.
* ``wasQuotedFrom`` (``prov:Quotation``): a report from a statement that it tells in quotation marks, and from
  a report that it reprints. What is told in other words ``wasDerivedFrom`` the statement, and so is a
  statement from the one inside it: the ladder of sources, rung by rung. Two reports of which it is not known
  which reprints which are ``alternateOf`` each other.
* ``hadPrimarySource`` (``prov:PrimarySource``): an event from each of its origins, with the sign: ``+``
  asserts, ``-`` denies.
* ``wasRevisionOf`` (``prov:Revision``): a later capture of a report from the earlier one.

PROV-JSON writes the three kinds as ``wasDerivedFrom`` with a ``prov:type``. An event has its status in words
(``whence:status``): that it is an entity does not say that it took place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from whence.export import single
from whence.export.cells import one_line
from whence.export.folder import replacing, without_tokens
from whence.export.view import View
from whence.export.web import json_text
from whence.records import Attribution, Document, Event, Origin, stable_id
from whence.show import wording
from whence.show.card import article, rung
from whence.store import Store

FILE = "account.prov.json"
PREFIX = {"whence": "urn:whence:"}
AGENTS = {"person": "prov:Person", "organization": "prov:Organization", "outlet": "prov:Organization",
          "government": "prov:Organization"}  # fmt: skip
"""Kind of a source → type of its agent; others have none of PROV's."""
Item = tuple[str, dict[str, Any]]


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``account.prov.json`` into the folder ``out``, a record on each line."""
    view = View.of(store, no_text=no_text)
    without_tokens(out, "A PROV file", with_tokens=with_tokens)
    sections: dict[str, Callable[[View], Iterator[Item]]] = {
        "entity": _entities,
        "agent": _agents,
        "wasAttributedTo": _attributed,
        "wasDerivedFrom": _derived,
        "alternateOf": _alternates,
    }
    path = out / FILE
    view.written = dict.fromkeys(sections, 0)
    with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as lines:
        lines.write(f'{{"prefix": {json_text(PREFIX)}')
        for section, items in sections.items():
            lines.write(f',\n"{section}": {{')
            for key, record in items(view):
                lines.write(",\n" if view.written[section] else "\n")
                known = {name: value for name, value in record.items() if value not in (None, "", [])}
                lines.write(f"{json_text(key)}: {json_text(known)}")
                view.written[section] += 1
            lines.write("\n}")
        lines.write("}\n")
    return (path,)


def _name(record_id: str) -> str:
    return f"whence:{record_id}"


def _type(name: str) -> dict[str, str]:
    return {"$": name, "type": "xsd:QName"}


# --- entities and agents ----------------------------------------------------------------------------


def _entities(view: View) -> Iterator[Item]:
    for document in view.table("documents"):
        yield _document(document)
    for attribution in view.table("attributions"):
        yield _statement(attribution)
    for origin in view.table("origins"):
        yield (
            _name(origin.origin_id),
            {
                "prov:type": _type("whence:Origin"),
                "prov:label": one_line(origin.source),
                "whence:kind": wording.origin_kind(origin),
                "whence:sign": origin.sign,
            },
        )
    for event in view.table("events"):
        yield _event(event)


def _document(document: Document) -> Item:
    return _name(document.document_id), {
        "prov:type": _type("whence:Report"),
        "prov:label": one_line(document.title or document.path or document.document_id),
        "whence:address": document.url,
        "whence:published": document.published,
        "whence:captured": document.captured,
        "whence:language": document.language,
        "whence:sha256": document.sha256,
    }


def _statement(held: Attribution) -> Item:
    return _name(held.attribution_id), {
        "prov:type": _type("whence:Statement"),
        "prov:label": one_line(rung(held)),
        "whence:act": held.act,
        "whence:form": held.form,
        "whence:cue": one_line(held.cue.text) if held.cue else None,
        "whence:naming": wording.NAMING[held.source.naming],
        "whence:content": ["-".join(map(str, span)) for span in held.content],
        "whence:reviewed": wording.reviews(held.reviewed),
    }


def _event(event: Event) -> Item:
    return _name(event.event_id), {
        "prov:type": _type("whence:Event"),
        "prov:label": single.sentence(event),
        "whence:status": wording.status(event),
        "whence:origins": wording.span(event.origins),
        "whence:reviewed": wording.reviews(event.reviewed),
    }


def _agents(view: View) -> Iterator[Item]:
    """Outlets, and sources: an actor once, an unnamed source once for each of its statements."""
    seen: set[str] = set()
    for document in view.table("documents"):
        key = _publisher(document)
        if key not in seen:
            seen.add(key)
            yield key, {"prov:type": _type("prov:Organization"), "prov:label": one_line(article(document))}
    for held in view.table("attributions"):
        key = _speaker(held)
        if key not in seen:
            seen.add(key)
            kind = AGENTS.get(held.source.kind)
            label = one_line(held.source.name) or one_line(rung(held))
            yield key, {"prov:type": _type(kind) if kind else None, "prov:label": label}
    speakers = _speakers(view)
    for origin in view.table("origins"):
        key = _knower(origin, speakers)
        if key not in seen:
            seen.add(key)
            yield key, {"prov:label": one_line(origin.source)}


def _publisher(document: Document) -> str:
    return _name(stable_id("outlet", document.outlet or document.document_id))


def _speaker(held: Attribution) -> str:
    named = held.source.naming == "named" and held.source.actor_id
    return _name(named or stable_id("source", held.attribution_id))


def _speakers(view: View) -> dict[str, str]:
    """Attribution → the actor that speaks, of those that name one."""
    return {
        held.attribution_id: held.source.actor_id
        for held in view.table("attributions")
        if held.source.naming == "named" and held.source.actor_id
    }


def _knower(origin: Origin, speakers: Mapping[str, str]) -> str:
    """Who could have known: the one actor who speaks in all that the origin is known from, or an agent of its
    own."""
    actors = {speakers.get(told) for told in origin.attribution_ids}
    only = actors.pop() if len(actors) == 1 else None
    return _name(only or stable_id("knower", origin.origin_id))


# --- relations --------------------------------------------------------------------------------------


def _attributed(view: View) -> Iterator[Item]:
    for document in view.table("documents"):
        yield _relation("attributed", document.document_id, _publisher(document), "prov:agent")
    for held in view.table("attributions"):
        yield _relation("attributed", held.attribution_id, _speaker(held), "prov:agent")
    speakers = _speakers(view)
    for origin in view.table("origins"):
        yield _relation("attributed", origin.origin_id, _knower(origin, speakers), "prov:agent")


def _relation(kind: str, subject: str, object_: str, role: str) -> Item:
    return f"_:{stable_id(kind, subject, object_)}", {"prov:entity": _name(subject), role: object_}


def _derived(view: View) -> Iterator[Item]:
    ids = {document.document_id for document in view.table("documents")}
    for document in view.table("documents"):
        if document.version_of in ids:
            yield _derivation(document.document_id, document.version_of, "prov:Revision")
    for reprint in view.table("reprints", direction="known"):
        yield _derivation(
            reprint.document_id,
            reprint.of_document_id,
            "prov:Quotation",
            **{
                "whence:kind": reprint.kind,
                "whence:share": _number(reprint.share),
                "whence:evidence": one_line(reprint.evidence),
            },
        )
    for held in view.table("attributions"):
        teller = held.parent_id or held.document_id
        kind = "prov:Quotation" if held.form == "direct" else None
        yield _derivation(teller, held.attribution_id, kind)
    for origin in view.table("origins"):
        yield _derivation(
            origin.event_id, origin.origin_id, "prov:PrimarySource", **{"whence:sign": origin.sign}
        )
        for told in origin.attribution_ids or origin.document_ids:
            yield _derivation(told, origin.origin_id, None)


def _derivation(derived: str, source: str, kind: str | None, **attributes: Any) -> Item:
    return f"_:{stable_id('derived', derived, source, kind)}", {
        "prov:generatedEntity": _name(derived),
        "prov:usedEntity": _name(source),
        "prov:type": _type(kind) if kind else None,
        **attributes,
    }


def _alternates(view: View) -> Iterator[Item]:
    for reprint in view.table("reprints", direction="undecided"):
        one, other = reprint.document_id, reprint.of_document_id
        record = {"prov:alternate1": _name(one), "prov:alternate2": _name(other)}
        yield f"_:{stable_id('alternate', one, other)}", record


def _number(value: float) -> dict[str, str]:
    return {"$": str(round(value, 2)), "type": "xsd:double"}
