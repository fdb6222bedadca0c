"""Actors across documents: which document-born actors are one.

Actors of the compiled table have one id in every document. The others are joined by name: persons by a full
name (never by a bare surname), organisations by name, descriptions ("local militia") only inside one story.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.names import normal_name
from whence.records import Actor, Story
from whence.tables import DocumentRecords


def link_actors(
    analyses: Sequence[DocumentRecords], stories: Sequence[Story]
) -> tuple[dict[str, str], tuple[Actor, ...]]:
    """(local id → account-wide id for those that change, the account's actors ordered by id)."""
    story_of = {key: story.story_id for story in stories for key in story.document_ids}
    shared = _shared_ids(analyses)
    groups: dict[tuple[str, ...], list[Actor]] = {}
    for item in sorted(analyses, key=lambda a: (a.document.published or "9999", a.document.document_id)):
        for actor in item.actors:
            key = (
                ("id", actor.actor_id)
                if actor.wikidata or actor.actor_id in shared
                else _key(actor, story_of[item.document.document_id])
            )
            groups.setdefault(key, []).append(actor)
    mapping: dict[str, str] = {}
    merged: list[Actor] = []
    for members in groups.values():
        first = members[0]
        mapping |= {m.actor_id: first.actor_id for m in members if m.actor_id != first.actor_id}
        merged.append(_merge(members))
    return mapping, tuple(sorted(merged, key=lambda actor: actor.actor_id))


def _shared_ids(analyses: Sequence[DocumentRecords]) -> frozenset[str]:
    seen: set[str] = set()
    shared: set[str] = set()
    for item in analyses:
        ids = {actor.actor_id for actor in item.actors}
        shared |= ids & seen
        seen |= ids
    return frozenset(shared)


def _key(actor: Actor, story: str) -> tuple[str, ...]:
    name = normal_name(actor.name)
    if actor.kind == "person":
        # A single name is a surname or a nickname: no support outside its document.
        return ("person", name) if len(name.split()) > 1 else ("id", actor.actor_id)
    if actor.kind == "group":
        return ("group", story, name, actor.country or "", *actor.sectors)
    return (actor.kind, name, actor.country or "")


def _merge(members: Sequence[Actor]) -> Actor:
    first = members[0]
    names: Iterable[str] = (alias for m in members for alias in (m.name, *m.aliases))
    roles = {role for m in members for role in m.roles}
    return replace(
        first,
        aliases=tuple(sorted({alias for alias in names if alias != first.name})),
        country=next((m.country for m in members if m.country), None),
        sectors=tuple(sorted({sector for m in members for sector in m.sectors})),
        roles=tuple(
            sorted(
                roles, key=lambda role: (role.title, role.organization or "", role.from_ or "", role.to or "")
            )
        ),
    )
