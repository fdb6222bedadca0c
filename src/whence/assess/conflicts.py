"""Conflicts: where accounts of one event differ, as read, and in what way.

``contradiction``: both cannot be so as worded. ``revision``: one origin changed its figure. ``precision``:
one value lies in the other (12, a dozen). ``labelling``: the same thing under another name (rebels,
terrorists) — which of the two it is no text can settle, so only holders' explicit denials make a
contradiction of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from whence.assess.assertions import Assertion
from whence.assess.roots import Root
from whence.names import normal_name
from whence.records import Argument, Conflict, Quantity, Side, Sign, ValueRange, stable_id

Field = Literal["occurrence", "actor", "recipient", "place", "date", "quantity", "purpose"]
Kind = Literal["contradiction", "revision", "precision", "labelling"]

EXPLICIT = 0.9
"""A holder denies what another asserts, in so many words."""
FIGURES = 0.7
"""Two figures for one role that no reading reconciles; the two may still count different things."""
LABELS = 0.5
"""Two names for one slot may be two things."""


def conflicts(
    event_id: str, group: Sequence[Assertion], origin_ids: Mapping[tuple[Sign, Root], str]
) -> list[Conflict]:
    """All conflicts among the assertions of one event, ordered by field."""

    def side(value: str | float | ValueRange, sign: Sign, items: Iterable[Assertion]) -> Side:
        items = list(items)
        ids = {origin_ids[a.sign, a.root] for a in items if (a.sign, a.root) in origin_ids}
        return Side(
            value=value,
            sign=sign,
            origin_ids=tuple(sorted(ids)),
            document_ids=tuple(sorted({a.document.document_id for a in items})),
        )

    found = [
        *_occurrence(event_id, group, side),
        *_denied_arguments(event_id, group, side),
        *_figures(event_id, group, side),
    ]
    return sorted(found, key=lambda c: (c.field, c.conflict_id))


_MakeSide = Callable[[str | float | ValueRange, Sign, Iterable[Assertion]], Side]


def _make(
    event_id: str, field: Field, kind: Kind, why: str, probability: float, sides: Sequence[Side]
) -> Conflict:
    return Conflict(
        conflict_id=stable_id("c", event_id, field, *(f"{s.sign}{s.value}" for s in sides)),
        kind=kind,
        why=why,
        probability=probability,
        field=field,
        event_ids=(event_id,),
        sides=tuple(sides),
    )


def _occurrence(event_id: str, group: Sequence[Assertion], side: _MakeSide) -> Iterator[Conflict]:
    plus = [a for a in group if a.sign == "+"]
    minus = [a for a in group if a.sign == "-" and not a.narrowed]
    if plus and minus:
        sides = (side("happened", "+", plus), side("did not happen", "-", minus))
        yield _make(event_id, "occurrence", "contradiction", "asserted and denied", EXPLICIT, sides)


def _denied_arguments(event_id: str, group: Sequence[Assertion], side: _MakeSide) -> Iterator[Conflict]:
    """A denial narrowed to one argument, against those who tell the event with that or another filler."""
    for field in ("actor", "recipient"):
        deniers = [a for a in group if field in a.narrowed]
        if not deniers:
            continue
        plus = _by_filler((a for a in group if a.sign == "+"), field)
        denied = _by_filler(deniers, field)
        sides = [side(name, "+", items) for name, items in plus] + [
            side(name, "-", items) for name, items in denied
        ]
        if plus:
            why = f"the {field} as worded is denied"
            yield _make(event_id, field, "contradiction", why, EXPLICIT, sides)


def _by_filler(items: Iterable[Assertion], field: str) -> list[tuple[str, list[Assertion]]]:
    groups: dict[str, list[Assertion]] = {}
    names: dict[str, str] = {}
    for item in items:
        arguments = item.mention.actors if field == "actor" else item.mention.recipients
        if arguments:
            key = " ".join(sorted(normal_name(_name(argument)) for argument in arguments))
            names.setdefault(key, " and ".join(_name(argument) for argument in arguments))
            groups.setdefault(key, []).append(item)
    return [(names[key], groups[key]) for key in sorted(groups)]


def _name(argument: Argument) -> str:
    return argument.name or argument.text


def _figures(event_id: str, group: Sequence[Assertion], side: _MakeSide) -> Iterator[Conflict]:
    """Different figures for one role."""
    told: dict[tuple[str, int | None, int | None], list[tuple[Assertion, Quantity]]] = {}
    for item in group:
        if item.sign != "+":
            continue
        for quantity in item.mention.quantities:
            if quantity.role != "other" and (quantity.low is not None or quantity.high is not None):
                key = (quantity.role, quantity.low, quantity.high)
                told.setdefault(key, []).append((item, quantity))
    for (left, a), (right, b) in combinations(sorted(told.items(), key=lambda pair: str(pair[0])), 2):
        if left[0] != right[0]:
            continue
        holders = ({item.root for item, _ in a}, {item.root for item, _ in b})
        kind: Kind
        if _overlap(left[1:], right[1:]) or any(q.approximate for _, q in (*a, *b)):
            kind, why = "precision", f"figures for {left[0]} that can both hold"
        elif holders[0] & holders[1]:
            kind, why = "revision", f"one origin gives two figures for {left[0]}"
        elif {i.document.published for i, _ in a}.isdisjoint({i.document.published for i, _ in b}):
            kind, why = "revision", f"a later report gives another figure for {left[0]}"
        else:
            kind, why = "contradiction", f"figures for {left[0]} differ"
        sides = [
            side(ValueRange(low=low, high=high), "+", (item for item, _ in items))
            for (_, low, high), items in ((left, a), (right, b))
        ]
        yield _make(event_id, "quantity", kind, why, FIGURES, sides)


def _overlap(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> bool:
    low = max(a[0] or 0, b[0] or 0)
    highs = [high for high in (a[1], b[1]) if high is not None]
    return not highs or low <= min(highs)
