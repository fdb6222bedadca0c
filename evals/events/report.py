"""The table: every measure of whence beside the peers, people, the aim and the floor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import Any

import yaml

from evals.events.coded import Reading
from evals.events.intervals import Array, difference, interval
from evals.events.measures import Measure
from evals.events.peers import PEERS, people
from evals.events.scored import Scored
from evals.events.sets import Row

OURS = "whence"
COLUMNS = (*PEERS, "ZSP")

LEGEND = """\
In percent; [ ] 95 % bootstrap over sentences; v: lower is better; * as measured before, not from the files.
P2 PETRARCH-2 as shipped, P2- without its demand for both actors; UP UniversalPetrarch with PETR-2 verbs,
UP1 with PETR-1 verbs; ZSP was told both phrases of the pair. Peers were fed our trees: on their own they may
stand some points higher (PETRARCH-2's tuples .80 for .68). Where a set codes one event of a sentence, whence
is asked for the principal one. "political": only if a party is of a country or has a political role, for all
alike. A REQUEST is either of the classes that CAMEO parts it into; penta takes the first event in the text.
"""

Beside = Mapping[str, Mapping[str, Mapping[str, Any]]]
Read = Callable[[Row], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measure of one set. ``peers``: column → percent; ``recorded``: those not taken from the files;
    ``differences``: column → interval of whence less the peer."""

    set: str
    measure: Measure[Any]
    cases: int
    value: float | None
    bounds: tuple[float, float] | None
    peers: Mapping[str, float]
    recorded: frozenset[str]
    differences: Mapping[str, tuple[float, float]]
    people: float | None
    at_least: float | None
    floor: float | None

    @property
    def below(self) -> bool:
        """Worse than its floor."""
        if self.floor is None or self.value is None:
            return False
        return self.value > self.floor if self.measure.lower_is_better else self.value < self.floor


def beside() -> Beside:
    """Set → measure → people, at_least, floor, recorded."""
    loaded: Beside = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"))
    return loaded


def lines(each: Scored, ours: Read, peers: Mapping[str, Read], limits: Beside, *, whole: bool) -> list[Line]:
    """The lines of one set. Figures that hold for a whole set (floors, recorded ones) are left out of a
    sample."""
    told = [(row, ours(row)) for row in each.rows]
    by_peer = {name: [(row, read(row)) for row in each.rows] for name, read in peers.items()}
    coders = list(people(each.rows))
    made = []
    for measure in each.measures:
        noted = limits[each.name][measure.name]
        matrix = measure.matrix(told)
        theirs = {} if measure.needs_spans else {name: measure.matrix(by_peer[name]) for name in by_peer}
        for name, own in each.beside.items():
            for other in own:
                if other.name == measure.name:
                    theirs[name] = other.matrix(told)
        recorded = noted.get("recorded", {}) if whole else {}
        figures = {name: value for name, m in theirs.items() if (value := _value(measure, m)) is not None}
        between = {
            name: difference(matrix, m, measure.value) for name, m in theirs.items() if name not in recorded
        }
        agreement = _value(measure, measure.matrix(coders))
        made.append(
            Line(
                set=each.name,
                measure=measure,
                cases=len(matrix),
                value=_value(measure, matrix),
                bounds=interval(matrix, measure.value),
                peers=figures | recorded,
                recorded=frozenset(recorded),
                differences={name: bounds for name, bounds in between.items() if bounds},
                people=noted["people"] if agreement is None else agreement,
                at_least=noted["at_least"],
                floor=noted["floor"] if whole else None,
            )
        )
    return made


def _value(measure: Measure[Any], matrix: Array) -> float | None:
    """One decimal, as it is shown and as floors are pinned."""
    if not len(matrix):
        return None
    value = float(measure.value(matrix.sum(axis=0)))
    return None if isnan(value) else round(value, 1)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _interval(bounds: tuple[float, float] | None) -> str:
    return "" if bounds is None else f"[{bounds[0]:.0f} {bounds[1]:.0f}]"


def table(every: Sequence[Line]) -> str:
    """A line per measure."""
    head = "".join(f"{name:>7}" for name in COLUMNS)
    text = [f"{'set':12}{'measure':25}{'n':>5}{OURS:>8} {'':9}{head}{'people':>8}{'at least':>9}{'floor':>7}"]
    for line in every:
        peers = "".join(
            f"{_number(line.peers.get(name)) + ('*' if name in line.recorded else ''):>7}" for name in COLUMNS
        )
        name = line.measure.name + (" v" if line.measure.lower_is_better else "")
        rest = "".join(
            f"{_number(value):>{width}}"
            for value, width in ((line.people, 8), (line.at_least, 9), (line.floor, 7))
        )
        text.append(
            f"{line.set:12}{name:25}{line.cases:>5}{_number(line.value):>8} {_interval(line.bounds):9}"
            f"{peers}{rest}" + ("  BELOW its floor" if line.below else "")
        )
    return "\n".join(text) + "\n" + LEGEND


def differences(every: Iterable[Line]) -> str:
    """Whence less each coder, 95 % paired bootstrap; only against what the files give."""
    head = "".join(f"{name:>12}" for name in COLUMNS)
    text = [f"{'set':12}{'whence less …':25}{head}"]
    for line in every:
        cells = "".join(f"{_interval(line.differences.get(name)) or '–':>12}" for name in COLUMNS)
        text.append(f"{line.set:12}{line.measure.name:25}{cells}")
    return "\n".join(text) + "\n"
