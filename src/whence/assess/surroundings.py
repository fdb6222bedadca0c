"""Surroundings: what a story is assessed by that other stories tell: who is whose ally, what is an outlet,
whose report a report is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.assess.credits import agency_of, recovered
from whence.names import is_name, normal_name
from whence.records import Reprint
from whence.tables import DocumentRecords

_ALLIED = ("ally_of", "supports", "proxy_of", "part_of", "member_of", "leads", "holds_office")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What one document tells of others."""

    document_id: str
    outlet: str
    """Its name, in normal form."""
    newsrooms: frozenset[str]
    """Names of the outlets that it tells of, in normal form."""
    agency: str | None
    """The agency that it credits."""
    length: int
    """Characters of headline and body."""
    allied: tuple[tuple[str, str], ...]
    """Ids of the actors that it reports to be allied, as the document calls them."""
    rebels: frozenset[str]
    """Ids of the actors that it calls rebels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    outlets: frozenset[str]
    """Names, in normal form, of those whose reports these are: outlets, and bodies that publish."""
    newsrooms: frozenset[str]
    """Names, in normal form, of what some report tells of as an outlet."""
    agencies: Mapping[str, str]
    """document_id → the agency whose report it is."""
    allies: Mapping[str, frozenset[str]]
    """actor_id → ids of actors it is reported to belong to, lead, support or be allied with (both ways)."""
    rebels: frozenset[str]

    def of(self, documents: Iterable[str], actors: Collection[str]) -> Surroundings:
        """What of it is about these."""
        return Surroundings(
            outlets=self.outlets,
            newsrooms=self.newsrooms,
            agencies={key: self.agencies[key] for key in documents if key in self.agencies},
            allies={key: self.allies[key] for key in actors if key in self.allies},
            rebels=self.rebels.intersection(actors),
        )

    def joined(self, here: Surroundings) -> Surroundings:
        """The same with what some of the documents tell, whose actors are linked further by now."""
        allies = {
            key: self.allies.get(key, frozenset()) | here.allies.get(key, frozenset())
            for key in (*self.allies, *here.allies)
        }
        return replace(self, allies=allies, rebels=self.rebels | here.rebels)


def notice(item: DocumentRecords) -> Notice:
    return Notice(
        document_id=item.document.document_id,
        outlet=normal_name(item.document.outlet or ""),
        newsrooms=frozenset(
            normal_name(actor.name) for actor in item.actors if actor.kind == "outlet" and is_name(actor.name)
        ),
        agency=agency_of(item),
        length=sum(p.end - p.start for p in item.passages if p.kind in ("headline", "body")),
        allied=tuple(
            (relation.subject.actor_id, relation.object.actor_id)
            for relation in item.relations
            if relation.type in _ALLIED and relation.sign == "+"
            if relation.subject.actor_id and relation.object.actor_id
        ),
        rebels=frozenset(
            m.refers_to
            for m in item.mentions
            if m.refers_to and m.kind == "actor" and "rebel" in m.text.casefold()
        ),
    )


def surroundings(
    notices: Sequence[Notice], reprints: Iterable[Reprint], actor_of: Mapping[str, str]
) -> Surroundings:
    """What all documents of an account tell; ``actor_of`` is a document's actor_id → the account's."""
    credited = {item.document_id: item.agency for item in notices if item.agency}
    lengths = {item.document_id: item.length for item in notices}
    near: dict[str, set[str]] = {}
    for item in notices:
        for pair in item.allied:
            a, b = (actor_of.get(key, key) for key in pair)
            near.setdefault(a, set()).add(b)
            near.setdefault(b, set()).add(a)
    return Surroundings(
        outlets=frozenset(item.outlet for item in notices) - {""},
        newsrooms=frozenset[str]().union(*(item.newsrooms for item in notices)),
        agencies=credited | recovered(lengths, credited, reprints),
        allies={key: frozenset(values) for key, values in near.items()},
        rebels=frozenset(actor_of.get(key, key) for item in notices for key in item.rebels),
    )
