"""Which phrases of one document refer to the same actor: the clusters and the choice among them.

A sieve in the manner of Lee et al. (2013, Computational Linguistics 39:4): names first, over the whole
document; then, in reading order, descriptions and pronouns, each to the best compatible cluster before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from whence.handover import Sentence
from whence.person_names import likeness
from whence.records import ActorKind
from whence.resolve.actor_table import Entity
from whence.resolve.names import ARABIC_ARTICLES, name_key, short_person_key
from whence.resolve.readings import FEMININE, MASCULINE, NEUTER, PLURAL, Reading
from whence.resolve.roles import Role

PRONOUN_REACH = 3
"""Sentences a pronoun looks back; further back a name is repeated."""
SUBJECT_BONUS = 1.2
DISTANCE_COST = 1.0
NAME_BONUS = 0.3
GENDER_BONUS = 0.5
PLURAL_REACH = 1
PARALLEL_BONUS = 0.5
BODY_COST = 1.0
MARGIN = 1.0
"""Weights chosen on the training gold (evals.actors); the result is flat around them."""
IMPERSONAL = frozenset(
    {"seem", "appear", "look", "mean", "happen", "rain", "snow", "turn", "matter", "depend"}
)
OF_SOMEBODY = frozenset(
    {"willing", "unwilling", "ready", "able", "unable", "prepared", "determined", "committed", "keen"}
    | {"eager", "reluctant", "responsible", "confident", "aware", "concerned", "worried", "angry"}
)
"""Adjectives that are said of somebody: "it is *willing* to leave", but "it is hard to leave"."""
THING_KINDS = frozenset({"organization", "government", "armed_group", "outlet", "country"})


@dataclass(slots=True, eq=False)
class Cluster:
    """An actor in the making."""

    name: str
    kind: ActorKind
    order: int = 0
    """Place among the clusters of the document."""
    mentions: list[Reading] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where the mentions start, ascending; ``mentions`` are in the same order."""
    entity: Entity | None = None
    key: str | None = None
    """Identity in every document, for entities and for institutions of a country; None if born here."""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: Role | None = None
    organization: str | None = None
    number: str = "one"
    gender: str | None = None
    keys: set[str] = field(default_factory=set)

    @property
    def start(self) -> int:
        return self.starts[0]

    def last_start_before(self, reading: Reading) -> int:
        """Where the last mention before a phrase starts, -1 if there is none."""
        at = bisect_left(self.starts, reading.phrase.start)
        return self.starts[at - 1] if at else -1

    def last_before(self, reading: Reading) -> Reading | None:
        """The last mention before a phrase."""
        at = bisect_left(self.starts, reading.phrase.start)
        return self.mentions[at - 1] if at else None

    def add(self, reading: Reading) -> None:
        """Take a mention in, with what it adds to what is known."""
        at = bisect_right(self.starts, reading.phrase.start)
        self.starts.insert(at, reading.phrase.start)
        self.mentions.insert(at, reading)
        if reading.role and (self.role is None or (self.role.position is None and reading.role.position)):
            self.role = reading.role
        if self.organization is None:
            self.organization = reading.organization
        if self.gender is None:
            self.gender = reading.gender
        if self.country is None and self.key is None and reading.country:
            self.country = reading.country.iso3


def matches_person(cluster: Cluster, reading: Reading) -> int:
    """How well a person's name fits a cluster of persons: 3 same name, 2 surname, 1 given name, 0 not."""
    if reading.gender and cluster.gender and reading.gender != cluster.gender:
        return 0
    key = name_key(reading.name or "")
    words = _bare(key)
    best = 0
    for known in sorted(cluster.keys):
        if known == key or short_person_key(known) == short_person_key(key):
            return 3
        have = _bare(known)
        if not words or len(have) < 2:
            continue
        if likeness(tuple(words), tuple(have)) == "variant":  # another spelling, a nickname
            best = max(best, 2)
        if (len(words) < len(have) and have[-len(words) :] == words) or (
            len(words) > 1 and len(words) < len(have) and words[-1] == have[-1] and words[0] == have[0]
        ):
            best = max(best, 2)
        elif (len(words) == 1 and (words[0] == have[0] or words[0] in have[1:])) or (
            len(words) > 1 and words[0] == have[0] and set(words) < set(have)
        ):
            best = max(best, 1)
    return best


def _bare(key: str) -> list[str]:
    words = key.split()
    return [w for w in words if w not in ARABIC_ARTICLES] if len(words) > 1 else words


def pronoun_antecedent(
    reading: Reading, mentions: Iterable[tuple[Cluster, Reading]]
) -> tuple[Cluster, Reading] | None:
    """The best compatible cluster and the mention of it that the pronoun is resolved through; ``mentions``
    are those of the pronoun's sentence and the :data:`PRONOUN_REACH` before it.

    "They" takes up groups, bodies, people told of one by one and people told of nowhere: it is left open
    unless one candidate is near and clearly better than every other."""
    plural = reading.pronoun in PLURAL
    best: tuple[float, int, Cluster, Reading] | None = None
    scores: dict[Cluster, float] = {}
    for cluster, mention in mentions:
        if mention.phrase.start >= reading.phrase.start or not agrees(reading, cluster):
            continue
        if bound(reading, mention):
            continue
        distance = reading.sentence.index - mention.sentence.index
        if plural and distance > PLURAL_REACH:
            continue
        score = -DISTANCE_COST * distance
        if mention.head.relation == "nsubj":
            score += SUBJECT_BONUS
        elif plural and mention.head.relation == reading.head.relation:
            score += PARALLEL_BONUS
        if plural and cluster.number == "one":
            score -= BODY_COST
        if mention.name:
            score += NAME_BONUS
        if cluster.gender and cluster.gender == reading.gender:
            score += GENDER_BONUS
        scores[cluster] = max(score, scores.get(cluster, score))
        if best is None or (score, mention.phrase.start) > best[:2]:
            best = (score, mention.phrase.start, cluster, mention)
    if best is None:
        return None
    score, _, chosen, through = best
    if plural and (
        any(score - other < MARGIN for cluster, other in scores.items() if cluster is not chosen)
        or (chosen.number == "one" and _is_coordinated(through))
    ):
        return None
    return chosen, through


def _is_coordinated(mention: Reading) -> bool:
    """Whether a mention is one of several joined by "and"."""
    return mention.head.relation == "conj" or mention.sentence.child(mention.head, "conj") is not None


def subject_before(reading: Reading, earlier: Sentence | None) -> tuple[int, int] | None:
    """(sentence, head word) of the last nominal subject before the pronoun in its sentence, else the main
    subject of the sentence before: what "it" most often takes up, actor or not."""
    last = None
    for word in reading.sentence.words[: reading.head.index - 1]:
        if word.relation == "nsubj" and word.upos in {"NOUN", "PROPN"}:
            last = (reading.sentence.index, word.index)
    if last is None and earlier is not None and earlier.root is not None:
        subject = earlier.child(earlier.root, "nsubj")
        if subject is not None:
            last = (earlier.index, subject.index)
    return last


def teller(reading: Reading) -> tuple[int, int] | None:
    """(sentence, head word) of who says the clause that a pronoun is the subject of: "*Syria* says it is
    ready", "*the rebels* announced they would leave"."""
    if reading.head.relation != "nsubj":
        return None
    sentence, clause = reading.sentence, reading.sentence.head(reading.head)
    while clause is not None and clause.relation in {"conj", "xcomp"}:
        clause = sentence.head(clause)
    if clause is None or clause.relation != "ccomp":
        return None
    verb = sentence.head(clause)
    subject = sentence.child(verb, "nsubj") if verb is not None else None
    return (
        (sentence.index, subject.index)
        if subject is not None and subject.index < reading.head.index
        else None
    )


def is_expletive(reading: Reading) -> bool:
    """Whether "it" stands for a clause or nothing: "it is clear that", "it seems"."""
    if reading.pronoun != "it":
        return False
    head = reading.sentence.head(reading.head)
    if head is None or reading.head.relation not in {"nsubj", "expl", "obj"}:
        return reading.head.relation == "expl"
    clause = reading.sentence.child(head, "csubj", "ccomp") is not None
    impersonal = head.lemma.lower() in IMPERSONAL or (
        head.upos == "ADJ" and head.lemma.lower() not in OF_SOMEBODY
    )
    passive = reading.head.deprel == "nsubj:pass" or head.upos in {"ADJ", "NOUN"}
    return (clause and passive) or (impersonal and reading.head.relation != "obj")


def agrees(reading: Reading, cluster: Cluster) -> bool:
    """Whether a pronoun can stand for a cluster: by number, gender and kind."""
    pronoun = reading.pronoun or ""
    if pronoun in MASCULINE or pronoun in FEMININE:
        return (
            cluster.kind == "person" and cluster.number == "one" and cluster.gender in (None, reading.gender)
        )
    if pronoun in NEUTER:
        return cluster.number == "one" and cluster.kind in THING_KINDS
    return cluster.number == "several" or cluster.kind in THING_KINDS - {"country", "outlet"}


def bound(reading: Reading, mention: Reading) -> bool:
    """Whether the two cannot corefer: they are arguments of one predicate (principle B) or one is inside the
    other."""
    if reading.sentence.index != mention.sentence.index:
        return False
    if mention.phrase.start <= reading.phrase.start and reading.phrase.end <= mention.phrase.end:
        return True
    text = reading.pronoun or ""
    if text.endswith(("self", "selves")) or reading.head.deprel == "nmod:poss":
        return False
    return reading.head.head == mention.head.head and reading.head.relation in {"obj", "iobj", "obl", "nsubj"}
