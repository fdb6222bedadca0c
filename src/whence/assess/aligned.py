"""Events that linking keeps apart for one field alone, and that may be one told in two ways.

Linking joins no events of two places, dates or sets of persons, as most such are two. Where all else agrees
in what seldom agrees by chance, their difference is one of accounts: it is shown, and the events stay two.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from whence.assess.assertions import Assertion
from whence.assess.exclusive import MUTUAL, days_apart, exclusive_parties, exclusive_places
from whence.assess.labels import head
from whence.assess.plans import HAPPENED
from whence.assess.told import Field, Told, World
from whence.names import actor_keys, normal_name


def aligned(events: Sequence[Told], world: World) -> Iterator[tuple[Told, Told, Field]]:
    """Pairs of ``events`` (of one story and type) and the one field in which they differ. No report tells
    both: one that does knows them for two."""
    by_lemma: dict[str, list[Told]] = {}
    for told in events:
        if told.event.realis in HAPPENED and told.event.type not in MUTUAL:
            for lemma in sorted({a.mention.lemma for a in told.of_sign("+") if a.root.firm}):
                by_lemma.setdefault(lemma, []).append(told)
    found: dict[tuple[str, str], tuple[Told, Told, Field]] = {}
    for group in by_lemma.values():
        for a, b in combinations(group, 2):
            if a.documents & b.documents:
                continue
            field = next(
                (f for x in a.of_sign("+") for y in b.of_sign("+") if (f := _differ(x, y, world))), None
            )
            if field:
                found.setdefault((a.event.event_id, b.event.event_id), (a, b, field))
    yield from found.values()


def _differ(a: Assertion, b: Assertion, world: World) -> Field | None:
    """The field in which two tellings differ if all others agree."""
    one, other = a.mention, b.mention
    if one.lemma != other.lemma:
        return None
    apart: dict[Field, bool] = {
        "actor": exclusive_parties(one.actors, other.actors, world),
        "recipient": exclusive_parties(one.recipients, other.recipients, world),
        "place": exclusive_places(one.place, other.place, world),
        "date": days_apart(one.date, other.date) > 1,
    }
    fields = [field for field, differs in apart.items() if differs]
    if len(fields) != 1:
        return None
    same_site = bool(one.place and other.place and one.place.place_id == other.place.place_id)
    same_day = bool(one.date and other.date and one.date.from_ and one.date.from_ == other.date.from_)
    if fields[0] in ("place", "date"):
        return fields[0] if _dies_in_both(a, b, world) else None
    return fields[0] if same_site and same_day and _same_others(a, b, fields[0], world) else None


def _dies_in_both(a: Assertion, b: Assertion, world: World) -> bool:
    """Whether one named person is killed in both tellings: that happens once."""
    if a.mention.lemma not in _deadly():
        return False
    named = [
        {
            normal_name(actor.name)
            for argument in item.mention.recipients
            if (actor := world.actor(argument.actor_id)) is not None
            and actor.kind == "person"
            and len(normal_name(actor.name).split()) > 1
        }
        for item in (a, b)
    ]
    return bool(named[0] & named[1])


def _same_others(a: Assertion, b: Assertion, field: Field, world: World) -> bool:
    """Whether the recipients agree where the actors differ, and the other way round."""
    left, right = (item.mention.recipients if field == "actor" else item.mention.actors for item in (a, b))
    if {head(argument.text) for argument in left} & {head(argument.text) for argument in right}:
        return True
    keys = [actor_keys(side, world.actors, world.actor_of) for side in (left, right)]
    return bool(keys[0] & keys[1])


@cache
def _deadly() -> frozenset[str]:
    """Lemmas of what a person suffers once."""
    text = files("whence").joinpath("data/quantities/roles.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return frozenset(row["lemma"] for row in rows if row["role"] == "killed")
