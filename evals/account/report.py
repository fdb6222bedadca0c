"""Counts as measures beside ceiling, baseline and floor; as a table, as JSON, and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from evals.account.counts import Counts, Tally, wilson

_HERE = Path(__file__).parent
FEW = 100
"""Cases under which a share says little without its interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One row of ``measures.yaml``; ``human`` in percent."""

    group: str
    measure: str
    score: Literal["f1", "accuracy", "recall"]
    human: float | None = None
    baseline: Literal["plain", "verbs"] | None = None
    lower_is_better: bool = False

    def value(self, counts: Counts) -> float | None:
        """The measure in percent, one decimal; ``None`` where there is nothing to measure."""
        number = counts.f1 if self.score == "f1" else counts.recall
        return None if number is None else round(100 * number, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure as measured."""

    measure: Measure
    counts: Counts
    score: float | None
    baseline: float | None
    floor: float | None

    @property
    def below(self) -> bool:
        """Worse than its floor (for a measure where less is better, above its limit)."""
        if self.floor is None or self.score is None:
            return False
        return self.score > self.floor if self.measure.lower_is_better else self.score < self.floor


@cache
def measures() -> tuple[Measure, ...]:
    rows = yaml.safe_load((_HERE / "measures.yaml").read_text(encoding="utf-8"))
    return tuple(Measure(**row) for row in rows)


def floors() -> dict[str, float]:
    """Measure → floor in percent, for the dev split as a whole."""
    loaded: dict[str, float] = yaml.safe_load((_HERE / "floors.yaml").read_text(encoding="utf-8"))
    return loaded


def table_rows(tally: Tally, baselines: Mapping[str, Tally], floor: Mapping[str, float]) -> tuple[Row, ...]:
    """A row per measure of ``measures.yaml``."""
    return tuple(
        Row(
            measure=measure,
            counts=tally.get(measure.measure, Counts()),
            score=measure.value(tally.get(measure.measure, Counts())),
            baseline=measure.value(baselines[measure.baseline].get(measure.measure, Counts()))
            if measure.baseline
            else None,
            floor=floor.get(measure.measure),
        )
        for measure in measures()
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def _percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f}"


def text(rows: tuple[Row, ...], tally: Tally) -> str:
    """The table. A score is F1, an accuracy or a recall, in percent; ``gold`` and ``told`` are counts. Of few
    cases the 95 % interval of the recall is given."""
    heading = ("measure", "score", "", "P", "R", "gold", "told", "human", "baseline", "floor")
    lines = ["{:46}{:>7} {:9}{:>6}{:>7}{:>7}{:>7}{:>7}{:>10}{:>7}".format(*heading)]
    group = ""
    for row in rows:
        if row.measure.group != group:
            group = row.measure.group
            lines.append(f"— {group}")
        accuracy, recall = row.measure.score == "accuracy", not row.counts.told
        cells = (
            row.measure.measure,
            _number(row.score) or "–",
            row.measure.score,
            "" if accuracy or recall else _percent(row.counts.precision),
            "" if accuracy else _percent(row.counts.recall),
            f"{row.counts.gold:.0f}",
            "" if accuracy or recall else f"{row.counts.told:.0f}",
            _number(row.measure.human),
            _number(row.baseline),
            _number(row.floor),
        )
        mark = "  BELOW its floor" if row.below else ""
        if not accuracy and 0 < row.counts.gold < FEW:
            low, high = wilson(row.counts.found, row.counts.gold)
            mark = f"  R {100 * low:.0f}–{100 * high:.0f}{mark}"
        lines.append("{:46}{:>7} {:9}{:>6}{:>7}{:>7}{:>7}{:>7}{:>10}{:>7}".format(*cells) + mark)
    return "\n".join([*lines, density(tally)]) + "\n"


def density(tally: Tally) -> str:
    """Event mentions per 1,000 words, gold and told."""
    gold, told = tally["trigger"].gold, tally["trigger"].told
    words = max(tally["words"].gold, 1)
    return f"events per 1,000 words: gold {1000 * gold / words:.1f}, told {1000 * told / words:.1f}"


def types(tally: Tally) -> str:
    """Typed precision and recall, type by type."""
    lines = ["type            P      R     F1   gold   told"]
    for name, counts in sorted(tally.items()):
        if name.startswith("typed: "):
            cells = (counts.precision, counts.recall, counts.f1)
            shown = "".join(f"{_percent(cell) or '–':>7}" for cell in cells)
            lines.append(f"{name[7:]:10}{shown}{counts.gold:7.0f}{counts.told:7.0f}")
    return "\n".join(lines) + "\n"


def as_json(rows: tuple[Row, ...], tally: Tally) -> dict[str, Any]:
    """All counts and all rows, for machines."""
    return {
        "measures": [
            {
                "group": row.measure.group,
                "measure": row.measure.measure,
                "kind": row.measure.score,
                "score": row.score,
                "precision": row.counts.precision,
                "recall": row.counts.recall,
                "gold": row.counts.gold,
                "told": row.counts.told,
                "human": row.measure.human,
                "baseline": row.baseline,
                "floor": row.floor,
            }
            for row in rows
        ],
        "counts": {name: [c.hits, c.told, c.found, c.gold] for name, c in sorted(tally.items())},
    }
