"""The state of one document's actor resolution: readings, clusters and the indexes that find them.

Every look-up goes through an index, so that a page of 50,000 words costs no more per phrase than a short
report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from whence.handover import Extraction, ParsedDocument, Sentence
from whence.person_names import encoding
from whence.records import ActorKind, Document, Place
from whence.resolve.actor_phrases import (
    countries_named,
    event_arguments,
    is_actor,
    joined_titles,
    person_surnames,
)
from whence.resolve.actor_table import Entity
from whence.resolve.coreference import Cluster
from whence.resolve.gazetteer import without_place
from whence.resolve.institutions import Institution
from whence.resolve.known import sectors_on, tenure_on
from whence.resolve.names import name_key
from whence.resolve.nationality import Country, country_coded
from whence.resolve.readings import Reading, read_phrase

DOMINANT = 0.5
"""Share of a document's country mentions that makes "the government" that country's."""
LOOK_BACK = 40
"""Sentences that "the company" looks back for a body of a fitting kind."""
LINKING = frozenset({"of", "and", "the", "for", "in", "on", "de", "du", "des", "to"})
"""Words that initials skip."""


class Discourse:
    """Made for one document, filled by the passes of :mod:`whence.resolve.actors`, then read out."""

    def __init__(self, parsed: ParsedDocument, extraction: Extraction, places: tuple[Place, ...]) -> None:
        self.parsed = parsed
        self.date = publication_date(parsed.document)
        self.sentences: dict[int, Sentence] = {s.index: s for s in parsed.sentences}
        self.place_countries: dict[str, str] = {name_key(p.name): p.country for p in places if p.country}
        self.countries = countries_named(extraction)
        self.dominant = dominant_country(self.countries)
        surnames = person_surnames(parsed)
        arguments = event_arguments(extraction)
        readings = {
            phrase.index: read_phrase(parsed, self.sentences[phrase.sentence], phrase, surnames)
            for phrase in extraction.phrases
            if phrase.kind not in ("time", "thing") and is_actor(phrase, arguments, self.sentences, surnames)
        }
        self.readings, self.beside = joined_titles(parsed.text, readings)
        self.at = {(p.sentence, p.head): p.index for p in extraction.phrases}
        self.clusters: list[Cluster] = []
        self.of: dict[int, Cluster] = {}
        self.through: dict[int, int] = {}
        self.why: dict[int, str] = {}
        self._by_key: dict[str, Cluster] = {}
        self._bodies: dict[str, Cluster] = {}
        self._initials: dict[str, Cluster] = {}
        self._shorter: dict[str, Cluster] = {}
        self._persons: dict[str, list[Cluster]] = defaultdict(list)
        self._named_persons: dict[Cluster, None] = {}
        self._lemmas: dict[str, list[Cluster]] = defaultdict(list)
        self._nouns: dict[str, list[Cluster]] = defaultdict(list)
        self._mentions: dict[int, list[tuple[Cluster, Reading]]] = defaultdict(list)

    # --- making clusters --------------------------------------------------------------------------

    def new(
        self,
        name: str,
        kind: ActorKind,
        *,
        country: str | None = None,
        sectors: tuple[str, ...] = (),
        number: str = "one",
    ) -> Cluster:
        """A cluster for somebody not met before."""
        cluster = Cluster(
            name=name,
            kind=kind,
            order=len(self.clusters),
            country=country,
            sectors=sectors,
            number=number,
        )
        self.clusters.append(cluster)
        if number == "one" and kind != "person":
            for word in dict.fromkeys(name_key(name).split()):
                self._nouns[word].append(cluster)
        return cluster

    def keyed(
        self, key: str, name: str, kind: ActorKind, country: str | None, sectors: tuple[str, ...]
    ) -> Cluster:
        """The cluster of an actor that is the same in every document."""
        if key not in self._by_key:
            cluster = self.new(name, kind, country=country, sectors=sectors)
            cluster.key = key
            self._by_key[key] = cluster
        return self._by_key[key]

    def entity_cluster(self, entity: Entity) -> Cluster:
        """The cluster of a known actor, with the sectors it has on the document's date."""
        sectors = sectors_on(entity, tenure_on(entity, self.date), self.date)
        cluster = self.keyed(entity.key, entity.name, entity.kind, entity.country, sectors)
        if cluster.entity is None:
            cluster.entity = entity
            self.learn_name(cluster, entity.name)
        return cluster

    def country_cluster(self, country: Country) -> Cluster:
        return self.keyed(f"country:{country.iso3}", country.name, "country", country.iso3, ())

    def institution_cluster(self, found: Institution, country: Country) -> Cluster:
        if found.entity is not None:
            return self.entity_cluster(found.entity)
        return self.keyed(found.key, found.name, found.kind, country.iso3, found.sectors)

    # --- filling them -----------------------------------------------------------------------------

    def put(self, reading: Reading, cluster: Cluster, why: str) -> None:
        """Make a phrase a mention of a cluster, resolved through the nearest earlier one."""
        before = cluster.last_before(reading)
        if before is not None:
            self.through.setdefault(reading.phrase.index, before.phrase.index)
        cluster.add(reading)
        self.of[reading.phrase.index] = cluster
        self.why[reading.phrase.index] = why
        self._mentions[reading.sentence.index].append((cluster, reading))
        for name in (reading.name, reading.acronym):
            if name:
                self.learn_name(cluster, name)
        if not reading.name and not reading.pronoun and cluster not in self._lemmas[reading.lemma]:
            self._lemmas[reading.lemma].append(cluster)
        if cluster.kind == "person" and reading.name:
            self._learn_apposition(reading, cluster)

    def learn_name(self, cluster: Cluster, name: str) -> None:
        """Find the cluster under this name from now on."""
        key = name_key(name)
        if not key:
            return
        cluster.keys.add(key)
        words = key.split()
        if cluster.kind == "person":
            if cluster.number == "one":
                self._named_persons.setdefault(cluster)
            for word in dict.fromkeys((*words, encoding(words[-1]))):
                if cluster not in self._persons[word]:
                    self._persons[word].append(cluster)
            return
        self._bodies.setdefault(key, cluster)
        if cluster.kind not in ("country", "group") and len(words) > 1:
            if len(words) > 2:
                self._initials.setdefault("".join(w[0] for w in words if w not in LINKING), cluster)
            for size in range(1, len(words)):
                self._shorter.setdefault(" ".join(words[:size]), cluster)
            for rest in without_place(key):
                self._shorter.setdefault(rest, cluster)

    def _learn_apposition(self, reading: Reading, cluster: Cluster) -> None:
        """Take the role from an apposition that follows the name."""
        for other in reading.sentence.children(reading.head, "appos"):
            index = self.at.get((reading.sentence.index, other.index))
            explained = self.readings.get(index) if index is not None else None
            if explained is None or explained.role is None or explained.name is not None:
                continue
            if cluster.role is None or cluster.role.position is None:
                cluster.role = explained.role
                cluster.organization = cluster.organization or explained.organization
                if cluster.country is None and explained.role.country:
                    cluster.country = explained.role.country.iso3

    # --- finding them -----------------------------------------------------------------------------

    def body(self, key: str) -> Cluster | None:
        """The body, country or group with this name."""
        return self._bodies.get(key)

    def body_shortened(self, key: str) -> Cluster | None:
        """The body that a short form stands for: its initials ("CDCR"), its first words ("Ford"), or what
        follows the place it is of ("Chargers")."""
        found = self._initials.get(key)
        return found if found or len(key) <= 3 else self._shorter.get(key)

    def country_of_place_in(self, key: str) -> str | None:
        """The one country of the document's places that a name holds ("*Kano* State government")."""
        words = key.split()
        spans = combinations(range(len(words) + 1), 2)
        found = {self.place_countries.get(" ".join(words[first:last])) for first, last in spans} - {None}
        return found.pop() if len(found) == 1 else None

    def names_after(self, reading: Reading) -> bool:
        """Whether a place is named in a phrase after its name: "the Parliament *of New South Wales*"."""
        start, end = reading.name_at[1], reading.phrase.end
        names = self.parsed.names_in(reading.sentence)
        return any(start <= n.start and n.end <= end and n.kind == "LOC" for n in names)

    def persons_sharing(self, key: str) -> list[Cluster]:
        """Single persons with a word of this name in theirs, or a surname of like sound, in order of
        appearance."""
        words = key.split()
        forms = (*words, encoding(words[-1])) if words else ()
        found = {id(c): c for form in forms for c in self._persons.get(form, ()) if c.number == "one"}
        return sorted(found.values(), key=lambda c: c.order)

    def described(self, lemma: str) -> list[Cluster]:
        """Clusters that a description with this noun was put into."""
        return self._lemmas.get(lemma, [])

    def bodies_worded(self, noun: str) -> list[Cluster]:
        """Bodies with the noun in their name."""
        return self._nouns.get(noun, [])

    def mentions_back(self, sentence: int, reach: int) -> Iterator[tuple[Cluster, Reading]]:
        """Mentions of a sentence and the ``reach`` before it, nearest sentence first."""
        for index in range(sentence, max(-1, sentence - reach - 1), -1):
            yield from self._mentions.get(index, ())

    def nearest(self, reading: Reading, fits: Callable[[Cluster], bool]) -> Cluster | None:
        """The fitting cluster mentioned last before a phrase, at most ``LOOK_BACK`` sentences away."""
        best: tuple[int, Cluster] | None = None
        for cluster, mention in self.mentions_back(reading.sentence.index, LOOK_BACK):
            start = mention.phrase.start
            if start < reading.phrase.start and (best is None or start > best[0]) and fits(cluster):
                best = (start, cluster)
        return best[1] if best else None

    def titled_persons(self, reading: Reading) -> list[Cluster]:
        """Named persons with a role worded or known, those mentioned last before the phrase first."""
        titled = [c for c in self._named_persons if c.role or c.entity]
        return sorted(titled, key=lambda c: -c.last_start_before(reading))


def publication_date(document: Document) -> str | None:
    """The publication date no finer than it is known: "2015-10" if known to the month."""
    length = {"month": 7, "year": 4}.get(document.published_precision or "", 10)
    return document.published[:length] if document.published else None


def dominant_country(countries: dict[str, int]) -> Country | None:
    """The country that more than half of the country mentions are of, if there are two at least."""
    if not countries:
        return None
    iso3, count = max(countries.items(), key=lambda item: (item[1], item[0]))
    return country_coded(iso3) if count >= 2 and count / sum(countries.values()) > DOMINANT else None
