"""Which of two reports with the same text had it first, where neither credit nor date says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from whence.assess.assertions import Assertion
from whence.assess.dependence import CERTAIN, dependence
from whence.assess.roots import Root
from whence.names import normal_name
from whence.records import Reprint


def turned(group: Sequence[Assertion], edges: Sequence[Reprint]) -> list[Reprint]:
    """The edges between tellings of one event, those that are undecided turned towards the report whose
    outlet tells or is credited for the event elsewhere too, else whose roots stand nearest to one another and
    to all others. It was there before its client, and a copy must add no origin by coming first in the order
    of ids."""
    roots: dict[str, set[Root]] = {}
    outlets: dict[str, str] = {}
    for item in group:
        roots.setdefault(item.document.document_id, set()).add(item.root)
        outlets[item.document.document_id] = normal_name(item.document.outlet or "")
    sure = [edge for edge in edges if edge.probability >= CERTAIN and edge.of_document_id in roots]
    decided = {edge.document_id for edge in sure if edge.direction == "known"}
    children = {edge.document_id for edge in sure}
    found = list(edges)
    for members in _joined(edge for edge in sure if edge.direction == "undecided"):
        if decided & members:
            continue
        # What is taken from a report for certain says nothing of its standing.
        apart = roots.keys() - members - decided
        standing = {key: _standing(key, apart, members, roots, outlets) for key in members}
        first = max(sorted(members), key=lambda key: (standing[key], key not in children))
        found = [
            _reversed(edge) if edge.document_id == first and edge.of_document_id in members else edge
            for edge in found
        ]
    return found


def _joined(edges: Iterable[Reprint]) -> list[set[str]]:
    """The documents that edges join."""
    groups: list[set[str]] = []
    for edge in edges:
        pair = {edge.document_id, edge.of_document_id}
        near = [group for group in groups if group & pair]
        groups = [group for group in groups if not group & pair] + [pair.union(*near)]
    return groups


def _standing(
    key: str, apart: Set[str], members: Set[str], roots: Mapping[str, set[Root]], outlets: Mapping[str, str]
) -> tuple[bool, float]:
    """What speaks for one of ``members``: its outlet in the reports ``apart`` or credited by another, and how
    near its roots are to those of the reports apart."""
    elsewhere = {outlets[other] for other in apart}
    elsewhere |= {root.newsroom for other in (apart | members) - {key} for root in roots[other]}
    others = roots[key].union(*(roots[other] for other in apart))
    near = [1.0 if root == other else dependence(root, other) for root in roots[key] for other in others]
    return outlets[key] in elsewhere - {""}, round(sum(near), 6)


def _reversed(edge: Reprint) -> Reprint:
    return replace(
        edge,
        document_id=edge.of_document_id,
        of_document_id=edge.document_id,
        spans=tuple((c, d, a, b) for a, b, c, d in edge.spans),
    )
