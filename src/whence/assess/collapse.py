"""Which roots are surely one origin, and why: the certain edges of the derivation graph.

An edge leads from a root to one that it depends on. Roots that depend on one another in a circle (outlets
that credit each other, reports that quote the same words) are one origin; every other root is the origin that
its edges lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from whence.assess.assertions import Assertion
from whence.assess.namesakes import namesakes
from whence.assess.roots import Root
from whence.assess.utterances import same_words
from whence.names import normal_name

Basis = Literal["span", "credit", "utterance", "detail"]
RESTATED = 0.95
"""A report that has a source for an event and tells it again in its own voice restates that source."""
CREDITED = 0.9
"""A newsroom credited for what its own report has a source for is the way there, not a second origin."""
RANK = ("person", "statement", "document", "anonymous", "newsroom", "unknown")
"""Kinds of roots, firmest first; own voices come last, as they may rest on any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Why a root is no origin of its own: it depends on the root ``of``."""

    of: Root
    basis: Basis
    probability: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collapsed:
    origin_of: dict[Root, Root]
    """Each root → the origin it counts as."""
    steps: Mapping[Root, Step]
    """Of each root that is no origin."""
    circles: Mapping[Root, tuple[Root, ...]]
    """Origins that stand for outlets which only credit one another → those outlets."""


def in_order(roots: Iterable[Root]) -> list[Root]:
    """Firmest first."""
    return sorted(set(roots), key=lambda root: (RANK.index(root.kind), root.own_voice, root.key))


def collapse(roots: Sequence[Root], group: Sequence[Assertion] = ()) -> Collapsed:
    """Merge ``roots``; ``group`` are the assertions they come from, without those that are copies."""
    ordered = in_order(roots)
    edges: dict[Root, list[Step]] = {root: [] for root in ordered}
    found = (_of_names(ordered), _of_reports(ordered, group), _of_acts(ordered, group), _of_words(group))
    for root, step in chain.from_iterable(found):
        if root in edges and step.of in edges and root != step.of:
            edges[root].append(step)
    for root, step in _of_credits(ordered):
        if step.of in edges and not any(other.firm for other in _reached(step.of, edges)):
            edges[root].append(step)
    reached = {root: _reached(root, edges) for root in ordered}
    ends = [root for root in ordered if all(root in reached[other] for other in reached[root])]
    origin_of = {root: next(end for end in ends if end in reached[root]) for root in ordered}
    steps = {
        root: min(
            (step for step in edges[root] if origin_of[step.of] == origin),
            key=lambda step: (ordered.index(step.of), step.why),
        )
        for root, origin in origin_of.items()
        if root != origin
    }
    circles = {
        end: tuple(in_order(reached[end]))
        for end in set(origin_of.values())
        if len(reached[end]) > 1 and all(root.kind == "newsroom" for root in reached[end])
    }
    return Collapsed(origin_of=origin_of, steps=steps, circles=circles)


def _reached(root: Root, edges: Mapping[Root, Sequence[Step]]) -> set[Root]:
    """The root and all that its edges lead to."""
    found, ahead = {root}, [root]
    while ahead:
        fresh = {step.of for step in edges[ahead.pop()]} - found
        found |= fresh
        ahead += fresh
    return found


def _of_names(ordered: Sequence[Root]) -> Iterator[tuple[Root, Step]]:
    """A member of an institution that has made a statement on the event speaks for it, named or not, and so
    does "police said" beside the police's spokesman. Who is called by a shorter name is who has the longer. A
    newsroom's unnamed sources are behind what it is credited for."""
    statements: dict[str, Root] = {}
    members: dict[str, Root] = {}
    fuller = dict(namesakes(ordered))
    for root in ordered:
        if root.kind == "statement":
            statements |= {name: root for name in (normal_name(root.name), root.key[0]) if name}
        if root.kind == "person" and root.institution:
            members.setdefault(root.institution, root)
    for root in ordered:
        body = root.key[1] if root.kind == "anonymous" else root.institution
        if body in statements:
            why = f"speaks for {statements[body].name}"
            yield root, Step(of=statements[body], basis="credit", probability=1.0, why=why)
        elif body in members and members[body] != root:
            why = f"speaks for whom {members[body].name} speaks for"
            yield root, Step(of=members[body], basis="credit", probability=1.0, why=why)
        if root in fuller:
            of = fuller[root]
            yield root, Step(of=of, basis="credit", probability=1.0, why=f"another name of {of.name}")
        if root.kind == "newsroom":
            for other in ordered:
                if other.kind == "anonymous" and other.newsroom == root.newsroom:
                    why = f"told {root.name} elsewhere: {other.name}"
                    yield root, Step(of=other, basis="credit", probability=CREDITED, why=why)


def _of_reports(ordered: Sequence[Root], group: Sequence[Assertion]) -> Iterator[tuple[Root, Step]]:
    """What an outlet tells in its own voice ("reportedly" is a source of the own voice too) and what others
    credit it for comes from the source that its own reports give.

    What it has from that source may be another event: a report that quotes the police need not name them
    twice. A pronoun, or "the actress", stands for a person whom its report has as a source.

    By outlet, not by document: a paper may print on one day what it sources on another. Under a wire credit
    every outlet that prints the agency's own voice must have the source, lest what a credit ties to a source
    look like more once the credit is dropped."""
    by_outlet = _by_outlet(group)
    for root in ordered:
        if root.kind == "unknown":
            sourced = [
                {
                    other
                    for other in told
                    if other.kind != "unknown" or (root.own_voice and not other.own_voice)
                }
                for told in by_outlet.values()
                if root in told
            ]
            if not all(sourced):
                cited = [_bodies_of(item.cited) for item in group if item.root == root]
                sourced = [{of for of in ordered if of.firm and of.key[0] in told} for told in cited]
            for of in set().union(*sourced) if all(sourced) else ():
                why = f"tells again what the same outlet has from {of.name}"
                yield root, Step(of=of, basis="detail", probability=RESTATED, why=why)
        elif root.referring:
            for item in group:
                for of in sorted(item.cited & set(ordered)) if item.root == root else ():
                    if of.kind == "person":
                        why = f"somebody the report quotes: {of.name}"
                        yield root, Step(of=of, basis="detail", probability=RESTATED, why=why)
        elif root.kind == "newsroom":
            for of in by_outlet.get(root.newsroom, set()):
                if of.kind != "unknown":
                    why = f"{root.name} itself has it from {of.name}"
                    yield root, Step(of=of, basis="credit", probability=CREDITED, why=why)


def _of_acts(ordered: Sequence[Root], group: Iterable[Assertion]) -> Iterator[tuple[Root, Step]]:
    """Whoever tells of an act of speech without a source has it from who spoke: reports that do not say who
    that was are of the same words."""
    speakers = in_order(item.root for item in group if item.spoken)
    for root in ordered:
        for of in speakers if root.own_voice else ():
            why = f"is what {of.name} said"
            yield root, Step(of=of, basis="utterance", probability=RESTATED, why=why)


def _bodies_of(cited: Iterable[Root]) -> set[str]:
    """Whom a report has for sources: persons, documents, bodies, and those of its unnamed sources."""
    return {
        root.key[1] if root.kind == "anonymous" else root.key[0] for root in cited if root.kind != "unknown"
    }


def _of_credits(ordered: Sequence[Root]) -> Iterator[tuple[Root, Step]]:
    """A newsroom's own voice is what others credit it for, and what unnamed sources told it: used while
    nobody firm is behind that, as what a client prints under a credit must not be tied to a source by it (see
    :func:`_of_reports`)."""
    newsrooms = {root.newsroom: root for root in ordered if root.kind == "newsroom"}
    for root in ordered:
        if root.kind == "unknown" and root.newsroom in newsrooms:
            room = newsrooms[root.newsroom]
            why = f"is what others credit {room.name} for"
            yield root, Step(of=room, basis="detail", probability=RESTATED, why=why)
        elif root.kind == "unknown":
            for other in ordered:
                if other.kind == "anonymous" and other.newsroom == root.newsroom:
                    why = f"is what the same newsroom has from {other.name}"
                    yield root, Step(of=other, basis="detail", probability=RESTATED, why=why)


def _by_outlet(group: Iterable[Assertion]) -> dict[str, set[Root]]:
    """Outlet (or document, if it has none) → the roots of what it tells."""
    found: dict[str, set[Root]] = {}
    for item in group:
        outlet = normal_name(item.document.outlet or "") or item.document.document_id
        found.setdefault(outlet, set()).add(item.root)
    return found


def _of_words(group: Iterable[Assertion]) -> Iterator[tuple[Root, Step]]:
    for (root, of), why in same_words(group).items():
        yield root, Step(of=of, basis="utterance", probability=CREDITED, why=why)
