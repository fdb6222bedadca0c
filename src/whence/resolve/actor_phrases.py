"""Which phrases of a document are actors, and what the document as a whole says about reading them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from whence.handover import Extraction, ParsedDocument, Phrase, Sentence
from whence.resolve.actor_lists import group_nouns, person_noun_genders
from whence.resolve.names import name_key
from whence.resolve.nationality import (
    country_by_metonym,
    country_named,
    country_of_adjective,
    country_of_people,
    leading_country,
    strip_possessive,
)
from whence.resolve.readings import Reading
from whence.resolve.roles import without_determiner
from whence.resolve.toponym_candidates import direction_of

ASIDE = re.compile(r"((?:,|\s[—–-]|\s\()\s?)(?:the |a |an )?")
BEFORE_NAME = re.compile(r"(?:,|\s\([A-Z]{2,5}\))?\s$")
"""What stands between a name and the title that explains it, on either side."""
CLOSING = frozenset({",", ".", ")", ";"})
ADDRESSED_BY = frozenset(
    {"accuse", "ask", "assure", "back", "blame", "condemn", "criticise", "criticize", "maintain", "press"}
    | {"pressure", "provoke", "say", "sanction", "support", "tell", "thank", "threaten", "urge", "warn"}
)
"""Verbs whose object, if a capital, is a government: one does not warn a city of bricks."""
ACTED_ON = frozenset({"ASSAULT", "MOBILIZE", "AID"})
"""Types whose recipient, if a city, is the place itself and not the government that sits there."""


def joined_titles(text: str, readings: dict[int, Reading]) -> tuple[dict[int, Reading], dict[int, int]]:
    """Titles joined with the name right beside them where the tree has them apart ("state secretary | Ana
    Lima", "Ana Lima, | director of the fund,"): the readings, names now with that role, and title → name."""
    joined, beside = dict(readings), {}
    titles = [r for r in readings.values() if not r.name and not r.pronoun and r.number == "one"]
    titles = [r for r in titles if r.head.upos != "NUM"]  # "wounding 11, Dr. Ana Lima said"
    ends = {r.phrase.end: r for r in titles if is_person_noun(r)}
    starts = {r.phrase.start: r for r in titles if is_person_noun(r)}
    for reading in [r for r in readings.values() if r.name and r.name_kind == "PER"]:
        gap = BEFORE_NAME.search(text, max(0, reading.phrase.start - 12), reading.phrase.start)
        other = ends.get(gap.start()) if gap else None
        if other is None and (aside := ASIDE.match(text, reading.phrase.end)):
            other = starts.get(aside.end(), starts.get(aside.end(1)))
            if other is not None and text[other.phrase.end : other.phrase.end + 1] not in CLOSING:
                other = None
        if other is None:
            continue
        beside[other.phrase.index] = reading.phrase.index
        if reading.role is None and other.role is not None:
            joined[reading.phrase.index] = replace(
                reading,
                role=other.role,
                country=reading.country or other.country,
                organization=reading.organization or other.organization,
            )
    return joined, beside


def is_person_noun(reading: Reading) -> bool:
    """Whether a description is headed by a noun for one person."""
    return reading.lemma in person_noun_genders() or reading.head.head_type == "person"


def is_country_word(reading: Reading) -> bool:
    """Whether a phrase without a tagged name is a country or nationality ("Iranian")."""
    return reading.phrase.form == "name" and country_of_adjective(reading.description) is not None


def person_surnames(parsed: ParsedDocument) -> frozenset[str]:
    """Keys of the last words of full names of persons."""
    keys = (name_key(parsed.text[n.start : n.end]).split() for n in parsed.names if n.kind == "PER")
    return frozenset(words[-1] for words in keys if len(words) > 1)


@dataclass(frozen=True, slots=True)
class EventArguments:
    """Phrases that are actors or recipients of events; ``addressed`` are the recipients of those whose
    recipient, if a city, stands for a government."""

    actors: frozenset[int]
    recipients: frozenset[int]
    addressed: frozenset[int]


def event_arguments(extraction: Extraction) -> EventArguments:
    return EventArguments(
        actors=frozenset(i for e in extraction.events for i in e.actors),
        recipients=frozenset(i for e in extraction.events for i in e.recipients),
        addressed=frozenset(i for e in extraction.events if e.type not in ACTED_ON for i in e.recipients),
    )


def is_actor(
    phrase: Phrase, arguments: EventArguments, sentences: dict[int, Sentence], surnames: frozenset[str]
) -> bool:
    """Whether a phrase acts or is acted on as an actor. A city only when it stands for its government."""
    if phrase.text.lower().startswith(("anti-", "pro-")) and " " not in phrase.text:
        return False
    if phrase.name is not None:
        key = name_key(strip_possessive(phrase.text))
        if key in surnames or (key.count(" ") and key.split()[-1] in group_nouns()):
            return True
    seat = country_by_metonym(phrase.text) is not None
    if not seat and (phrase.name is None or phrase.name.kind != "LOC"):
        return phrase.kind == "actor"
    written = phrase.text
    if phrase.name is not None and direction_of(phrase.text) is None:
        written = phrase.text[phrase.name.start - phrase.start : phrase.name.end - phrase.start]
    if country_named(written) or country_of_adjective(written):
        named = phrase.index in arguments.actors or phrase.index in arguments.recipients
        return named or phrase.kind == "actor"
    head = sentences[phrase.sentence].word(phrase.head)
    if phrase.index in arguments.actors:
        return True
    if phrase.index in arguments.addressed:
        return seat
    if phrase.kind != "actor":
        return False
    if head.deprel in ("nsubj", "obl:agent"):
        return True
    governor = sentences[phrase.sentence].head(head)
    addressed = governor is not None and governor.lemma in ADDRESSED_BY and head.deprel == "obj"
    return addressed and seat


def countries_named(extraction: Extraction) -> dict[str, int]:
    """How often the document words each country, by name, adjective or people."""
    counts: Counter[str] = Counter()
    for phrase in extraction.phrases:
        if phrase.kind in ("time", "thing") or phrase.form == "pronoun":
            continue
        words = phrase.text.split()
        country = country_named(phrase.text) or country_of_people(phrase.text)
        if country is None and words:
            leading = leading_country(without_determiner(phrase.text).split())
            country = leading[0] if leading else None
        if country is not None:
            counts[country.iso3] += 1
    return dict(sorted(counts.items()))
