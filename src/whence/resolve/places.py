"""Place phrases of a document as places of the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

from whence.handover import Extraction, ParsedDocument, Phrase, Referent
from whence.records import Place, PlaceKind, PlacePrecision, Range, stable_id
from whence.resolve.described_areas import SOIL, countries_worded, strip_of
from whence.resolve.gazetteer import Entry, by_id, look_up
from whence.resolve.nationality import country_coded, country_named
from whence.resolve.place_descriptions import Mentions, capital_told, qualifying_name
from whence.resolve.place_names import normalise
from whence.resolve.toponym_candidates import candidates_of, direction_of, with_direction
from whence.resolve.toponym_wording import Toponym
from whence.resolve.toponyms import resolve_toponyms

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
) -> tuple[tuple[Place, ...], dict[int, Referent], dict[Range, str]]:
    """The places that phrases name, phrase index → referent, and span → place for the names that no phrase
    is headed by ("Columbus, *Ohio*", "a *Kabul* court", datelines).

    Place names that act ("Moscow said") are resolved too. A described place is read by the name in it ("the
    countryside of Idlib", "the Syrian capital"); one without a name stays unresolved. A place name the
    gazetteer does not have becomes a place without coordinates."""
    named = [(p, toponym) for p in extraction.phrases if (toponym := _toponym(parsed, p)) is not None]
    taken = {(toponym.start, toponym.end) for _, toponym in named}
    # Names outside phrases (datelines, names inside longer ones) are context too.
    context = [
        Toponym(n.start, n.end, parsed.text[n.start : n.end])
        for n in parsed.names
        if n.kind == "LOC" and (n.start, n.end) not in taken
    ]
    context += _inside_names(parsed, [*(toponym for _, toponym in named), *context])
    entries = resolve_toponyms(parsed.text, [*(toponym for _, toponym in named), *context])
    places: dict[str, Place] = {}
    referents: dict[int, Referent] = {}
    strips = {
        p.index: codes
        for p in extraction.phrases
        if p.kind == "place" and p.form != "name" and (codes := countries_worded(parsed, p))
    }

    def refer(phrase: Phrase, place: Place, why: str) -> None:
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

    for (phrase, toponym), entry in zip(named, entries, strict=False):
        if phrase.index in strips:
            continue
        if entry is not None:
            refer(phrase, _place(entry, toponym, area=_is_area(parsed, phrase, toponym)), "places.gazetteer")
        elif phrase.kind == "place" and phrase.form == "name":
            refer(phrase, _unknown(parsed.document.document_id, toponym.name), "places.not_in_gazetteer")
    for phrase in extraction.phrases:
        if phrase.index not in referents and phrase.kind == "place":
            if (told := strips.get(phrase.index)) is not None:
                refer(phrase, _told_by_country(parsed, phrase, told), "places.of_country")
            elif (capital := capital_told(parsed, phrase)) is not None:
                refer(phrase, _place(capital, None, area=False), "places.capital")
    inside: dict[Range, str] = {}
    for toponym, entry in zip(context, entries[len(named) :], strict=True):
        if entry is not None:
            place = _place(entry, toponym, area=False)
            places.setdefault(place.place_id, place)
            inside[toponym.start, toponym.end] = place.place_id
    for (phrase, toponym), entry in zip(named, entries, strict=False):
        if phrase.name is not None and entry is not None and toponym.start < phrase.name.start:
            # "Southern China" is an area, and names China.
            place = _place(entry, None, area=False)
            places.setdefault(place.place_id, place)
            inside[phrase.name.start, phrase.name.end] = place.place_id
    told_at = [(extraction.phrases[i].start, r.place_id) for i, r in referents.items() if r.place_id]
    told_at += [(start, place_id) for (start, _), place_id in inside.items()]
    mentions = Mentions((start, places[place_id]) for start, place_id in told_at)
    for phrase in extraction.phrases:
        if phrase.index in referents or phrase.kind != "place":
            continue
        if (within := _within(extraction, phrase, referents, strips)) is not None:
            refer(phrase, places[within], "places.at_described")
        elif (named_before := mentions.taken_up(parsed, phrase)) is not None:
            refer(phrase, named_before, "places.taken_up")
    return tuple(places[key] for key in sorted(places)), referents, inside


def _inside_names(parsed: ParsedDocument, found: list[Toponym]) -> list[Toponym]:
    """The places inside names of organizations ("the *Mansfield* Police Department"): countries, and places
    that the document names elsewhere."""
    known = {t.name for t in found}
    covered = {offset for t in found for offset in range(t.start, t.end)}
    inside: list[Toponym] = []
    for name in parsed.names:
        if name.kind != "ORG":
            continue
        words = parsed.sentences[name.sentence].words[name.first - 1 : name.last]
        for first, last in sorted(combinations(range(len(words) + 1), 2), key=lambda pair: pair[0] - pair[1]):
            start, end = words[first].start, words[last - 1].end
            text = parsed.text[start:end]
            if (text in known or country_named(text)) and covered.isdisjoint(range(start, end)):
                inside.append(Toponym(start, end, text))
                covered.update(range(start, end))
    return inside


def _toponym(parsed: ParsedDocument, phrase: Phrase) -> Toponym | None:
    """The place name a phrase is to be read by: the one at its head, else, in a described place, the one
    that qualifies the head ("the outskirts of *Hama*", "the *Idlib* countryside", "a village in *Iraq*")."""
    if phrase.name is not None:
        if phrase.name.kind != "LOC":
            return None
        start, end = phrase.name.start, phrase.name.end
        if phrase.kind == "place":
            whole = with_direction(parsed.text, start, end)
            # The north of a small town is the town.
            start, end = (
                whole
                if whole[0] >= phrase.start and candidates_of(parsed.text[slice(*whole)])
                else (start, end)
            )
        return Toponym(start, end, parsed.text[start:end])
    if phrase.form == "name" and country_named(phrase.text) is not None:
        return Toponym(phrase.start, phrase.end, phrase.text)
    if phrase.kind != "place":
        return None
    if phrase.form == "name":
        return Toponym(phrase.start, phrase.end, phrase.text)
    return qualifying_name(parsed, phrase)


def _told_by_country(parsed: ParsedDocument, phrase: Phrase, countries: tuple[str, ...]) -> Place:
    """The country whose soil a phrase tells of, or the strip along one or two countries."""
    head = parsed.sentences[phrase.sentence].word(phrase.head)
    country = country_coded(countries[0]) if head.lemma.lower() in SOIL and len(countries) == 1 else None
    entry = next((e for e in look_up(country.name) if e.kind == "country"), None) if country else None
    return _place(entry, None, area=False) if entry else strip_of(parsed, phrase, countries)


def _within(
    extraction: Extraction, phrase: Phrase, referents: Mapping[int, Referent], strips: Mapping[int, object]
) -> str | None:
    """The strip of a country that a longer description holds ("a post on *the Turkish border*")."""
    for other in extraction.phrases:
        inside = phrase.start <= other.start and other.end <= phrase.end
        if inside and other.index in strips and other.index in referents:
            return referents[other.index].place_id
    return None


def _is_area(parsed: ParsedDocument, phrase: Phrase, toponym: Toponym) -> bool:
    around = parsed.text[max(0, phrase.start - 20, toponym.start - 40) : min(phrase.end, toponym.end + 20)]
    return _AREA.search(around) is not None


def _place(entry: Entry, toponym: Toponym | None, *, area: bool) -> Place:
    precision = _PRECISION[entry.kind]
    admin1 = by_id(entry.admin1) if entry.admin1 is not None else None
    key: list[object] = [entry.geonames if entry.geonames is not None else entry.key]
    name, kind = entry.name, entry.kind
    direction = direction_of(toponym.name) if toponym is not None else None
    if toponym is not None and direction is not None:
        # "Northwestern Syria" is a part of the place: an area of its own, at the centre of the whole.
        name, kind, precision = toponym.name, "region", "region"
        key.append(direction.removesuffix("ern"))
    elif area and precision == "city":
        precision = "region"
        key.append("area")
    return Place(
        place_id=stable_id("p", *key),
        name=name,
        kind=kind,
        country=entry.country,
        admin1=admin1.name if admin1 else (entry.name if entry.kind == "admin1" else None),
        lat=entry.lat,
        lon=entry.lon,
        precision=precision,
        geonames=entry.geonames if direction is None else None,
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
