"""Conflicts: where accounts of one event differ, as read, and in what way.

``contradiction``: both cannot be so as worded. ``revision``: one origin changed its figure, or a later report
gives another and the two origins may be one. ``precision``: one value lies in the other (12, a dozen).
``labelling``: the same thing under another name (rebels, terrorists) — which of the two it is no text can
settle, so only holders' explicit denials make a contradiction of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from whence.assess.assertions import Assertion
from whence.assess.plans import HAPPENED
from whence.assess.roots import Root
from whence.names import normal_name
from whence.records import Argument, Conflict, Event, Quantity, Side, Sign, ValueRange, stable_id

Field = Literal["occurrence", "actor", "recipient", "place", "date", "quantity", "purpose"]
Kind = Literal["contradiction", "revision", "precision", "labelling"]

EXPLICIT = 0.9
"""A holder denies what another asserts, in so many words."""
_ARGUMENTS: tuple[Literal["actor", "recipient"], ...] = ("actor", "recipient")

FIGURES = 0.7
"""Two figures for one role that no reading reconciles; the two may still count different things."""
ROUND = 0.25
"""How far from the number told "about" may lie, as a share of it: "about a dozen" is 9 to 15. A judgement; no
gold exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event with everything that is compared."""

    event: Event
    assertions: tuple[Assertion, ...]
    doers: frozenset[str]
    """Keys of its actors (:func:`whence.names.actor_keys`)."""
    origin_ids: Mapping[tuple[Sign, Root], str]

    def of_sign(self, sign: Sign) -> list[Assertion]:
        return [a for a in self.assertions if a.sign == sign]


def find_conflicts(events: Sequence[Told]) -> list[Conflict]:
    """All conflicts among the assertions of each event, and with what is told of the same doers elsewhere in
    the story; the event a conflict is about comes first in its ``event_ids``."""
    kin: dict[tuple[str, str], list[Told]] = {}
    for told in events:
        kin.setdefault((told.event.story_id, told.event.type), []).append(told)
    found: list[Conflict] = []
    for told in events:
        others = [
            other
            for other in kin[told.event.story_id, told.event.type]
            if other is not told and other.doers & told.doers
        ]
        found += [*_occurrence(told), *_denied_arguments(told, others), *_figures(told)]
    return found


def _side(value: str | float | ValueRange, sign: Sign, items: Iterable[tuple[Told, Assertion]]) -> Side:
    items = list(items)
    ids = {t.origin_ids[a.sign, a.root] for t, a in items if (a.sign, a.root) in t.origin_ids}
    return Side(
        value=value,
        sign=sign,
        origin_ids=tuple(sorted(ids)),
        document_ids=tuple(sorted({a.document.document_id for _, a in items})),
    )


def _make(
    told: Told,
    field: Field,
    kind: Kind,
    why: str,
    probability: float,
    sides: Sequence[Side],
    others: Iterable[Told] = (),
) -> Conflict:
    event_id = told.event.event_id
    return Conflict(
        conflict_id=stable_id("c", event_id, field, *(f"{s.sign}{s.value}" for s in sides)),
        kind=kind,
        why=why,
        probability=probability,
        field=field,
        event_ids=(event_id, *sorted(other.event.event_id for other in others)),
        sides=tuple(sides),
    )


def _occurrence(told: Told) -> Iterator[Conflict]:
    plus = [(told, a) for a in told.of_sign("+")]
    minus = [(told, a) for a in told.of_sign("-") if not a.narrowed]
    if plus and minus:
        happened = told.event.realis in HAPPENED
        yes, no = ("happened", "did not happen") if happened else ("is to happen", "is not to happen")
        sides = (_side(yes, "+", plus), _side(no, "-", minus))
        yield _make(told, "occurrence", "contradiction", "asserted and denied", EXPLICIT, sides)


def _denied_arguments(told: Told, others: Sequence[Told]) -> Iterator[Conflict]:
    """A denial narrowed to one argument, against those who tell of the same doers with another filler."""
    for field in _ARGUMENTS:
        denied = _by_filler([(told, a) for a in told.assertions if field in a.narrowed], field)
        if not denied:
            continue
        held = _by_filler([(t, a) for t in (told, *others) for a in t.of_sign("+")], field)
        if not held:
            continue
        sides = [_side(name, "+", items) for name, items in held]
        sides += [_side(name, "-", items) for name, items in denied]
        kin = {t.event.event_id: t for _, items in held for t, _ in items if t is not told}
        why = f"the {field} as worded is denied"
        yield _make(told, field, "contradiction", why, EXPLICIT, sides, kin.values())


def _by_filler(
    items: Iterable[tuple[Told, Assertion]], field: Field
) -> list[tuple[str, list[tuple[Told, Assertion]]]]:
    groups: dict[str, list[tuple[Told, Assertion]]] = {}
    names: dict[str, str] = {}
    for told, item in items:
        arguments = item.mention.actors if field == "actor" else item.mention.recipients
        if arguments:
            key = " ".join(sorted(normal_name(_name(argument)) for argument in arguments))
            names.setdefault(key, " and ".join(_name(argument) for argument in arguments))
            groups.setdefault(key, []).append((told, item))
    return [(names[key], groups[key]) for key in sorted(groups)]


def _name(argument: Argument) -> str:
    return argument.name or argument.text


def _figures(told: Told) -> Iterator[Conflict]:
    """Different figures for one role."""
    figures: dict[tuple[str, int | None, int | None], list[tuple[Assertion, Quantity]]] = {}
    for item in told.of_sign("+"):
        for quantity in item.mention.quantities:
            if quantity.role != "other" and (quantity.low is not None or quantity.high is not None):
                key = (quantity.role, quantity.low, quantity.high)
                figures.setdefault(key, []).append((item, quantity))
    for (left, a), (right, b) in combinations(sorted(figures.items(), key=lambda pair: str(pair[0])), 2):
        if left[0] != right[0] or _told_together(a, b):
            continue
        kind, why = _difference(a, b)
        sides = [
            _side(ValueRange(low=low, high=high), "+", ((told, item) for item, _ in items))
            for (_, low, high), items in ((left, a), (right, b))
        ]
        yield _make(told, "quantity", kind, why, FIGURES, sides)


def _told_together(a: Sequence[tuple[Assertion, Quantity]], b: Sequence[tuple[Assertion, Quantity]]) -> bool:
    """Whether one telling gives both: "killed 12 people, three of them children" is a whole and a part."""
    both = {item.mention.event_mention_id for item, _ in a} & {item.mention.event_mention_id for item, _ in b}
    return bool(both)


def _difference(
    a: Sequence[tuple[Assertion, Quantity]], b: Sequence[tuple[Assertion, Quantity]]
) -> tuple[Kind, str]:
    """How two figures differ: in precision, over time, or outright."""
    role = a[0][1].role
    if _overlap(_reach(a), _reach(b)):
        return "precision", f"figures for {role} that can both hold"
    left, right = {item.root for item, _ in a}, {item.root for item, _ in b}
    if left & right:
        return "revision", f"one origin gives two figures for {role}"
    separate = all(root.firm for root in left | right)
    if not separate and {i.document.published for i, _ in a}.isdisjoint({i.document.published for i, _ in b}):
        return "revision", f"a later report gives another figure for {role}"
    return "contradiction", f"figures for {role} differ"


def _reach(items: Sequence[tuple[Assertion, Quantity]]) -> tuple[float | None, float | None]:
    """From where to where one figure may lie: as told, or around it if anyone tells it as approximate."""
    figure = items[0][1]
    around = ROUND if any(quantity.approximate for _, quantity in items) else 0.0
    low = None if figure.low is None else figure.low * (1 - around)
    return low, None if figure.high is None else figure.high * (1 + around)


def _overlap(a: tuple[float | None, float | None], b: tuple[float | None, float | None]) -> bool:
    low = max(a[0] or 0, b[0] or 0)
    highs = [high for high in (a[1], b[1]) if high is not None]
    return not highs or low <= min(highs)
