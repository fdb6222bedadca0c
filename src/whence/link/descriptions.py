"""Actors that reports describe and do not name ("the militia"): nobody outside the story they are told of in,
so they are linked there, and no comparison of all actors with all has to hold them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from whence.names import is_name
from whence.records import Actor, Story, own_actor_id
from whence.tables import DocumentRecords


def named(item: DocumentRecords) -> tuple[Actor, ...]:
    """The actors of a document that are no descriptions: named, or known by more than the document."""
    starts: dict[str, list[int]] = {}
    for mention in item.mentions:
        if mention.refers_to:
            starts.setdefault(mention.refers_to, []).append(mention.start)

    def own(actor: Actor) -> bool:
        return any(
            own_actor_id(item.document.document_id, start, actor.name) == actor.actor_id
            for start in starts.get(actor.actor_id, ())
        )

    return tuple(
        actor
        for actor in item.actors
        if any(is_name(name) for name in (actor.name, *actor.aliases)) or not own(actor)
    )


def link_descriptions(
    items: Sequence[DocumentRecords], circle: Sequence[Story], actor_of: Mapping[str, str]
) -> tuple[dict[str, str], tuple[Actor, ...]]:
    """(local id → account-wide id, the account's actors) of the descriptions in the documents of ``circle``;
    ``actor_of`` are all other actors.

    Those in the same words of the same kind, country and sectors are one in a story, but for persons: "a
    witness" of two reports may be two.
    """
    by_id = {item.document.document_id: item for item in items}
    mapping: dict[str, str] = {}
    found: dict[str, list[Actor]] = {}
    for story in circle:
        ordered = [actor for key in story.document_ids for actor in by_id[key].actors]
        # A description that somebody judged is linked already, and all in the same words go with it.
        first = {
            key: actor_of[a.actor_id] for a in reversed(ordered) if a.actor_id in actor_of for key in _key(a)
        }
        for actor in ordered:
            if actor.actor_id not in actor_of:
                of = actor.actor_id
                for key in _key(actor):
                    of = first.setdefault(key, of)
                mapping[actor.actor_id] = of
                found.setdefault(of, []).append(actor)
    actors = (
        replace(
            members[0],
            aliases=tuple(
                sorted({alias for m in members for alias in (m.name, *m.aliases)} - {members[0].name})
            ),
            roles=tuple(dict.fromkeys(role for m in members for role in m.roles)),
        )
        for of, members in found.items()
        if of in mapping
    )
    return mapping, tuple(actors)


def _key(actor: Actor) -> Iterator[Hashable]:
    """What the descriptions have in common that are one; none of a person or somebody named."""
    if actor.kind != "person" and not any(is_name(name) for name in (actor.name, *actor.aliases)):
        yield actor.name.casefold(), actor.kind, actor.country, actor.sectors
