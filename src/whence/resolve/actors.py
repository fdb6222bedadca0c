"""Who the phrases of one document refer to: clusters of coreferent phrases, matched with the actor table.

Names first: persons by full name or surname, bodies by name or acronym, countries by name, adjective or seat
of government. Then, in reading order, pronouns and descriptions: offices ("the French president"), bodies of
a country ("the Syrian army"), nouns that take somebody up ("the colonel"), else groups born in the document.
First and second persons are left to attribution, which knows the speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from whence.handover import Extraction, ParsedDocument, Referent
from whence.records import Actor, Place, own_actor_id, stable_id
from whence.records import Role as HeldRole
from whence.resolve.actor_descriptions import place_description
from whence.resolve.actor_names import place_name
from whence.resolve.actor_phrases import is_country_word
from whence.resolve.actor_table import tenures
from whence.resolve.coreference import (
    PRONOUN_REACH,
    THING_KINDS,
    Cluster,
    agrees,
    bound,
    is_expletive,
    pronoun_antecedent,
    subject_before,
    teller,
)
from whence.resolve.described_countries import country_within
from whence.resolve.discourse import Discourse
from whence.resolve.institutions import institution, is_national
from whence.resolve.known import known_body, tenure_on
from whence.resolve.nationality import Country, country_coded
from whence.resolve.readings import ADDRESSEES, NEUTER, NOBODY, PERSONAL, SPEAKERS, Reading

_POSSESSIVE = re.compile(r"['’]s?(?:\s|$)")


def resolve_actors(
    parsed: ParsedDocument, extraction: Extraction, places: tuple[Place, ...]
) -> tuple[tuple[Actor, ...], dict[int, Referent]]:
    """Actors of the document, in order of first mention, and the referent of every resolved actor phrase."""
    discourse = Discourse(parsed, extraction, places)
    readings = list(discourse.readings.values())
    persons = [r for r in readings if r.name and r.name_kind in ("PER", None)]
    others = [r for r in readings if (r.name and r.name_kind in ("ORG", "LOC")) or is_country_word(r)]
    # Fuller names first, so that a surname in the headline finds the full name of the body.
    for group in (persons, others):
        for reading in sorted(group, key=_fullest_first):
            if reading.phrase.index not in discourse.of:
                place_name(discourse, reading)
    for reading in readings:
        if reading.phrase.index in discourse.of:
            continue
        if reading.pronoun:
            _place_pronoun(discourse, reading)
        else:
            place_description(discourse, reading)
    _locate(discourse)
    return _actors(discourse), _referents(discourse)


def _locate(discourse: Discourse) -> None:
    """The country of bodies and of groups that a phrase further on words ("doctors from two *American*
    groups", "students at a college in *Scotland*"), now that all phrases are placed. A man who is seen in a
    country need not be of it."""
    for kinds in (("organization", "government"), ("group",)):
        for cluster in discourse.clusters:
            if cluster.kind in kinds and cluster.country is None and cluster.key is None and cluster.mentions:
                cluster.country = country_within(discourse, cluster.mentions[0])


def _fullest_first(reading: Reading) -> tuple[int, int]:
    return -min(len((reading.name or "").split()), 3), reading.phrase.start


def _place_pronoun(discourse: Discourse, reading: Reading) -> None:
    if reading.pronoun in SPEAKERS | ADDRESSEES | NOBODY or is_expletive(reading):
        return
    if reading.pronoun not in PERSONAL:
        cluster = discourse.new(reading.description, "group", number=reading.number)
        discourse.put(reading, cluster, "description")
        return
    if (found := _teller_taken_up(discourse, reading)) is not None:
        pass
    elif reading.pronoun in NEUTER:
        found = _subject_taken_up(discourse, reading)
    else:
        found = pronoun_antecedent(reading, discourse.mentions_back(reading.sentence.index, PRONOUN_REACH))
    if found is not None:
        discourse.through[reading.phrase.index] = found[1].phrase.index
        discourse.put(reading, found[0], "pronoun")


def _teller_taken_up(discourse: Discourse, reading: Reading) -> tuple[Cluster, Reading] | None:
    """Whoever says the clause of which the pronoun is the subject, if it can mean them."""
    told = teller(reading)
    index = discourse.at.get(told) if told else None
    cluster = discourse.of.get(index) if index is not None else None
    if cluster is None or index is None or not agrees(reading, cluster):
        return None
    return cluster, discourse.readings[index]


def _subject_taken_up(discourse: Discourse, reading: Reading) -> tuple[Cluster, Reading] | None:
    """What "it" refers to. It takes up things and clauses far more often than actors: only the nearest
    subject counts, and only if that is a body or a country."""
    subject = subject_before(reading, discourse.sentences.get(reading.sentence.index - 1))
    index = discourse.at.get(subject) if subject else None
    cluster = discourse.of.get(index) if index is not None else None
    if cluster is None or index is None or cluster.kind not in THING_KINDS or cluster.number != "one":
        return None
    antecedent = discourse.readings[index]
    return None if bound(reading, antecedent) else (cluster, antecedent)


def _actors(discourse: Discourse) -> tuple[Actor, ...]:
    used = sorted((c for c in discourse.clusters if c.mentions), key=lambda c: (c.start, c.name))
    found: dict[str, Actor] = {}
    for cluster in used:
        actor = _actor(discourse, cluster)
        found.setdefault(actor.actor_id, actor)
    return tuple(found.values())


def _actor(discourse: Discourse, cluster: Cluster) -> Actor:
    name = _name(cluster)
    return Actor(
        actor_id=_actor_id(discourse, cluster),
        name=name,
        aliases=tuple(sorted({m.name for m in cluster.mentions if m.name and m.name != name})),
        kind=cluster.kind,
        country=cluster.country,
        sectors=_sectors(cluster),
        wikidata=cluster.entity.wikidata if cluster.entity else None,
        roles=_roles(discourse, cluster),
    )


def _sectors(cluster: Cluster) -> tuple[str, ...]:
    """The table's sectors for the date; for others those of the role worded."""
    worded = cluster.role.sectors if cluster.role and cluster.kind == "person" else ()
    return worded if worded and (not cluster.sectors or cluster.entity is None) else cluster.sectors


def _actor_id(discourse: Discourse, cluster: Cluster) -> str:
    if cluster.key is not None:
        return stable_id("a", cluster.key)
    return own_actor_id(discourse.parsed.document.document_id, cluster.start, _name(cluster))


def _name(cluster: Cluster) -> str:
    """The table's name, else the full name written most often (the first of equals)."""
    written = [m for m in cluster.mentions if m.name and " " in m.name]
    if cluster.key is not None or cluster.kind != "person" or not written:
        return cluster.name
    counts = Counter(m.name for m in written)
    return min(written, key=lambda m: (-counts[m.name], m.phrase.start)).name or cluster.name


def _roles(discourse: Discourse, cluster: Cluster) -> tuple[HeldRole, ...]:
    """A known actor's roles from the table; for a person born in the document the one worded, on its date."""
    if cluster.entity is not None:
        return tuple(
            HeldRole(title=t.title, organization=t.organization, from_=t.from_, to=t.to)
            for t in tenures(cluster.entity.number)
        )
    if cluster.kind != "person" or cluster.role is None or not any(m.name for m in cluster.mentions):
        return ()
    return (
        HeldRole(
            title=cluster.role.canonical,
            organization=_affiliation(discourse, cluster),
            from_=None if cluster.role.former else discourse.date,
            to=discourse.date,
        ),
    )


def _affiliation(discourse: Discourse, cluster: Cluster) -> str | None:
    """The organisation worded with the actor, else the one of its role on the date, else its country."""
    country = country_coded(cluster.country) if cluster.kind in ("person", "group", "government") else None
    if cluster.kind == "person" and cluster.organization:
        return _body_worded(discourse, cluster.organization, country)
    tenure = tenure_on(cluster.entity, discourse.date) if cluster.entity else None
    if tenure and tenure.organization:
        return tenure.organization
    if country is None:
        return None
    executive = "GOV" in _sectors(cluster) or bool(cluster.role and "GOV" in cluster.role.sectors)
    if cluster.kind == "person" and executive:
        government = institution("government", country)
        return government.name if government else country.name
    return country.name


def _body_worded(discourse: Discourse, words: str, country: Country | None) -> str:
    """The body that an office is worded with; what every country has is that of the holder's country: "the
    *government*'s top spokesman", "Minister of *Defence*"."""
    if entity := known_body(words, countries=discourse.countries):
        return entity.name
    words = _POSSESSIVE.split(words, maxsplit=1)[0]
    for body in (words, f"{words} ministry"):
        if country is not None and is_national(body) and (found := institution(body, country)):
            return found.name
    return words


def _title(discourse: Discourse, cluster: Cluster) -> str | None:
    """The office worded, else the table's role on the date, else any title worded."""
    if cluster.role is not None and (cluster.role.position or cluster.entity is None):
        return cluster.role.canonical
    tenure = tenure_on(cluster.entity, discourse.date) if cluster.entity else None
    if tenure is not None:
        return tenure.title
    return cluster.role.title if cluster.role else None


def _referents(discourse: Discourse) -> dict[int, Referent]:
    shared: dict[Cluster, Referent] = {}
    for cluster in discourse.clusters:
        if cluster.mentions:
            shared[cluster] = Referent(
                actor_id=_actor_id(discourse, cluster),
                place_id=None,
                name=_name(cluster),
                title=_title(discourse, cluster) if cluster.kind == "person" else None,
                affiliation=_affiliation(discourse, cluster),
                antecedent=None,
                why="",
            )
    return {
        index: replace(
            shared[discourse.of[index]],
            antecedent=discourse.through.get(index),
            why=f"actor:{discourse.why[index]}",
        )
        for index in sorted(discourse.of)
    }
