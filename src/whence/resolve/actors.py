"""Who the phrases of one document refer to: clusters of coreferent phrases, matched with the actor table.

Three passes. Names: each to a cluster, persons by full name or surname, bodies by name or acronym, countries
by name, adjective or seat of government. Descriptions in reading order: office ("Russia's foreign minister"),
institution of a country ("the Syrian army"), taken-up noun ("the colonel"), else a group born in the document.
Pronouns last. First and second persons are left to attribution, which knows the speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from whence.handover import Extraction, ParsedDocument, Phrase, Referent, Sentence
from whence.records import Actor, Place, stable_id
from whence.records import Role as HeldRole
from whence.resolve.actor_lists import group_nouns, person_noun_genders
from whence.resolve.actor_table import Entity, noun_sectors, tenures
from whence.resolve.coreference import (
    THING_KINDS,
    Cluster,
    is_expletive,
    matches_person,
    pronoun_antecedent,
    subject_before,
)
from whence.resolve.institutions import Institution, institution, institution_worded, is_national
from whence.resolve.known import (
    holder_of,
    known_body,
    known_person,
    known_surname,
    sectors_on,
    tenure_on,
)
from whence.resolve.names import name_key
from whence.resolve.nationality import (
    Country,
    country_by_metonym,
    country_coded,
    country_named,
    country_of_adjective,
    country_of_people,
    leading_country,
    strip_possessive,
)
from whence.resolve.readings import ADDRESSEES, NEUTER, NOBODY, PERSONAL, SPEAKERS, Reading, read_phrase
from whence.resolve.roles import positions_titled, without_determiner

DOMINANT = 0.5
"""Share of a document's country mentions that makes "the government" that country's."""
COUNTRY_S = re.compile(r"(?:country|nation|government)['’]s\s", re.I)
MEDIA_NOUNS = frozenset(
    {
        "newspaper",
        "news agency",
        "news service",
        "magazine",
        "television",
        "tv",
        "radio",
        "channel",
        "website",
    }
    | {"news website", "news channel", "news network", "daily", "broadcaster", "network", "news site"}
)
ENDS = re.compile(r"\s(?:of|in|from|with|for|on|at|to|who|that|,)\s")
"""What follows the noun of a description."""
LINKING = frozenset({"of", "and", "the", "for", "in", "on", "de", "du", "des", "to"})
"""Words that initials skip."""
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


def resolve_actors(
    parsed: ParsedDocument, extraction: Extraction, places: tuple[Place, ...]
) -> tuple[tuple[Actor, ...], dict[int, Referent]]:
    """Actors of the document, in order of first mention, and the referent of every actor phrase."""
    return Discourse(parsed, extraction, places).resolved()


class Discourse:
    """The state of one document's resolution; made, run once and thrown away."""

    def __init__(self, parsed: ParsedDocument, extraction: Extraction, places: tuple[Place, ...]) -> None:
        self.parsed = parsed
        self.date = parsed.document.published
        self.sentences: dict[int, Sentence] = {s.index: s for s in parsed.sentences}
        self.place_countries = {name_key(p.name): p.country for p in places if p.country}
        self.clusters: list[Cluster] = []
        self.of: dict[int, Cluster] = {}
        self.through: dict[int, int] = {}
        self.why: dict[int, str] = {}
        surnames = person_surnames(parsed)
        self.readings = {
            phrase.index: read_phrase(parsed, self.sentences[phrase.sentence], phrase, surnames)
            for phrase in extraction.phrases
            if phrase.kind != "time" and is_actor(phrase, extraction, self.sentences, surnames)
        }
        self.countries = countries_named(extraction)
        self.beside: dict[int, int] = {}
        self.join_titles()
        self.at = {(p.sentence, p.head): p.index for p in extraction.phrases}

    def resolved(self) -> tuple[tuple[Actor, ...], dict[int, Referent]]:
        readings = list(self.readings.values())
        named = [r for r in readings if r.name and r.name_kind in ("PER", None)]
        # Fuller names first, so that a surname in the headline finds the full name of the body.
        for reading in sorted(named, key=lambda r: (-min(len((r.name or "").split()), 3), r.phrase.start)):
            self.name(reading)
        bodies = [r for r in readings if r.phrase.index not in self.of and (r.name or is_country_word(r))]
        for reading in sorted(bodies, key=lambda r: (-min(len((r.name or "").split()), 3), r.phrase.start)):
            self.name(reading)
        for reading in readings:
            if reading.phrase.index in self.of:
                continue
            if reading.pronoun:
                self.pronoun(reading)
            else:
                self.description(reading)
        return self.actors(), self.referents()

    def join_titles(self) -> None:
        """Join a title with the name right beside it where the tree has them apart: "Secretary of State | Mike
        Pompeo", "Amy Cook, | director of the fund,"."""
        text = self.parsed.text
        ends: dict[int, Reading] = {}
        starts: dict[int, Reading] = {}
        for reading in self.readings.values():
            if (
                not reading.name
                and not reading.pronoun
                and reading.number == "one"
                and is_person_noun(reading)
            ):
                ends[reading.phrase.end] = starts[reading.phrase.start] = reading
        for reading in [r for r in self.readings.values() if r.name and r.name_kind == "PER"]:
            gap = BEFORE_NAME.search(text, max(0, reading.phrase.start - 12), reading.phrase.start)
            other = ends.get(gap.start()) if gap else None
            if other is None and (aside := ASIDE.match(text, reading.phrase.end)):
                other = starts.get(aside.end(), starts.get(aside.end(1)))
                if other is not None and text[other.phrase.end : other.phrase.end + 1] not in CLOSING:
                    other = None
            if other is not None:
                self.beside[other.phrase.index] = reading.phrase.index
                if reading.role is None and other.role is not None:
                    self.readings[reading.phrase.index] = replace(
                        reading, role=other.role, country=reading.country or other.country
                    )

    # --- names ------------------------------------------------------------------------------------

    def name(self, reading: Reading) -> None:
        """Put a name into its cluster."""
        text = reading.name or reading.description
        country = self.country_meant(reading, text)
        if country is not None:
            self.put(reading, self.country_cluster(country[0]), country[1])
        elif reading.name_kind == "PER" or (reading.name_kind is None and reading.role is not None):
            self.person(reading)
        else:
            self.body(reading, text)

    def country_meant(self, reading: Reading, text: str) -> tuple[Country, str] | None:
        if country := country_named(text) or country_of_adjective(text):
            if reading.name_kind != "PER" or reading.role is None:
                return country, "country-name"
        if reading.name_kind != "PER" and (country := country_by_metonym(text)):
            return country, "metonym"
        return None

    def person(self, reading: Reading) -> None:
        scored = [
            (matches_person(cluster, reading), -at, cluster)
            for at, cluster in enumerate(self.clusters)
            if cluster.kind == "person" and cluster.number == "one"
        ]
        best = max(scored, key=lambda item: item[:2], default=None)
        if best and best[0] > 0:
            self.put(reading, best[2], {3: "same-name", 2: "surname", 1: "given-name"}[best[0]])
            return
        text = reading.name or ""
        entity = (
            known_person(
                text,
                role=reading.role,
                date=self.date,
                countries=self.countries,
                country=reading.country.iso3 if reading.country else None,
            )
            if " " in text or (reading.role and reading.role.title in {"pope", "king", "queen"})
            else known_surname(text, role=reading.role, date=self.date, countries=self.countries)
        )
        if entity is None and " " not in text and (body := known_body(text, countries=self.countries)):
            if body.curated:
                self.put(reading, self.entity_cluster(body), "table-name")
                return
        if entity is not None:
            self.put(reading, self.entity_cluster(entity), "table-name" if " " in text else "table-surname")
        else:
            self.put(reading, self.new(text, "person", sectors=()), "document-name")

    def body(self, reading: Reading, text: str) -> None:
        key = name_key(text)
        for cluster in self.clusters:
            if key in cluster.keys:
                self.put(reading, cluster, "same-name")
                return
        if people := country_of_people(text):
            cluster = self.new(reading.description, "group", country=people.iso3)
            self.put(reading, cluster, "people")
            return
        if (longer := self.shortened(key)) is not None:
            self.put(reading, longer, "short-name")
            return
        entity = known_body(text, countries=self.countries) or known_body(
            reading.description, countries=self.countries
        )
        if entity is not None:
            self.put(reading, self.entity_cluster(entity), "table-name")
            return
        country = reading.country or self.dominant
        found = None
        for body in (text, reading.body):
            if country is not None and institution_worded(body) and (reading.country or is_national(body)):
                found = institution(body, country)
        if found is not None and country is not None:
            self.put(reading, self.institution_cluster(found, country), "institution")
            return
        if reading.name_kind == "LOC":
            place = self.place_countries.get(key)
            self.put(reading, self.new(text, "group", country=place), "place-acting")
            return
        sectors = noun_sectors(key.split()[-1]) if key.split() else ()
        self.put(reading, self.new(text, "organization", sectors=sectors), "document-name")

    def shortened(self, key: str) -> Cluster | None:
        """The body of the document that a short form stands for: its initials or its first word or words ("CDCR",
        "Ford" for "Ford Motor Company")."""
        words = key.split()
        for cluster in self.clusters:
            if cluster.kind in ("person", "country", "group"):
                continue
            for known in sorted(cluster.keys):
                have = known.split()
                initials = "".join(w[0] for w in have if w not in LINKING)
                if len(have) > len(words) and have[: len(words)] == words and len(key) > 3:
                    return cluster
                if len(have) > 2 and key == initials:
                    return cluster
        return None

    # --- descriptions -----------------------------------------------------------------------------

    def description(self, reading: Reading) -> None:
        """A noun phrase without a name at its head."""
        if (apposed := self.apposed(reading)) is not None:
            self.put(reading, apposed, "apposition")
            return
        if country := country_of_people(reading.description):
            cluster = self.same_group(reading) or self.new(reading.description, "group", country=country.iso3)
            self.put(reading, cluster, "people")
            return
        if (described := self.described_body(reading)) is not None:
            self.put(reading, described, "described-name")
            return
        if (
            reading.country is None
            and len(reading.body.split()) == 1
            and reading.phrase.text[:2] not in ("a ", "an")
        ):
            if (worded := self.last_named(reading)) is not None:
                self.put(reading, worded, "taken-up")
                return
        country = self.country_of(reading)
        body = COUNTRY_S.sub("", reading.body)
        if institution_worded(body):
            national = reading.definite or reading.phrase.form == "name"
            owner = country or (self.dominant if national and is_national(body) else None)
            found = institution(body, owner) if owner else None
            if found is not None and owner is not None:
                self.put(reading, self.institution_cluster(found, owner), "institution")
                return
        if entity := known_body(reading.description, countries=self.countries):
            if entity.curated:
                self.put(reading, self.entity_cluster(entity), "table-name")
                return
        person = reading.number == "one" and (
            reading.lemma in person_noun_genders() or (reading.role is not None and reading.role.position)
        )
        if person and (cluster := self.office(reading)):
            self.put(reading, cluster[0], cluster[1])
            return
        if cluster_found := self.same_group(reading):
            self.put(reading, cluster_found, "same-description")
            return
        if reading.definite and not person and (taken := self.taken_up(reading)):
            self.put(reading, taken, "taken-up")
            return
        role = reading.role
        self.put(
            reading,
            self.new(
                reading.description,
                "person" if person else "group",
                country=country.iso3 if country else self.worded_country(reading),
                sectors=(role.sectors if role and person else ()) or self.sectors(reading),
                number=reading.number,
            ),
            "description",
        )

    def country_of(self, reading: Reading) -> Country | None:
        """The country worded in a phrase, "the country's" included: the country last named."""
        if reading.country is not None or not COUNTRY_S.match(reading.description):
            return reading.country
        countries = [c for c in self.clusters if c.kind == "country" and self.last_before(c, reading) >= 0]
        latest = max(countries, key=lambda c: self.last_before(c, reading), default=None)
        return country_coded(latest.country) if latest else self.dominant

    def described_body(self, reading: Reading) -> Cluster | None:
        """The body that a description names at its edge: "social media site Facebook", "AFP news agency"."""
        for name in self.parsed.names_in(reading.sentence):
            if name.kind != "ORG" or not reading.phrase.start <= name.start < name.end <= reading.phrase.end:
                continue
            text = self.parsed.text
            before = text[reading.phrase.start : name.start].strip().lower().split()
            after = text[name.end : reading.phrase.end].strip().lower()
            last = name_key(before[-1]) if before else ""
            generic = bool(before) and not after and last in group_nouns()
            if not generic and not (after and not before[1:] and after in MEDIA_NOUNS):
                continue
            written = text[name.start : name.end]
            key = name_key(written)
            found = next((c for c in self.clusters if key in c.keys and c.kind != "person"), None)
            if found is not None:
                return found
            if entity := known_body(written, countries=self.countries):
                return self.entity_cluster(entity)
            cluster = self.new(written, "outlet" if after or last in MEDIA_NOUNS else "organization")
            cluster.keys.add(key)
            return cluster
        return None

    def last_named(self, reading: Reading) -> Cluster | None:
        """The nearest earlier body whose name ends with the noun: "the police" after "Toronto Police"."""
        ending = [
            c
            for c in self.clusters
            if c.kind in ("organization", "government", "outlet")
            and any(m.name for m in c.mentions)
            and name_key(c.name).split()[-1:] == [name_key(reading.body)]
            and self.last_before(c, reading) >= 0
        ]
        return max(ending, key=lambda c: self.last_before(c, reading), default=None)

    def office(self, reading: Reading) -> tuple[Cluster, str] | None:
        """A description of an office or rank: somebody of the document with that title, else the table."""
        role = reading.role
        before = [
            c
            for c in self.clusters
            if c.kind == "person" and c.number == "one" and any(m.name for m in c.mentions)
        ]
        before.sort(key=lambda c: -self.last_before(c, reading))
        if role is not None and role.position is not None and not role.former:
            for cluster in before:
                held = self.held_position(cluster, role.position)
                if held and (role.country is None or cluster.country in (None, role.country.iso3)):
                    return cluster, "title"
            if role.country is not None and (entity := holder_of(role, date=self.date)):
                return self.entity_cluster(entity), "office-table"
        if not reading.definite and not (role and role.country):
            return None
        for cluster in before:
            if cluster.role and reading.lemma in name_key(cluster.role.title).split():
                if self.last_before(cluster, reading) >= 0 and (
                    reading.country is None or cluster.country in (None, reading.country.iso3)
                ):
                    return cluster, "title"
        return None

    def held_position(self, cluster: Cluster, position: str) -> bool:
        if cluster.role and cluster.role.position == position and not cluster.role.former:
            return True
        if cluster.entity is None:
            return False
        held = [t for t in tenures(cluster.entity.number) if self.date and t.holds_on(self.date)]
        return any(position in positions_titled(t.title) for t in held)

    def same_group(self, reading: Reading) -> Cluster | None:
        """The nearest earlier group with the same noun that nothing tells apart."""
        if reading.phrase.text.split()[0].lower() in {"another", "other", "a", "an", "more", "two", "three"}:
            return None
        best: Cluster | None = None
        words = set(name_key(reading.description).split())
        for cluster in self.clusters:
            if reading.lemma not in cluster.lemmas or cluster.number != reading.number:
                continue
            if self.last_before(cluster, reading) < 0:
                continue
            if reading.country and cluster.country and reading.country.iso3 != cluster.country:
                continue
            same = name_key(cluster.name) == name_key(reading.description)
            shorter = len(words) == 1 and reading.definite
            if same or shorter or (reading.country and cluster.country and len(words) <= 2):
                best = cluster
        return best

    def taken_up(self, reading: Reading) -> Cluster | None:
        """The body that "the company", "the group", "the country" takes up: one with the noun in its name,
        else the nearest earlier one of a fitting kind."""
        kinds = group_nouns().get(reading.lemma)
        if kinds is None or len(reading.description.split()) > 1:
            return None
        earlier = [
            c
            for c in self.clusters
            if c.number == "one" and self.last_before(c, reading) >= 0 and c.kind in kinds
        ]
        worded = [c for c in earlier if reading.lemma in name_key(c.name).split()]
        pool = worded or earlier
        return max(pool, key=lambda c: self.last_before(c, reading), default=None)

    def apposed(self, reading: Reading) -> Cluster | None:
        """The cluster of a name that this phrase explains or is explained by ("Sergey Lavrov, the minister")."""
        head, sentence = reading.head, reading.sentence
        if (index := self.beside.get(reading.phrase.index)) is not None:
            return self.of.get(index)
        others = list(sentence.children(head, "appos"))
        governor = sentence.head(head)
        if head.relation == "appos" and governor is not None:
            others.append(governor)
        for other in others:
            index = self.at.get((sentence.index, other.index))
            cluster = self.of.get(index) if index is not None else None
            if cluster is None or index is None or not self.readings[index].name:
                continue
            person = reading.lemma in person_noun_genders() and reading.number == "one"
            if (cluster.kind == "person") != bool(person):
                continue
            if person and cluster.role is None:
                cluster.role = reading.role
            return cluster
        return None

    # --- pronouns ---------------------------------------------------------------------------------

    def pronoun(self, reading: Reading) -> None:
        if reading.pronoun in SPEAKERS or reading.pronoun in ADDRESSEES or reading.pronoun in NOBODY:
            return
        if is_expletive(reading):
            return
        if reading.pronoun not in PERSONAL:
            self.put(reading, self.new(reading.description, "group", number=reading.number), "description")
            return
        found = pronoun_antecedent(reading, self.clusters)
        if found is not None and reading.pronoun in NEUTER:
            # "It" takes up things and clauses far more often than actors: only the nearest subject counts.
            subject = subject_before(reading, self.sentences.get(reading.sentence.index - 1))
            index = self.at.get(subject) if subject else None
            cluster = self.of.get(index) if index is not None else None
            if cluster is None or index is None or cluster.kind not in THING_KINDS or cluster.number != "one":
                return
            found = cluster, self.readings[index]
        if found is not None:
            cluster, mention = found
            self.put(reading, cluster, "pronoun")
            self.through[reading.phrase.index] = mention.phrase.index

    # --- clusters ---------------------------------------------------------------------------------

    def put(self, reading: Reading, cluster: Cluster, why: str) -> None:
        earlier = [m for m in cluster.mentions if m.phrase.start < reading.phrase.start]
        if earlier:
            self.through.setdefault(
                reading.phrase.index, max(earlier, key=lambda m: m.phrase.start).phrase.index
            )
        cluster.add(reading)
        self.of[reading.phrase.index] = cluster
        self.why[reading.phrase.index] = why
        if cluster.kind == "person" and reading.name:
            self.learn_apposition(reading, cluster)

    def learn_apposition(self, reading: Reading, cluster: Cluster) -> None:
        """Take the role from an apposition that follows the name."""
        for other in reading.sentence.children(reading.head, "appos"):
            index = self.at.get((reading.sentence.index, other.index))
            explained = self.readings.get(index) if index is not None else None
            if explained and explained.role and explained.name is None:
                if cluster.role is None or cluster.role.position is None:
                    cluster.role = explained.role
                    cluster.country = cluster.country or (
                        explained.role.country.iso3 if explained.role.country else None
                    )

    def new(
        self,
        name: str,
        kind: str,
        *,
        country: str | None = None,
        sectors: tuple[str, ...] = (),
        number: str = "one",
    ) -> Cluster:
        cluster = Cluster(name=name, kind=kind, country=country, sectors=sectors, number=number)  # type: ignore[arg-type]
        self.clusters.append(cluster)
        return cluster

    def entity_cluster(self, entity: Entity) -> Cluster:
        for cluster in self.clusters:
            if cluster.key == entity.key:
                return cluster
        tenure = tenure_on(entity, self.date)
        cluster = self.new(
            entity.name, entity.kind, country=entity.country, sectors=sectors_on(entity, tenure)
        )
        cluster.entity, cluster.key = entity, entity.key
        cluster.keys.add(name_key(entity.name))
        return cluster

    def country_cluster(self, country: Country) -> Cluster:
        return self.keyed(f"country:{country.iso3}", country.name, "country", country.iso3, ())

    def institution_cluster(self, found: Institution, country: Country) -> Cluster:
        if found.entity is not None:
            return self.entity_cluster(found.entity)
        return self.keyed(found.key, found.name, found.kind, country.iso3, found.sectors)

    def keyed(self, key: str, name: str, kind: str, country: str | None, sectors: tuple[str, ...]) -> Cluster:
        for cluster in self.clusters:
            if cluster.key == key:
                return cluster
        cluster = self.new(name, kind, country=country, sectors=sectors)
        cluster.key = key
        return cluster

    def last_before(self, cluster: Cluster, reading: Reading) -> int:
        return max(
            (m.phrase.start for m in cluster.mentions if m.phrase.start < reading.phrase.start), default=-1
        )

    @property
    def dominant(self) -> Country | None:
        total = sum(self.countries.values())
        if not total:
            return None
        iso3, count = max(self.countries.items(), key=lambda item: (item[1], item[0]))
        return country_coded(iso3) if count >= 2 and count / total > DOMINANT else None

    def worded_country(self, reading: Reading) -> str | None:
        """The dominant country for officials, forces and people told of without a country."""
        return self.dominant.iso3 if self.dominant and reading.definite else None

    def sectors(self, reading: Reading) -> tuple[str, ...]:
        words = ENDS.split(reading.body)[0].split()
        for at in range(len(words)):
            if found := noun_sectors(" ".join(words[at:])):
                return found
        return noun_sectors(reading.lemma) or noun_sectors(reading.head.text)

    # --- output -----------------------------------------------------------------------------------

    def named(self, cluster: Cluster) -> str:
        """The name to show: the table's, else the full name written most often (the first of equals)."""
        if cluster.entity is not None or cluster.key is not None or cluster.kind != "person":
            return cluster.name
        written = [m for m in cluster.mentions if m.name and " " in m.name]
        if not written:
            return cluster.name
        counts = Counter(m.name for m in written)
        first = min(written, key=lambda m: (-counts[m.name], m.phrase.start))
        return first.name or cluster.name

    def actor_id(self, cluster: Cluster) -> str:
        if cluster.key is not None:
            return stable_id("a", cluster.key)
        return stable_id("a", self.parsed.document.document_id, cluster.start, self.named(cluster))

    def actors(self) -> tuple[Actor, ...]:
        used = [c for c in self.clusters if c.mentions]
        used.sort(key=lambda c: (c.start, c.name))
        return tuple(self.actor(cluster) for cluster in used)

    def actor(self, cluster: Cluster) -> Actor:
        written = sorted({m.name for m in cluster.mentions if m.name and m.name != self.named(cluster)})
        sectors = cluster.sectors
        if cluster.role and (not sectors or cluster.entity is None) and cluster.role.sectors:
            sectors = cluster.role.sectors
        return Actor(
            actor_id=self.actor_id(cluster),
            name=self.named(cluster),
            aliases=tuple(written),
            kind=cluster.kind,
            country=cluster.country,
            sectors=sectors,
            wikidata=cluster.entity.wikidata if cluster.entity else None,
            roles=self.roles(cluster),
        )

    def roles(self, cluster: Cluster) -> tuple[HeldRole, ...]:
        if cluster.entity is not None:
            return tuple(
                HeldRole(title=t.title, organization=t.organization, from_=t.from_, to=t.to)
                for t in tenures(cluster.entity.number)
            )
        if cluster.kind != "person" or cluster.role is None or not any(m.name for m in cluster.mentions):
            return ()
        return (
            HeldRole(
                title=cluster.role.title,
                organization=self.affiliation(cluster),
                from_=self.date,
                to=self.date,
            ),
        )

    def affiliation(self, cluster: Cluster) -> str | None:
        if cluster.role and cluster.role.organization:
            entity = known_body(cluster.role.organization, countries=self.countries)
            return entity.name if entity else cluster.role.organization
        tenure = tenure_on(cluster.entity, self.date) if cluster.entity else None
        if tenure and tenure.organization:
            return tenure.organization
        if cluster.kind in ("person", "group", "government"):
            country = country_coded(cluster.country)
            return country.name if country else None
        return None

    def title(self, cluster: Cluster) -> str | None:
        if cluster.role is not None and (cluster.role.position or cluster.entity is None):
            return cluster.role.canonical
        tenure = tenure_on(cluster.entity, self.date) if cluster.entity else None
        if tenure is not None:
            return tenure.title
        return cluster.role.title if cluster.role else None

    def referents(self) -> dict[int, Referent]:
        found: dict[int, Referent] = {}
        for index in sorted(self.of):
            cluster = self.of[index]
            found[index] = Referent(
                actor_id=self.actor_id(cluster),
                place_id=None,
                name=self.named(cluster),
                title=self.title(cluster) if cluster.kind == "person" else None,
                affiliation=self.affiliation(cluster),
                antecedent=self.through.get(index),
                why=f"actor:{self.why[index]}",
            )
        return found


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


def is_actor(
    phrase: Phrase, extraction: Extraction, sentences: dict[int, Sentence], surnames: frozenset[str]
) -> bool:
    """Whether a phrase acts or is acted on as an actor. A city only when it stands for its government."""
    if phrase.text.lower().startswith(("anti-", "pro-")) and " " not in phrase.text:
        return False
    if phrase.name is not None:
        key = name_key(strip_possessive(phrase.text))
        if key in surnames or (key.count(" ") and key.split()[-1] in group_nouns()):
            return True
    if phrase.name is None or phrase.name.kind != "LOC":
        return phrase.kind == "actor"
    if country_named(phrase.text) or country_of_adjective(phrase.text):
        return phrase.kind == "actor" or any(
            phrase.index in event.actors or phrase.index in event.recipients for event in extraction.events
        )
    head = sentences[phrase.sentence].word(phrase.head)
    if any(phrase.index in event.actors for event in extraction.events):
        return True
    if any(phrase.index in e.recipients for e in extraction.events if e.type not in ACTED_ON):
        return country_by_metonym(phrase.text) is not None
    if phrase.kind != "actor":
        return False
    if head.deprel in ("nsubj", "obl:agent"):
        return True
    governor = sentences[phrase.sentence].head(head)
    addressed = governor is not None and governor.lemma in ADDRESSED_BY and head.deprel == "obj"
    return addressed and country_by_metonym(phrase.text) is not None


def countries_named(extraction: Extraction) -> dict[str, int]:
    """How often the document words each country, by name, adjective or people."""
    counts: Counter[str] = Counter()
    for phrase in extraction.phrases:
        if phrase.kind == "time" or phrase.form == "pronoun":
            continue
        words = phrase.text.split()
        country = country_named(phrase.text) or country_of_people(phrase.text)
        if country is None and words:
            leading = leading_country(without_determiner(phrase.text).split())
            country = leading[0] if leading else None
        if country is not None:
            counts[country.iso3] += 1
    return dict(sorted(counts.items()))
