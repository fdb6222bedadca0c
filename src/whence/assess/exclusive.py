"""Whether two fillers of one field exclude each other, as read. What is coarser, missing or unknown excludes
nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date as day

from whence.assess.labels import label_of
from whence.assess.told import World
from whence.records import Argument, EventDate, EventPlace, Place

NEAR = 20.0
"""Kilometres below which two towns of one province may be one place: a town and its suburb."""
EXTENDED = frozenset({"continent", "region", "sea", "river", "mountain", "site"})
"""Kinds of places that lie in several countries or provinces, or are told too loosely to exclude another."""
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""PLOVER types of what two sides do together: who is told as actor and who as recipient says nothing."""
STATE, REBELS = frozenset({"GOV", "MIL", "COP"}), frozenset({"REB"})


def exclusive_parties(a: Sequence[Argument], b: Sequence[Argument], world: World) -> bool:
    """Whether every party of one is of another side than every party of the other: forces of two states, a
    state and its armed opponents, or two armed groups known by name."""
    return bool(a and b) and all(_exclude(left, right, world) for left in a for right in b)


def _exclude(a: Argument, b: Argument, world: World) -> bool:
    countries = [_country(argument, world) for argument in (a, b)]
    if all(countries):
        return countries[0] != countries[1]
    sectors = [frozenset(argument.sectors) for argument in (a, b)]
    for one, other in (sectors, sectors[::-1]):
        if one and other and one <= STATE and other <= REBELS:
            return True
    groups = [_armed_group(argument, world) for argument in (a, b)]
    if all(groups):
        return groups[0] != groups[1]
    # "Rebels" are others than a group of a name that no report calls rebels.
    return any(
        group is not None and group not in world.rebels and label is not None and label.noun == "rebel"
        for group, label in zip(groups, [label_of(b.text), label_of(a.text)], strict=True)
    )


def _country(argument: Argument, world: World) -> str | None:
    """The state that a party is or serves."""
    actor = world.actor(argument.actor_id)
    serves = STATE & {*argument.sectors, *(actor.sectors if actor else ())}
    is_state = actor is not None and actor.kind in ("country", "government")
    return (argument.country or (actor.country if actor else None)) if serves or is_state else None


def _armed_group(argument: Argument, world: World) -> str | None:
    """The id of an armed group known by name."""
    actor = world.actor(argument.actor_id)
    return actor.actor_id if actor is not None and actor.kind == "armed_group" else None


def exclusive_places(a: EventPlace | None, b: EventPlace | None, world: World) -> bool:
    """Whether two places lie apart: in two countries or provinces, or as two towns far enough from each
    other."""
    left, right = (world.places.get(place.place_id or "") if place else None for place in (a, b))
    if left is None or right is None or left.place_id == right.place_id:
        return False
    if left.kind in EXTENDED or right.kind in EXTENDED:
        return False
    if left.country and right.country and left.country != right.country:
        return True
    if "country" in (left.kind, right.kind) or not left.country or not right.country:
        return False
    if left.admin1 and right.admin1 and left.admin1 != right.admin1:
        return True
    return left.kind == right.kind == "city" and _kilometres(left, right) > NEAR


def _kilometres(a: Place, b: Place) -> float:
    """Distance on the sphere; 0 where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    lat, other, turn = math.radians(a.lat), math.radians(b.lat), math.radians(b.lon - a.lon)
    cosine = math.sin(lat) * math.sin(other) + math.cos(lat) * math.cos(other) * math.cos(turn)
    return 6371 * math.acos(max(-1.0, min(1.0, cosine)))


def days_apart(a: EventDate | None, b: EventDate | None) -> int:
    """Days between two dates that reports name in words; 0 if they touch, or one is open or carried over."""
    if a is None or b is None or a.text is None or b.text is None:
        return 0
    if not (a.from_ and a.to and b.from_ and b.to):
        return 0
    first, second = sorted([(a.from_[:10], a.to[:10]), (b.from_[:10], b.to[:10])])
    return max(0, (day.fromisoformat(second[0]) - day.fromisoformat(first[1])).days)
