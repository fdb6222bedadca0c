"""Descriptions to clusters: offices, institutions of a country, nouns that take up somebody, and groups."""

from __future__ import annotations

import re

from whence.handover import Name, Sentence, Word
from whence.records import ActorKind
from whence.resolve.actor_lists import group_nouns, member_nouns, person_noun_genders
from whence.resolve.actor_phrases import is_person_noun
from whence.resolve.actor_table import noun_sectors
from whence.resolve.coreference import Cluster
from whence.resolve.described_countries import POSSESSOR, country_of, country_of_possessor, country_within
from whence.resolve.discourse import Discourse
from whence.resolve.institutions import institution, institution_worded, is_national
from whence.resolve.known import known_body
from whence.resolve.media import MEDIA_NOUNS
from whence.resolve.names import name_key
from whence.resolve.nationality import (
    Country,
    country_of_adjective,
    country_of_people,
    strip_possessive,
)
from whence.resolve.offices import bearer_of, office_holder
from whence.resolve.readings import Reading, noun_counted

ENDS = re.compile(r"\s(?:of|in|from|with|for|on|at|to|who|that|,)\s")
"""What follows the noun of a description."""
FRESH = frozenset({"another", "other", "a", "an", "more", "two", "three", "four", "five", "some"})
"""First words of descriptions that introduce somebody new."""
REBELLIOUS = frozenset({"rebel", "rebels", "insurgent", "insurgents"})
"""Words that say whose side any noun is on ("the *rebel* FDLR force")."""
GROUPED = frozenset(
    {"group", "groups", "team", "number", "crowd", "band", "handful", "member", "members", "one", "several"}
    | {"some", "many", "dozens", "hundreds", "thousands"}
)
"""Nouns that stand for whom they are of."""


def place_description(discourse: Discourse, reading: Reading) -> None:
    """Put a noun phrase without a name at its head into its cluster; each rule goes before the next."""
    if (explained := _apposed(discourse, reading)) is not None:
        discourse.put(reading, explained, "apposition")
        return
    if (bearer := bearer_of(discourse, reading)) is not None:
        discourse.put(reading, bearer, "predicate")
        return
    if country := country_of_people(reading.description):
        people = _same_group(discourse, reading) or discourse.new(
            reading.description, "group", country=country.iso3, number="several"
        )
        discourse.put(reading, people, "people")
        return
    if (described := _body_inside(discourse, reading)) is not None:
        discourse.put(reading, described, "described-name")
        return
    if (modifying := _body_modifying(discourse, reading)) is not None:
        discourse.put(reading, modifying, "modifier")
        return
    if (bare := _body_ending(discourse, reading)) is not None:
        discourse.put(reading, bare, "taken-up")
        return
    # "The administration" after "the Trump administration" is that one, not the country's.
    earlier_one = reading.definite and reading.country is None and institution_worded(reading.body)
    same = _same_group(discourse, reading)
    if earlier_one and same is not None and (same.key is None or discourse.dominant is None):
        discourse.put(reading, same, "same-description")
        return
    country = country_of(discourse, reading)
    if (national := _institution(discourse, reading, country)) is not None:
        discourse.put(reading, national, "institution")
        return
    entity = known_body(reading.description, countries=discourse.countries)
    if entity is not None and entity.curated:
        discourse.put(reading, discourse.entity_cluster(entity), "table-name")
        return
    office = reading.role is not None and reading.role.position is not None
    person = reading.number == "one" and (reading.lemma in person_noun_genders() or office)
    if person and (holder := office_holder(discourse, reading)):
        discourse.put(reading, *holder)
        return
    if same is not None:
        discourse.put(reading, same, "same-description")
        return
    if reading.definite and not person and (taken := _taken_up(discourse, reading)):
        discourse.put(reading, taken, "taken-up")
        return
    if country is None and reading.definite and not _names_within(discourse, reading):
        country = discourse.dominant
    born = discourse.new(
        reading.description,
        "person" if person else _kind(reading),
        country=country.iso3
        if country
        else country_of_possessor(discourse, reading)
        or (None if person else country_within(discourse, reading)),
        sectors=(reading.role.sectors if reading.role and person else ()) or _sectors(reading),
        number=reading.number,
    )
    discourse.put(reading, born, "description")


def _apposed(discourse: Discourse, reading: Reading) -> Cluster | None:
    """The cluster of a name that this phrase explains or is explained by ("Ana Lima, the minister")."""
    if (index := discourse.beside.get(reading.phrase.index)) is not None:
        return discourse.of.get(index)
    head, sentence = reading.head, reading.sentence
    others = list(sentence.children(head, "appos"))
    governor = sentence.head(head)
    if head.relation == "appos" and governor is not None:
        others.append(governor)
    person = reading.lemma in person_noun_genders() and reading.number == "one"
    for other in others:
        index = discourse.at.get((sentence.index, other.index))
        cluster = discourse.of.get(index) if index is not None else None
        if cluster is None or index is None or not discourse.readings[index].name:
            continue
        if (cluster.kind == "person") == person:
            if person and cluster.role is None:
                cluster.role = reading.role
            return cluster
    return None


def _body_inside(discourse: Discourse, reading: Reading) -> Cluster | None:
    """The body that a description names at its edge: "social media site Facebook", "AFP news agency"."""
    if reading.number == "one" and reading.lemma in person_noun_genders():
        return None
    text = discourse.parsed.text
    for name in discourse.parsed.names_in(reading.sentence):
        if name.kind != "ORG" or not reading.phrase.start <= name.start < name.end <= reading.phrase.end:
            continue
        before = text[reading.phrase.start : name.start].strip().lower().split()
        after = text[name.end : reading.phrase.end].strip().lower()
        last = name_key(before[-1]) if before else ""
        generic = not after and last in group_nouns()
        if not generic and not (len(before) < 2 and after in MEDIA_NOUNS):
            continue
        written = text[name.start : name.end]
        if (found := discourse.body(name_key(written))) is not None:
            return found
        if entity := known_body(written, countries=discourse.countries):
            return discourse.entity_cluster(entity)
        cluster = discourse.new(written, "outlet" if after or last in MEDIA_NOUNS else "organization")
        discourse.learn_name(cluster, written)
        return cluster
    return None


def _body_modifying(discourse: Discourse, reading: Reading) -> Cluster | None:
    """The body whose members or possessions a group noun counts: "*Hezbollah* fighters", "*ISIS* targets",
    "Lebanese *Hezbollah* forces"."""
    if reading.lemma not in member_nouns() or (reading.number == "one" and is_person_noun(reading)):
        return None
    text, sentence = discourse.parsed.text, reading.sentence
    head = noun_counted(sentence, reading.head)
    for word in sentence.children(head, "compound", "amod", "nmod"):
        if word.upos not in ("PROPN", "ADJ", "X") or word.index > head.index:
            continue
        name = next((n for n in discourse.parsed.names_in(sentence) if n.first <= word.index <= n.last), None)
        written = text[_capitalised(sentence, word, name) : name.end if name else word.end]
        written = strip_possessive(written)
        if not written[:1].isupper() or country_of_adjective(written) or (name and name.kind != "ORG"):
            continue
        found = discourse.body(name_key(written))
        # "Assad's forces": a possessor that nothing else is known of may be a person.
        known = found is not None and (found.entity is not None or word.deprel != "nmod:poss")
        if found is not None and known and found.kind not in ("country", "group", "person"):
            return found
        if entity := known_body(written, countries=discourse.countries):
            cluster = discourse.entity_cluster(entity)
            discourse.learn_name(cluster, written)
            return cluster
    return None


def _capitalised(sentence: Sentence, word: Word, name: Name | None) -> int:
    """Where a modifier begins, with the capitalised words before it that hang on it and that its name leaves
    out ("*Islamic* State fighters"); a nationality is none of them."""
    first = sentence.word(name.first) if name else word
    for before in reversed(sentence.words[: first.index - 1]):
        inside = before.head == word.index and before.deprel in {"amod", "compound"}
        if not inside or not before.text[:1].isupper() or country_of_adjective(before.text):
            break
        first = before
    return first.start


def _names_within(discourse: Discourse, reading: Reading) -> bool:
    """Whether a description has a proper name in it: "the Trump administration" is not that of the country
    which a report is about."""
    start, end = reading.phrase.start, reading.phrase.end
    return any(start <= n.start and n.end <= end for n in discourse.parsed.names_in(reading.sentence))


def _body_ending(discourse: Discourse, reading: Reading) -> Cluster | None:
    """The nearest earlier body whose name ends with the bare noun: "the police" after "Toronto Police"."""
    noun = name_key(reading.body)
    if reading.country or " " in noun or reading.phrase.text.split()[0].lower() in FRESH:
        return None
    ending = [
        c
        for c in discourse.bodies_worded(noun)
        if c.kind in ("organization", "government", "outlet")
        and name_key(c.name).endswith(f" {noun}")
        and c.last_before(reading)
    ]
    return max(ending, key=lambda c: c.last_start_before(reading), default=None)


def _institution(discourse: Discourse, reading: Reading, country: Country | None) -> Cluster | None:
    """The body of a country that a description words, "the government" of a document's dominant country
    included."""
    body = POSSESSOR.sub("", reading.body)
    if not institution_worded(body):
        return None
    bare = reading.phrase.text.lower() == body.lower() or reading.phrase.form == "name"
    alone = not _names_within(discourse, reading)
    if country is None and (reading.definite or bare) and is_national(body) and alone:
        country = discourse.dominant
    found = institution(body, country) if country else None
    return discourse.institution_cluster(found, country) if found and country else None


def _same_group(discourse: Discourse, reading: Reading) -> Cluster | None:
    """The nearest earlier group with the same noun that nothing tells apart."""
    if reading.phrase.text.split()[0].lower() in FRESH:
        return None
    words = name_key(reading.description).split()
    fitting = []
    for cluster in discourse.described(reading.lemma):
        if cluster.number != reading.number or cluster.last_before(reading) is None:
            continue
        if reading.lemma in person_noun_genders() and cluster.kind not in ("person", "group"):
            continue
        if reading.country and cluster.country and reading.country.iso3 != cluster.country:
            continue
        same = name_key(cluster.name) == name_key(reading.description)
        shorter = len(words) == 1 and reading.definite
        if same or shorter or (reading.country and cluster.country and len(words) <= 2):
            fitting.append(cluster)
    return max(fitting, key=lambda c: c.last_start_before(reading), default=None)


def _taken_up(discourse: Discourse, reading: Reading) -> Cluster | None:
    """The body that "the company", "the group", "the country" takes up: one with the noun in its name, else
    the nearest earlier one of a fitting kind."""
    kinds = group_nouns().get(reading.lemma)
    if kinds is None or len(reading.description.split()) > 1:
        return None
    worded = [
        c
        for c in discourse.bodies_worded(reading.lemma)
        if c.kind in kinds and c.number == "one" and c.last_before(reading)
    ]
    if worded:
        return max(worded, key=lambda c: c.last_start_before(reading))
    return discourse.nearest(reading, lambda c: c.kind in kinds and c.number == "one")


def _kind(reading: Reading) -> ActorKind:
    """What a description that is no person is: "state media", "local government", else a group."""
    if group_nouns().get(reading.lemma) == frozenset({"outlet"}):
        return "outlet"
    return "government" if institution_worded(reading.lemma) else "group"


def _sectors(reading: Reading) -> tuple[str, ...]:
    """Sectors of the longest listed end of the description ("rebel groups" of "local rebel groups"), with its
    noun as written or in the singular; of what is counted or grouped those of whom ("a team of *police*")."""
    words = ENDS.split(reading.body)[0].lower().split()
    if not REBELLIOUS.isdisjoint(words):
        return ("REB",)
    singular = [*words[:-1], reading.lemma] if words and words[-1] == reading.head.text.lower() else words
    for at in range(max(0, len(words) - 4), len(words)):
        if found := noun_sectors(" ".join(words[at:])) or noun_sectors(" ".join(singular[at:])):
            return found
    if found := noun_sectors(reading.lemma) or noun_sectors(reading.head.text):
        return found
    counted = reading.sentence.child(reading.head, "nmod") if words and words[-1] in GROUPED else None
    return noun_sectors(counted.lemma) or noun_sectors(counted.text) if counted is not None else ()
