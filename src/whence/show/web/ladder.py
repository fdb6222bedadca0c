"""The source ladder of an event as a graph: origins, whom their word went through, and the reports.

Layers go from left to right. A report whose telling stands in text of another is drawn after that one, with
what kind of reprint it is; all others after the chain that they name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from whence.records import Reprint
from whence.show import wording
from whence.show.card import EventCard, Telling, article, one_line, rung

WIDTH, HEIGHT = 210, 46
"""Of a box, in SVG units."""
ACROSS, DOWN = 300, 66
"""From one box to the next."""
PASSAGE = 22
"""Height that an edge takes where it goes past a column of boxes."""
WORDS = 24
"""Characters of a label that fit into a box, in a wide font too."""
MOST = 60
"""Tellings drawn: a graph of more is no longer read. How many are left out stands below it."""
SWEEPS = 4
"""Times that boxes are put near their neighbours (Sugiyama's barycentres): more change nothing to see."""

Kind = Literal["origin", "link", "report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    key: str
    kind: Kind
    label: str
    below: str
    """What it is: "named person", "told the BBC", the date of a report."""
    sign: str
    """``-`` of an origin that denies the event."""
    href: str | None
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """From a box to one that has its word from it."""

    of: str
    to: str
    kind: Literal["cited", "stated", "verbatim", "edited", "excerpt"]
    path: str
    """SVG path data."""
    x: int
    y: int
    """Where its label stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    left_out: int
    """Tellings that are not drawn."""


def ladder(card: EventCard, reprints: Iterable[Reprint]) -> Ladder:
    """The ladder of an event; ``reprints`` are those of its reports."""
    named, arrows = _graph(card, {(r.document_id, r.of_document_id): r for r in reprints})
    layer = _layers(named, arrows)
    routes = {arrow: _route(*arrow, layer) for arrow in arrows}
    columns: list[list[str]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for key in layer:
        columns[layer[key]].append(key)
    _straighten(columns, {pair for route in routes.values() for pair in pairwise(route)})
    heights = [sum(map(_taken, column)) for column in columns]
    tallest = max(heights, default=0)
    place: dict[str, tuple[int, int]] = {}
    for number, (column, height) in enumerate(zip(columns, heights, strict=True)):
        down = 8 + (tallest - height) // 2
        for key in column:
            place[key] = (number * ACROSS + 8, down)
            down += _taken(key)
    boxes = tuple(
        Box(key=key, x=place[key][0], y=place[key][1], **parts)  # type: ignore[arg-type]
        for key, parts in named.items()
    )
    edges = tuple(_edge(routes[arrow], kind, place) for arrow, kind in arrows.items())
    width = max(len(columns) - 1, 0) * ACROSS + WIDTH + 16
    return Ladder(
        boxes=boxes,
        edges=edges,
        width=width,
        height=max(tallest, DOWN) + 8,
        left_out=max(0, len(card.tellings) - MOST),
    )


def _route(of: str, to: str, layer: dict[str, int]) -> tuple[str, ...]:
    """The way of an edge: past the boxes of each column between its ends, all from one box together. Where it
    passes is put into ``layer``."""
    passed = [f"past:{of}:{number}" for number in range(layer[of] + 1, layer[to])]
    for number, key in enumerate(passed, start=layer[of] + 1):
        layer[key] = number
    return (of, *passed, to)


def _taken(key: str) -> int:
    return PASSAGE if key.startswith("past:") else DOWN


Named = dict[str, dict[str, str | None]]
Arrows = dict[tuple[str, str], str]


def _graph(card: EventCard, reprints: Mapping[tuple[str, str], Reprint]) -> tuple[Named, Arrows]:
    named: Named = {}
    arrows: Arrows = {}
    tellings = {telling.mention.event_mention_id: telling for telling in card.tellings[:MOST]}
    copied = {
        edge.event_mention_id: edge.of_event_mention_id
        for edge in card.derivations
        if edge.basis == "span" and edge.of_event_mention_id in tellings
    }
    for origin in card.origins:
        if tellings.keys().isdisjoint(origin.event_mention_ids):
            continue
        flat = origin.kind == "unknown" and not origin.attribution_ids
        own = f"o:{origin.origin_id}"
        named[own] = _box("origin", origin.source, wording.origin_kind(origin), sign=origin.sign)
        for key in origin.event_mention_ids:
            if key not in tellings:
                continue
            telling = tellings[key]
            report = _report(named, telling)
            parent = copied.get(key)
            if parent is not None:
                of = _report(named, tellings[parent])
                pair = (telling.document.document_id, tellings[parent].document.document_id)
                if of != report:
                    arrows[of, report] = reprints[pair].kind if pair in reprints else "excerpt"
                    continue
            last, kind = own, "stated" if flat else "cited"
            # The innermost rung is the origin itself.
            for depth, link in reversed(list(enumerate(telling.chain[:-1]))):
                step = f"l:{link.source.actor_id or rung(link)}:{depth}"
                named.setdefault(step, _box("link", rung(link), "passes it on"))
                if last != step:
                    arrows[last, step] = "cited"
                last = step
            arrows[last, report] = kind
    for telling in tellings.values():  # who only asks or wonders has it from no origin
        _report(named, telling)
    return named, arrows


def _report(named: Named, telling: Telling) -> str:
    document = telling.document
    key = f"d:{document.document_id}"
    published = (document.published or "undated")[:10]
    href = f"/document/{document.document_id}#at-{telling.mention.trigger.start}"
    named.setdefault(key, _box("report", article(document), published, href=href))
    return key


def _box(
    kind: Kind, label: str, below: str, *, sign: str = "+", href: str | None = None
) -> dict[str, str | None]:
    return {"kind": kind, "label": _short(label), "below": _short(below), "sign": sign, "href": href}


def _short(text: str) -> str:
    plain = one_line(text)
    return plain if len(plain) <= WORDS else plain[: WORDS - 1] + "…"


def _layers(named: Iterable[str], arrows: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The longest way to each box; who depend on one another in a circle are as far as they were met."""
    before: dict[str, list[str]] = {key: [] for key in named}
    for of, to in arrows:
        before[to].append(of)
    found: dict[str, int] = {}

    def depth(key: str, above: frozenset[str]) -> int:
        if key not in found:
            ways = [depth(of, above | {key}) + 1 for of in before[key] if of not in above]
            found[key] = max(ways, default=0)
        return found[key]

    for key in before:
        depth(key, frozenset({key}))
    reports = [key for key in found if key.startswith("d:")]
    # All reports that have no parent stand in one column, however long the way to them.
    first = max((found[key] for key in reports if not any(of in reports for of in before[key])), default=0)
    for key in sorted(reports, key=found.__getitem__):
        above = [found[of] for of in before[key] if of in reports]
        found[key] = max([first, *(one + 1 for one in above if one < found[key])])
    return found


def _straighten(columns: list[list[str]], arrows: Iterable[tuple[str, str]]) -> None:
    near: dict[str, list[str]] = {}
    for of, to in arrows:
        near.setdefault(of, []).append(to)
        near.setdefault(to, []).append(of)
    for sweep in range(SWEEPS):
        order = columns if sweep % 2 == 0 else columns[::-1]
        for column in order:
            at = {key: number for other in columns for number, key in enumerate(other)}
            column.sort(key=lambda key: _middle(key, near, at))


def _middle(key: str, near: Mapping[str, Sequence[str]], at: Mapping[str, int]) -> tuple[float, int]:
    others = [at[other] for other in near.get(key, ())]
    return (sum(others) / len(others) if others else at[key], at[key])


def _edge(route: Sequence[str], kind: str, place: Mapping[str, tuple[int, int]]) -> Edge:
    of, to = route[0], route[-1]
    x, y = place[of][0] + WIDTH, place[of][1] + HEIGHT // 2
    far, down = place[to][0], place[to][1] + HEIGHT // 2
    if far <= x:  # in one column: around its right side
        far, bend = place[to][0] + WIDTH, 46
        path = f"M{x},{y} C{x + bend},{y} {far + bend},{down} {far},{down}"
        return Edge(of=of, to=to, kind=kind, path=path, x=x + 40, y=(y + down) // 2)  # type: ignore[arg-type]
    path = f"M{x},{y}"
    for key in route[1:-1]:
        left, along = place[key][0], place[key][1] + PASSAGE // 2
        path += f" C{(x + left) // 2},{y} {(x + left) // 2},{along} {left},{along} H{left + WIDTH}"
        x, y = left + WIDTH, along
    half = (x + far) // 2
    path += f" C{half},{y} {half},{down} {far},{down}"
    return Edge(of=of, to=to, kind=kind, path=path, x=half, y=(y + down) // 2 - 5)  # type: ignore[arg-type]
