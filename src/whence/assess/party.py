"""How close an origin stands to the event it speaks of: party to it, ally of a party, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from whence.assess.assertions import Assertion
from whence.names import normal_name
from whence.records import Actor, Argument, EventMention, Party


def party(
    group: Iterable[Assertion],
    mentions: Sequence[EventMention],
    near: Mapping[str, frozenset[str]],
    actor_of: Mapping[str, str],
    actors: Mapping[str, Actor],
) -> Party:
    """How close a group of assertions of one origin stands to the event. Whoever speaks for a state's
    government or forces is party to what any of them did or suffered. ``actors`` are the account's, by id.

    ``unknown`` where the source has no identity to compare: unnamed, or the article itself."""
    sources = [a.chain[0].source for a in group if a.chain]
    ids = {actor_of.get(key, key) for s in sources for key in (s.actor_id,) if key}
    names = {normal_name(name) for s in sources for name in (s.affiliation, s.name) if name}
    if not ids and not names:
        return "unknown"
    doers = _sides(mentions, "actors", actor_of, actors)
    targets = _sides(mentions, "recipients", actor_of, actors)
    keys = ids | names | {_state(actors[key], None, ()) for key in ids if key in actors} - {""}
    if keys & doers:
        return "actor"
    if keys & targets:
        return "recipient"
    if any(near.get(key, frozenset()) & (doers | targets) for key in ids):
        return "ally"
    return "none" if ids else "unknown"


def _state(actor: Actor | None, country: str | None, sectors: Sequence[str]) -> str:
    """ "state:RUS" for a country, its government, and whoever serves in it or in its forces; else ""."""
    country = country or (actor.country if actor else None)
    serves = {"GOV", "MIL"} & {*sectors, *(actor.sectors if actor else ())}
    official = bool(serves) or (actor is not None and actor.kind in ("country", "government"))
    return f"state:{country}" if country and official else ""


def states(
    arguments: Iterable[Argument], actors: Mapping[str, Actor], actor_of: Mapping[str, str]
) -> frozenset[str]:
    """The states that arguments are or serve, as "state:RUS"."""
    found = set()
    for argument in arguments:
        key = actor_of.get(argument.actor_id, argument.actor_id) if argument.actor_id else ""
        found.add(_state(actors.get(key), argument.country, argument.sectors))
    return frozenset(found - {""})


def _sides(
    mentions: Iterable[EventMention], slot: str, actor_of: Mapping[str, str], actors: Mapping[str, Actor]
) -> set[str]:
    found: set[str] = set()
    for mention in mentions:
        for argument in getattr(mention, slot):
            key = actor_of.get(argument.actor_id, argument.actor_id) if argument.actor_id else ""
            found |= {key, normal_name(argument.name or argument.text)}
        found |= states(getattr(mention, slot), actors, actor_of)
    return found - {""}
