"""Actors across documents: which document-born actors are one.

Actors of the compiled table have one id in every document. The others are joined in steps, the surest first:
what a person judged, equal names, variants of a name, and last a bare surname or an acronym inside one story.
In each step whoever could be either of two who cannot be one stays apart. A pair that only its name speaks
for is in ``candidates`` of both actors. The order of documents changes nothing.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import combinations
from operator import itemgetter

import numpy as np

from whence.link.digest import Digest
from whence.link.groups import Groups, Pair
from whence.link.judged import Verdict
from whence.link.parties import (
    Party,
    parties,
    share_name,
    spelling,
    strangers,
    supported,
    telling,
)
from whence.person_names import encoding, likeness, parts
from whence.records import Actor, Story


def link_actors(
    digests: Sequence[Digest],
    stories: Sequence[Story],
    judged: Mapping[frozenset[str], Verdict] | None = None,
) -> tuple[dict[str, str], tuple[Actor, ...]]:
    """(local id → account-wide id, the account's actors ordered by id). ``judged`` are pairs of local ids of
    which somebody decided whether they are one."""
    found = parties(digests, stories)
    number = {party.members[0].actor_id: n for n, party in enumerate(found)}
    verdict = {
        (min(pair), max(pair)): said
        for local, said in (judged or {}).items()
        if len(pair := [number[key] for key in local if key in number]) == 2
    }
    groups = Groups(found, apart=[pair for pair, said in verdict.items() if said == "different"])
    unsure: set[Pair] = set()
    for joined in sorted(pair for pair, said in verdict.items() if said == "same"):
        groups.join(*joined)
    _join_equal(groups)
    for step in (_same_name, _variants, _short_names):
        pairs = set(step(groups))
        sure = {pair for pair in pairs if _sure(groups, *pair)}
        unsure |= groups.join_all(sure) | {pair for pair in pairs - sure if not groups.apart(*pair)}
    return _account(groups, unsure)


def _account(groups: Groups, unsure: Iterable[Pair]) -> tuple[dict[str, str], tuple[Actor, ...]]:
    merged = {root: _merge(party) for root, party in groups.parties()}
    maybe: defaultdict[int, set[str]] = defaultdict(set)
    for pair in unsure:
        a, b = map(groups.root, pair)
        if a != b:
            maybe[a].add(merged[b].actor_id)
            maybe[b].add(merged[a].actor_id)
    mapping = {
        member.actor_id: merged[root].actor_id for root, party in groups.parties() for member in party.members
    }
    actors = (
        replace(actor, candidates=tuple(sorted(maybe[root]))) if root in maybe else actor
        for root, actor in merged.items()
    )
    return mapping, tuple(sorted(actors, key=lambda actor: actor.actor_id))


def _join_equal(groups: Groups) -> None:
    """Join those that give one name, country and sectors; descriptions ("local militia") inside a story."""
    codes = ((c, root) for root, party in groups.parties() if not party.table_id for c in _equal_codes(party))
    for other, root in sorted(_pairs(codes, with_first=True), key=itemgetter(1)):
        if not groups.judged_apart(other, root):
            groups.join(other, root)


def _equal_codes(party: Party) -> Iterator[int]:
    actor = party.members[0]
    told = (actor.kind, actor.country or "", " ".join(actor.sectors))
    if not party.names:
        if not party.person:  # "a witness" of two reports may be two
            name = actor.name.casefold()
            yield from (_code("description", story, name, *told) for story in party.stories)
    elif party.person:
        yield from (_code("person", " ".join(name), *told) for name in sorted(party.full_names))
    else:
        names = sorted(party.names)
        yield from (_code("in a story", s, name, *told[:2]) for s in party.stories for name in names)
        yield from (_code("anywhere", name, *told) for name in names if telling(party, name))


def _sure(groups: Groups, a: int, b: int) -> bool:
    one, other = groups.party(a), groups.party(b)
    if share_name(one, other):
        return not strangers(one, other)
    return supported(one, other)


def _same_name(groups: Groups) -> Iterator[Pair]:
    """Full names of persons, names of bodies; one that tells nothing by itself inside a story only."""

    def codes(party: Party) -> Iterator[int]:
        if party.person:
            yield from (_code(*words) for words in party.full_names)
            return
        for name in party.names:
            yield from (_code("in a story", name, story) for story in party.stories)
            if telling(party, name):
                yield _code("anywhere", name)

    return _pairs((code, root) for root, party in groups.parties() for code in codes(party))


def _variants(groups: Groups) -> Iterator[Pair]:
    """Persons of like full names; bodies of one story by transliteration or short form."""
    persons = (
        (_code(last), root)
        for root, party in groups.parties()
        if party.person
        for last in {encoding(words[-1]) for words in party.full_names}
    )
    bodies = (
        (_code(story, form), root)
        for root, party in groups.parties()
        if not party.person
        for form in party.names | party.short_forms | {spelling(name) for name in party.names}
        for story in party.stories
    )
    for a, b in _pairs(persons):
        one, other = groups.party(a).full_names, groups.party(b).full_names
        if any(likeness(x, y) == "variant" for x in one for y in other):
            yield a, b
    yield from _pairs(bodies)


def _short_names(groups: Groups) -> Iterator[Pair]:
    """Persons that are given a surname or an initial only, with each of the full name in their story."""
    short: dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]] = {}
    for root, party in groups.parties():
        if party.person and not party.full_names:
            for words in map(parts, sorted(party.names)):
                for story in party.stories:
                    short.setdefault((story, encoding(words[-1])), []).append((root, words))
    for root, party in groups.parties():
        if party.person:
            for last in {encoding(words[-1]) for words in party.full_names}:
                for story in party.stories:
                    for other, words in short.get((story, last), ()):
                        if any(likeness(words, whole) for whole in party.full_names):
                            yield min(root, other), max(root, other)


def _pairs(keyed: Iterable[tuple[int, int]], *, with_first: bool = False) -> Iterator[Pair]:
    """Pairs of numbers with a code in common, or of each of them ``with_first``, the least. Nearly all codes
    have one number, and a large account has more of them than a table of lists should hold."""
    codes, numbers = array("Q"), array("I")
    for code, number in keyed:
        codes.append(code)
        numbers.append(number)
    order = np.argsort(np.frombuffer(codes, np.uint64), kind="stable")
    ordered = np.frombuffer(codes, np.uint64)[order]
    repeats = np.concatenate(([False], ordered[1:] == ordered[:-1], [False]))
    shared = np.flatnonzero(repeats[1:] | repeats[:-1])  # few of all
    starts = np.flatnonzero(~repeats[shared])
    of = np.frombuffer(numbers, np.uint32)[order[shared]]
    del codes, numbers, order, ordered, repeats, shared
    for group in np.split(of, starts[1:]) if len(of) else ():
        alike = sorted(set(group.tolist()))
        yield from ((alike[0], other) for other in alike[1:]) if with_first else combinations(alike, 2)


def _code(*key: str) -> int:
    """64 bits that stand for a key. That any two of a million keys have one code has a chance of 3 in a
    hundred million, and it is the same on every machine; ids have 48 bits."""
    written = "\x1f".join(key).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(written, digest_size=8).digest(), "big")


def _merge(party: Party) -> Actor:
    """The actor of the table if there is one; else the earliest, by its fullest name."""
    known = [m for m in party.members if m.actor_id == party.table_id]
    first = known[0] if known else party.members[0]
    name = first.name if known or not party.person else max((m.name for m in party.members), key=_fullness)
    names = {alias for m in party.members for alias in (m.name, *m.aliases)}
    roles = {role for m in party.members for role in m.roles}
    merged = replace(
        first,
        name=name,
        aliases=tuple(sorted(names - {name})),
        country=next((m.country for m in (*known, *party.members) if m.country), None),
        sectors=tuple(sorted({sector for m in party.members for sector in m.sectors})),
        roles=tuple(
            sorted(
                roles, key=lambda role: (role.title, role.organization or "", role.from_ or "", role.to or "")
            )
        ),
    )
    return first if merged == first else merged  # held once: most are of one report


def _fullness(name: str) -> int:
    return len(parts(name))
