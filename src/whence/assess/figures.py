"""Different figures for one role of one event: in precision, over time, or outright."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from whence.assess.assertions import Assertion
from whence.assess.labels import head, singular
from whence.assess.told import Kind, Told, World, conflict, published, side
from whence.records import Conflict, Quantity, ValueRange

FIGURES = 0.7
"""Two figures for one role that no reading reconciles; the two may still count different things."""
ROUND = 0.25
"""How far from the number told "about" may lie, as a share of it: "about a dozen" is 9 to 15. A judgement; no
gold exists."""
ANYONE = frozenset({"person", "people", "dead", "victim", "other", "man", "body", ""})
"""Nouns that may count all whom a more special one counts in part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One value told for a role, and who tells it; ``of`` is whom it counts."""

    quantity: Quantity
    of: str
    items: tuple[Assertion, ...]

    @property
    def range(self) -> ValueRange:
        return ValueRange(low=self.quantity.low, high=self.quantity.high)

    @property
    def size(self) -> int:
        return self.quantity.low or self.quantity.high or 0


def figure_conflicts(told: Told, world: World) -> Iterator[Conflict]:
    for a, b in combinations(_figures(told), 2):
        if a.quantity.role != b.quantity.role or _told_together(a, b) or not _counts_the_same(a, b):
            continue
        kind, why = _difference(a, b, world.version_of)
        first, second = sorted(
            (a, b), key=lambda figure: (published((told, item) for item in figure.items), figure.size)
        )
        sides = [side(f.range, "+", [(told, item) for item in f.items]) for f in (first, second)]
        yield conflict(told, "quantity", kind, why, FIGURES, sides)


def _figures(told: Told) -> list[Figure]:
    """The distinct figures, by role and size."""
    found: dict[tuple[object, ...], tuple[Quantity, list[Assertion]]] = {}
    for item in told.of_sign("+"):
        for quantity in item.mention.quantities:
            if quantity.role != "other" and (quantity.low is not None or quantity.high is not None):
                key = (
                    quantity.role,
                    quantity.low or 0,
                    quantity.high or 0,
                    quantity.approximate,
                    _counted(item, quantity),
                )
                found.setdefault(key, (quantity, []))[1].append(item)
    return [
        Figure(quantity=found[key][0], of=str(key[-1]), items=tuple(found[key][1]))
        for key in sorted(found, key=str)
    ]


def _counted(item: Assertion, quantity: Quantity) -> str:
    """Whom a figure counts: the noun of the argument that holds it ("about 20 *civilians*")."""
    for argument in (*item.mention.recipients, *item.mention.actors):
        if argument.start <= quantity.start and quantity.end <= argument.end:
            return {"people": "person", "men": "man"}.get(head(argument.text), singular(head(argument.text)))
    return ""


def _counts_the_same(a: Figure, b: Figure) -> bool:
    """Whether both count one group: children may be part of the people, and soldiers are not civilians."""
    if a.of == b.of or {a.of, b.of} <= ANYONE:
        return True
    part, whole = (a, b) if b.of in ANYONE else (b, a)
    return whole.of in ANYONE and part.size >= whole.size


def _told_together(a: Figure, b: Figure) -> bool:
    """Whether one telling gives both: "killed 12 people, three of them children" is a whole and a part."""
    both = {item.mention.event_mention_id for item in a.items} & {
        item.mention.event_mention_id for item in b.items
    }
    return bool(both)


def _difference(a: Figure, b: Figure, version_of: Mapping[str, str]) -> tuple[Kind, str]:
    role = a.quantity.role
    if _overlap(_reach(a), _reach(b)):
        return "precision", f"figures for {role} that can both hold"
    left, right = ({item.document.document_id for item in figure.items} for figure in (a, b))
    reports = {version_of.get(key, key) for key in left | right}
    if len(reports) == 1 and left.isdisjoint(right):
        return "revision", f"a later capture of the same report gives another figure for {role}"
    roots, others = ({item.root for item in figure.items} for figure in (a, b))
    if roots & others:
        return "revision", f"one origin gives two figures for {role}"
    separate = all(root.firm for root in roots | others)
    days, later = ({item.document.published for item in figure.items} for figure in (a, b))
    if not separate and days.isdisjoint(later):
        return "revision", f"a later report gives another figure for {role}"
    return "contradiction", f"figures for {role} are not compatible as read"


def _reach(figure: Figure) -> tuple[float | None, float | None]:
    """From where to where a figure may lie: as told, or around it if it is told as approximate."""
    quantity = figure.quantity
    around = ROUND if quantity.approximate else 0.0
    low = None if quantity.low is None else quantity.low * (1 - around)
    return low, None if quantity.high is None else quantity.high * (1 + around)


def _overlap(a: tuple[float | None, float | None], b: tuple[float | None, float | None]) -> bool:
    low = max(a[0] or 0, b[0] or 0)
    highs = [high for high in (a[1], b[1]) if high is not None]
    return not highs or low <= min(highs)
