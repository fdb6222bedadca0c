"""Place phrases of a document as places of the gazetteer."""

from __future__ import annotations

import re

from whence.handover import Extraction, ParsedDocument, Phrase, Referent
from whence.records import Place, PlaceKind, PlacePrecision, stable_id
from whence.resolve.gazetteer import Entry, by_id
from whence.resolve.place_names import normalise
from whence.resolve.toponyms import Toponym, resolve_toponyms

_PRECISION: dict[PlaceKind, PlacePrecision] = {
    "continent": "region",
    "region": "region",
    "sea": "region",
    "river": "region",
    "mountain": "region",
    "country": "country",
    "admin1": "admin",
    "admin2": "admin",
    "city": "city",
    "site": "point",
}

_AREA = re.compile(
    r"\b(?:countryside|outskirts|suburbs?|surroundings|environs|border|frontier|coast|near|outside|around|"
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest) of|off)\b",
    re.IGNORECASE,
)
"""Words that move the phrase off the named point into the area around it."""


def resolve_places(
    parsed: ParsedDocument, extraction: Extraction
) -> tuple[tuple[Place, ...], dict[int, Referent]]:
    """The places that phrases name, and phrase index → referent. A place name the gazetteer does not have
    becomes a place without coordinates; phrases without a name ("the village") stay unresolved."""
    phrases = [p for p in extraction.phrases if _is_toponym(p)]
    named = [Toponym(*_name_span(p), parsed.text[slice(*_name_span(p))]) for p in phrases]
    # Names outside phrases (datelines, inside organisation names' neighbours) are context too.
    taken = {(t.start, t.end) for t in named}
    context = [
        Toponym(n.start, n.end, parsed.text[n.start : n.end])
        for n in parsed.names
        if n.kind == "LOC" and (n.start, n.end) not in taken
    ]
    entries = resolve_toponyms(parsed.text, [*named, *context])
    places: dict[str, Place] = {}
    referents: dict[int, Referent] = {}
    for phrase, toponym, entry in zip(phrases, named, entries, strict=False):
        if entry is None:
            place = _unknown(parsed.document.document_id, toponym.name)
            why = "places.not_in_gazetteer"
        else:
            place = _place(entry, area=_is_area(parsed, phrase, toponym))
            why = "places.gazetteer"
        places.setdefault(place.place_id, place)
        referents[phrase.index] = Referent(
            actor_id=None,
            place_id=place.place_id,
            name=place.name,
            title=None,
            affiliation=None,
            antecedent=None,
            why=why,
        )
    return tuple(places[key] for key in sorted(places)), referents


def _is_toponym(phrase: Phrase) -> bool:
    if phrase.name is not None:
        return phrase.name.kind == "LOC"
    return phrase.kind == "place" and phrase.form == "name"


def _name_span(phrase: Phrase) -> tuple[int, int]:
    if phrase.name is not None:
        return phrase.name.start, phrase.name.end
    return phrase.start, phrase.end


def _is_area(parsed: ParsedDocument, phrase: Phrase, toponym: Toponym) -> bool:
    around = parsed.text[max(0, phrase.start - 20, toponym.start - 40) : min(phrase.end, toponym.end + 20)]
    return _AREA.search(around) is not None


def _place(entry: Entry, *, area: bool) -> Place:
    precision = _PRECISION[entry.kind]
    admin1 = by_id(entry.admin1) if entry.admin1 is not None else None
    key = entry.geonames if entry.geonames is not None else entry.key
    return Place(
        place_id=stable_id("p", key, "area") if area and precision == "city" else stable_id("p", key),
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        admin1=admin1.name if admin1 else (entry.name if entry.kind == "admin1" else None),
        lat=entry.lat,
        lon=entry.lon,
        precision="region" if area and precision == "city" else precision,
        geonames=entry.geonames,
    )


def _unknown(document_id: str, name: str) -> Place:
    return Place(
        place_id=stable_id("p", document_id, normalise(name)),
        name=name,
        kind=None,
        country=None,
        admin1=None,
        lat=None,
        lon=None,
        precision=None,
        geonames=None,
    )
