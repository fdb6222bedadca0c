"""What is known of an actor across documents, and what speaks against two of them being one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from whence.link.digest import Digest
from whence.names import is_name, normal_name
from whence.person_names import encoding, likeness, parts
from whence.records import Actor, Story
from whence.schema import POLITICAL

_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la", "le"})


@dataclass(slots=True)
class Party:
    """Actors of documents that are taken for one, the earliest first, with all that these say."""

    members: list[Actor]
    documents: set[str]
    stories: set[str]
    table_id: str | None
    """Id of an actor of the compiled or the user's own table."""
    places: Collection[str] = ()
    """Names of places in the document, in normal form."""
    names: set[str] = field(default_factory=set)
    """Names in normal form; descriptions ("local militia") are none."""
    short_forms: set[str] = field(default_factory=set)
    """Of a body: what reports may call it for short."""
    countries: set[str] = field(default_factory=set)
    sectors: set[str] = field(default_factory=set)
    organizations: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for actor in self.members:
            self.names |= {normal_name(n) for n in (actor.name, *actor.aliases) if is_name(n)}
            self.sectors |= set(actor.sectors)
            self.organizations |= {normal_name(r.organization) for r in actor.roles if r.organization}
            if actor.country:
                self.countries.add(actor.country)
        if not self.person:
            self.short_forms = {short for name in self.names for short in _short_forms(name, self.places)}

    @property
    def person(self) -> bool:
        return self.members[0].kind == "person"

    @property
    def full_names(self) -> set[tuple[str, ...]]:
        """Parts of a person's names that have a given name."""
        split = map(parts, self.names)
        return {words for words in split if len(words) > 1 and len(words[0]) > 1}

    def take(self, other: Party) -> None:
        self.members += other.members
        self.documents |= other.documents
        self.stories |= other.stories
        self.table_id = self.table_id or other.table_id
        self.names |= other.names
        self.short_forms |= other.short_forms
        self.countries |= other.countries
        self.sectors |= other.sectors
        self.organizations |= other.organizations


def parties(digests: Sequence[Digest], stories: Sequence[Story]) -> list[Party]:
    """One for each actor of the table and for each actor of a document, by publication of the first."""
    story_of = {key: story.story_id for story in stories for key in story.document_ids}
    times: dict[str, int] = {}
    for item in digests:
        for key in {actor.actor_id for actor in item.actors}:
            times[key] = times.get(key, 0) + 1
    found: dict[str, Party] = {}
    for item in sorted(digests, key=lambda d: (d.document.published or "9999", d.document.document_id)):
        key = item.document.document_id
        for actor in item.actors:
            known = actor.actor_id if actor.wikidata or times[actor.actor_id] > 1 else None
            party = Party([actor], {key}, {story_of[key]}, known, item.places)
            if actor.actor_id in found:
                found[actor.actor_id].take(party)
            else:
                found[actor.actor_id] = party
    return list(found.values())


def contradict(a: Party, b: Party) -> bool:
    """Whether two parties cannot be one: both known, by different names apart in one document, of two
    countries with no story in common, or persons of names that no one bears."""
    if (a.table_id and b.table_id) or a.person != b.person:
        return True
    if a.documents & b.documents and not share_name(a, b):
        return True
    together = bool(a.stories & b.stories)
    if a.countries and b.countries and not a.countries & b.countries and not (together and a.person):
        return True
    return a.person and any(likeness(x, y) is None for x, y in product(a.full_names, b.full_names))


def share_name(a: Party, b: Party) -> bool:
    """Whether two bodies have one name, two persons one full name."""
    return bool(a.full_names & b.full_names if a.person else a.names & b.names)


def supported(a: Party, b: Party) -> bool:
    """Whether more than the name speaks for two parties being one."""
    if a.stories & b.stories:
        return True
    return bool(a.countries & b.countries and (a.organizations & b.organizations or a.sectors & b.sectors))


def strangers(a: Party, b: Party) -> bool:
    """Whether a name in two stories is borne by a public figure in one and by somebody else in the other:
    namesakes more likely than one person."""
    if a.stories & b.stories or not (a.sectors and b.sectors) or a.sectors & b.sectors:
        return False
    return bool(a.sectors & POLITICAL) != bool(b.sectors & POLITICAL)


def telling(party: Party, name: str) -> bool:
    """Whether a body's name alone tells it from others: not "Defence Ministry" of no known country."""
    if party.countries:
        return True
    actor = party.members[0]
    return actor.kind != "government" and (" " in name or sum(c.isupper() for c in actor.name) > 1)


def _short_forms(name: str, places: Collection[str]) -> Iterator[str]:
    """Shorter forms of a body's normal name: its acronym ("irgc"), and what follows the place it is of ("san
    diego chargers" → "chargers")."""
    words = name.split()
    if len(words) > 1:
        yield "".join(word[0] for word in words)
        yield "".join(word[0] for word in words if word not in _SMALL_WORDS)
    for size in range(1, len(words)):
        if " ".join(words[:size]) in places:
            yield " ".join(words[size:])


def spelling(name: str) -> str:
    """What the transliterations of a body's name have in common."""
    return " ".join(map(encoding, name.split()))
