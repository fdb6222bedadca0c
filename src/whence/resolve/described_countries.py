"""The country of what a description stands for, as the description words it."""

from __future__ import annotations

import re

from whence.resolve.discourse import Discourse
from whence.resolve.names import name_key
from whence.resolve.nationality import Country, country_coded, country_named, country_of_people
from whence.resolve.readings import OUTSIDERS, Reading, noun_counted

POSSESSOR = re.compile(r"(?:country|nation|government)['’]s\s", re.I)
"""Possessors that say no more than a country does: "the country's army", "the Syrian government's army"."""
WHERE = frozenset({"in", "of", "from", "throughout", "across", "within"})
"""Prepositions of the country a group lives in or belongs to."""


def country_of(discourse: Discourse, reading: Reading) -> Country | None:
    """The country worded in a phrase; for "the country's" the one named last."""
    if reading.country is not None or not POSSESSOR.match(reading.description):
        return reading.country
    latest = discourse.nearest(reading, lambda c: c.kind == "country")
    return country_coded(latest.country) if latest else discourse.dominant


def country_of_possessor(discourse: Discourse, reading: Reading) -> str | None:
    """The country of the person or body named at the front of a description ("*Assad*'s forces")."""
    for word in reading.sentence.children(reading.head, "nmod:poss", "compound", "nmod"):
        index = discourse.at.get((reading.sentence.index, word.index))
        cluster = discourse.of.get(index) if index is not None else None
        if cluster is not None and cluster.entity is not None and word.index < reading.head.index:
            return cluster.country
    return None


def country_within(discourse: Discourse, reading: Reading) -> str | None:
    """The country of a group that its description words at its noun ("young *Algerians*"), by where it is
    ("students throughout *Indonesia*"), or by whose it is ("supporters of *Ahmed Ben Bella*")."""
    sentence, head = reading.sentence, noun_counted(reading.sentence, reading.head)
    if head.text.lower() in OUTSIDERS:
        return None
    # "Ethnic Albanians in Serbia" live in Serbia.
    ethnic = any(word.text.lower() == "ethnic" for word in sentence.children(head, "amod"))
    if not ethnic and (country := country_of_people(head.text)):
        return country.iso3
    for word in sentence.children(head, "nmod", "compound"):
        case = sentence.child(word, "case")
        before = word.relation == "compound" and word.upos == "PROPN"  # "*Darfur* rebels"
        after = case is not None and case.text.lower() in WHERE and word.index > head.index
        body = case is not None and case.text.lower() == "at" and word.index > head.index
        if not (before or after or body):
            continue
        index = discourse.at.get((sentence.index, word.index))
        cluster = discourse.of.get(index) if index is not None else None
        if cluster is not None and cluster.country is not None:
            return cluster.country
        written = discourse.parsed.text[word.start : word.end]
        named = next(
            (n for n in discourse.parsed.names_in(sentence) if n.first <= word.index <= n.last), None
        )
        if named is not None:
            written = discourse.parsed.text[named.start : named.end]
        country = country_named(written)
        found = country.iso3 if country else discourse.place_countries.get(name_key(written))
        if found is not None:
            return found
    return None
