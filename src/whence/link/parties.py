"""What is known of an actor across documents, and what speaks against two of them being one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from whence.link.digest import Digest
from whence.names import is_name, normal_name
from whence.person_names import encoding, likeness, parts
from whence.records import Actor, Story
from whence.schema import POLITICAL

_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la", "le"})


@dataclass(slots=True)
class Party:
    """Actors of documents that are taken for one, the earliest first, with all that these say. There are as
    many as actors in all documents, so equal sets are held once."""

    members: list[Actor]
    documents: Set[str]
    stories: Set[str]
    table_id: str | None
    """Id of an actor of the compiled or the user's own table."""
    names: Set[str] = frozenset()
    """Names in normal form; descriptions ("local militia") are none."""
    short_forms: Set[str] = frozenset()
    """Of a body: what reports may call it for short."""
    countries: Set[str] = frozenset()
    sectors: Set[str] = frozenset()
    organizations: Set[str] = frozenset()

    @classmethod
    def of(
        cls, actor: Actor, document: str, story: str, table_id: str | None, places: Collection[str]
    ) -> Party:
        names = _set(tuple(normal_name(n) for n in (actor.name, *actor.aliases) if is_name(n)))
        shorter = () if actor.kind == "person" else (s for name in names for s in _short_forms(name, places))
        return cls(
            members=[actor],
            documents=_set((document,)),
            stories=_set((story,)),
            table_id=table_id,
            names=names,
            short_forms=_set(tuple(shorter)),
            countries=_set((actor.country,) if actor.country else ()),
            sectors=_set(actor.sectors),
            organizations=_set(tuple(normal_name(r.organization) for r in actor.roles if r.organization)),
        )

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
        self.documents = _joined(self.documents, other.documents)
        self.stories = _joined(self.stories, other.stories)
        self.table_id = self.table_id or other.table_id
        self.names = _joined(self.names, other.names)
        self.short_forms = _joined(self.short_forms, other.short_forms)
        self.countries = _joined(self.countries, other.countries)
        self.sectors = _joined(self.sectors, other.sectors)
        self.organizations = _joined(self.organizations, other.organizations)


@lru_cache(1 << 16)
def _set(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(values)


def _joined(own: Set[str], other: Set[str]) -> Set[str]:
    """Both. What has grown once is a set of the party's own, which grows in place."""
    if other <= own:
        return own
    grown = own if isinstance(own, set) else set(own)
    grown |= other
    return grown


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
            party = Party.of(actor, key, story_of[key], known, item.places)
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
