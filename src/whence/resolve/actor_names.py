"""Names to clusters: countries, persons by full name or surname, bodies by name or short form."""

from __future__ import annotations

import re

from whence.records import ActorKind
from whence.resolve.actor_lists import given_name_genders, group_nouns
from whence.resolve.actor_table import Entity, noun_sectors
from whence.resolve.coreference import matches_person
from whence.resolve.discourse import Discourse
from whence.resolve.gazetteer import look_up
from whence.resolve.institutions import institution, institution_worded, is_national
from whence.resolve.known import country_held, known_body, known_person, known_surname
from whence.resolve.media import outlet_described, outlet_named
from whence.resolve.names import name_key
from whence.resolve.nationality import (
    Country,
    country_by_metonym,
    country_named,
    country_of_adjective,
    country_of_people,
    leading_country,
)
from whence.resolve.readings import Reading

STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
YEARS_OLD = re.compile(r"\b\d{1,2}-year-old\b")
SIZABLE = 100_000
SUPERIOR = 5
"""Inhabitants of a place that institutions are named after, and how often it must outnumber its namesakes."""
MONONYMOUS = frozenset({"pope", "king", "queen", "emperor", "prince", "princess"})
"""Titles whose holders go by one name."""


def place_name(discourse: Discourse, reading: Reading) -> None:
    """Put a name into its cluster."""
    text = reading.name or reading.description
    country = _country_meant(reading, text)
    whole = (
        known_body(reading.description, countries=discourse.countries) if reading.name_kind == "PER" else None
    )
    if whole is not None and whole.curated and reading.role is None and " " in reading.description:
        # The tagger parts some names of bodies ("Boko | Haram").
        discourse.put(reading, discourse.entity_cluster(whole), "table-name")
    elif country is not None:
        discourse.put(reading, discourse.country_cluster(country[0]), country[1])
    elif (reading.name_kind == "PER" and not outlet_described(discourse.parsed.text, reading)) or (
        reading.name_kind is None and reading.role is not None
    ):
        _place_person(discourse, reading, text)
    else:
        _place_body(discourse, reading, text)


def _country_meant(reading: Reading, text: str) -> tuple[Country, str] | None:
    country = country_named(text) or country_of_adjective(text)
    if country and (reading.name_kind != "PER" or reading.role is None):
        return country, "country-name"
    if reading.name_kind != "PER" and (country := country_by_metonym(text)):
        return country, "metonym"
    return None


def _place_person(discourse: Discourse, reading: Reading, text: str) -> None:
    # Of equal matches the first in the document wins: it is the one that reports introduce in full.
    scored = [
        (matches_person(cluster, reading), -at, cluster)
        for at, cluster in enumerate(discourse.persons_sharing(name_key(text)))
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    if best and best[0] > 0:
        discourse.put(reading, best[2], {3: "same-name", 2: "surname", 1: "given-name"}[best[0]])
        return
    title = reading.role.title if reading.role else None
    if YEARS_OLD.search(reading.phrase.text):
        # Reports give the age of people who hold no office.
        entity, why = None, "document-name"
    elif " " in text or title in MONONYMOUS:
        entity = known_person(
            text if " " in text else f"{title} {text}",
            role=reading.role,
            date=discourse.date,
            countries=discourse.countries,
            country=reading.country.iso3 if reading.country else None,
        )
        why = "table-name"
    else:
        entity = known_surname(text, role=reading.role, date=discourse.date, countries=discourse.countries)
        why = "table-surname"
    if entity is None and reading.role is None:
        # The tagger takes some bodies for persons ("Reuters said").
        body = known_body(text, countries=discourse.countries)
        entity, why = (body, "table-name") if body and body.curated else (None, why)
    town = town_named(text) if entity is None and reading.role is None else None
    if entity is not None:
        discourse.put(reading, discourse.entity_cluster(entity), why)
    elif town is not None:
        # The tagger takes some towns for persons ("Mariupol held out").
        discourse.put(reading, discourse.new(text, "group", country=town), "place-acting")
    else:
        held = country_held(text, reading.role, discourse.date)
        discourse.put(reading, discourse.new(text, "person", country=held), "document-name")


def _place_body(discourse: Discourse, reading: Reading, text: str) -> None:
    key = name_key(text)
    if (same := discourse.body(key)) is not None:
        discourse.put(reading, same, "same-name")
        return
    if people := country_of_people(text):
        cluster = discourse.new(reading.description, "group", country=people.iso3, number=reading.number)
        discourse.put(reading, cluster, "people")
        return
    generic = institution_worded(key) or key in group_nouns() or reading.name_kind == "LOC"
    if not generic and reading.name_kind == "ORG" and (longer := discourse.body_shortened(key)) is not None:
        discourse.put(reading, longer, "short-name")
        return
    entity = (
        known_body(text, countries=discourse.countries)
        or known_body(reading.description, countries=discourse.countries)
        or _without_nationality(discourse, text)
    )
    worded = reading.country.iso3 if reading.country else None
    if entity is not None and (worded is None or entity.country in (None, worded)):
        discourse.put(reading, discourse.entity_cluster(entity), "table-name")
        return
    national = not discourse.names_after(reading)
    # The tagger takes some surnames for bodies ("Assad's forces").
    if " " not in text and not generic:
        holder = known_surname(text, role=reading.role, date=discourse.date, countries=discourse.countries)
        if holder is not None and (reading.name_kind != "LOC" or key not in discourse.place_countries):
            discourse.put(reading, discourse.entity_cluster(holder), "table-surname")
            return
    for body in (reading.body, text):
        country = reading.country or (discourse.dominant if national and is_national(body) else None)
        if country is not None and institution_worded(body) and (found := institution(body, country)):
            discourse.put(reading, discourse.institution_cluster(found, country), "institution")
            return
    if " " in text and not institution_worded(key) and key not in discourse.place_countries:
        # The tagger takes some persons for bodies or places.
        person = known_person(
            text, role=reading.role, date=discourse.date, countries=discourse.countries, country=worded
        )
        if person is not None:
            discourse.put(reading, discourse.entity_cluster(person), "table-name")
            return
    if reading.name_kind == "LOC":
        place = discourse.new(text, "group", country=discourse.country_of_place_in(key))
        discourse.put(reading, place, "place-acting")
        return
    kind, sectors = _kind_worded(key, outlet=outlet_described(discourse.parsed.text, reading))
    country_code = worded or discourse.country_of_place_in(key) or seat_worded(text)
    cluster = discourse.new(text, kind, sectors=sectors, country=country_code)
    discourse.put(reading, cluster, "document-name")


def town_named(text: str) -> str | None:
    """The country of the large town that a single word names, if it is no given name."""
    if " " in text or name_key(text) in given_name_genders():
        return None
    found = [e for e in look_up(text) if e.main]
    large = [e for e in found if e.kind == "city" and (e.population >= SIZABLE or e.capital)]
    return large[0].country if len(large) == 1 and len({e.country for e in found}) == 1 else None


def seat_worded(text: str) -> str | None:
    """The country of the place that an institution's name begins with ("*Toronto* Police Service"): of the
    largest place so called, if it is far larger than any other's."""
    words = text.split()
    for size in range(min(3, len(words) - 1), 0, -1):
        found = look_up(" ".join(words[:size]))
        if not found or not words[0][:1].isupper():
            continue
        first = found[0]
        rival = max((e.population for e in found if e.country != first.country), default=0)
        large = first.population >= SIZABLE and first.population >= SUPERIOR * rival
        return first.country if large and not country_of_adjective(words[0]) else None
    return None


def _without_nationality(discourse: Discourse, text: str) -> Entity | None:
    """The body that a name with its nationality before it means: "Lebanese Hezbollah"."""
    words = text.split()
    leading = leading_country(words)
    if leading is None or leading[1] >= len(words):
        return None
    entity = known_body(" ".join(words[leading[1] :]), countries=discourse.countries)
    if entity is None or not entity.curated:
        return None
    # "British Red Cross" is not the International Committee, "Afghan Taliban" is the Taliban.
    abroad = entity.kind == "armed_group" and entity.country is None
    return entity if abroad or entity.country == leading[0].iso3 else None


def _kind_worded(key: str, *, outlet: bool) -> tuple[ActorKind, tuple[str, ...]]:
    """What the words of an unknown body's name say it is: "Karm Times", "Ministry of Ports"; ``outlet``:
    whether a word beside it says so."""
    if outlet or outlet_named(key):
        return "outlet", ("JRN",)
    front = key.partition(" of ")[0].split()
    ends = (" ".join(front[at:]) for at in range(len(front)))
    sectors = next((found for end in ends if (found := noun_sectors(end))), ())
    return ("government" if STATE & set(sectors) else "organization"), sectors
