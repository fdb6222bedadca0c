"""The sets with their measures, and which sentences of a set a coder got wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evals.events.coded import Event, Reading
from evals.events.codes import Scheme
from evals.events.measures import (
    ANNOTATED_MEASURES,
    NULL_MEASURES,
    Measure,
    gsr_measures,
    penta,
    penta_measures,
    tuple_measures,
)
from evals.events.pairs import ANYWHERE, IN_SENTENCE, PLACED, first_covering, given, pair_measures
from evals.events.sets import FILES, Annotated, Classed, Null, Pair, Row, Tuples, TypedSentence, rows

NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One set. ``beside``: coders whose answers stand in the rows, with the measures that read them."""

    name: str
    rows: Sequence[Row]
    measures: Sequence[Measure[Any]]
    beside: Mapping[str, Sequence[Measure[Any]]] = field(default_factory=dict)


def scored(
    folder: Path, scheme: Scheme, names: Iterable[str], *, sample: int | None = None
) -> tuple[list[Scored], list[str]]:
    """The sets of that name (``sets.FILES``), and those whose files the folder does not have."""
    measures: Mapping[str, Sequence[Measure[Any]]] = {
        "plover_gsr": gsr_measures(scheme),
        "plv": (*pair_measures(first_covering), *ANYWHERE, *PLACED, IN_SENTENCE),
        "petr2_gsr": tuple_measures(scheme),
        "null": NULL_MEASURES,
        "cameo_annot": ANNOTATED_MEASURES,
        "cameo_penta": penta_measures(scheme),
    }
    found: list[Scored] = []
    missing: list[str] = []
    for name in names:
        if not all((folder / f"{file}_dev.jsonl").exists() for file in FILES[name]):
            missing.append(name)
            continue
        found.append(
            Scored(
                name=name,
                rows=rows(folder, name, sample=sample),
                measures=measures[name],
                beside={"ZSP": pair_measures(given)} if name == "plv" else {},
            )
        )
    return found, missing


def shown(event: Event) -> str:
    """An event on one line: type (or code of a statement), CAMEO code, who and whom."""
    sides = [" ".join(side.code for side in group) or "?" for group in (event.actors, event.recipients)]
    realis = f" {event.realis}" if event.realis else ""
    return f"{event.type or 'statement'}/{event.code}{realis} ({sides[0]} > {sides[1]})"


def wrong(scheme: Scheme, row: Row, reading: Reading) -> str | None:
    """What the gold is, if the coder did not say exactly that of the sentence."""
    match row:
        case TypedSentence():
            same, gold = {event.type for event in reading.chief} == {row.type}, row.type
        case Pair():
            same, gold = first_covering(row, reading) == row.type, row.type
            gold = f"{gold} ({_marked(row)})"
        case Tuples():
            said = {(a.code, b.code, event.code) for event in reading.events for a, b in event.dyads()}
            same, gold = said == row.events, ", ".join(map(" ".join, sorted(row.events))) or NOTHING
        case Annotated():
            same = not row.roots or {event.code[:2] for event in reading.events} == row.roots
            gold = " ".join(sorted(row.roots))
        case Null():
            same, gold = not any(event.political for event in reading.chief), NOTHING
        case Classed():
            first = penta(scheme, row, reading.typed[0]) if reading.typed else "0"
            same, gold = first == row.penta, f"class {row.penta}"
    return None if same else gold


def _marked(row: Pair) -> str:
    marks = (row.sentence.text[mark[0] : mark[1]] if mark else "?" for mark in (row.source, row.target))
    return " > ".join(marks)


def listing(scheme: Scheme, each: Scored, read: Callable[[Row], Reading], number: int) -> str:
    """The first ``number`` wrong sentences of a set, with gold and what was said."""
    lines = [f"— {each.name}: wrong sentences"]
    for row in each.rows:
        gold = wrong(scheme, row, read(row))
        if gold is not None and len(lines) <= number:
            said = "; ".join(shown(event) for event in read(row).events) or NOTHING
            lines.append(f"{row.sentence.id}\n  text: {row.sentence.text}\n  gold: {gold}\n  said: {said}")
    return "\n".join(lines) + "\n"


def confusion(pairs: Iterable[tuple[TypedSentence, Reading]]) -> str:
    """Sentences by gold type (row) and by the type of their principal event (column)."""
    table: dict[str, Counter[str]] = {}
    number: Counter[str] = Counter()
    for row, reading in pairs:
        number[row.type] += 1
        table.setdefault(row.type, Counter()).update(
            {str(event.type) for event in reading.chief} or {NOTHING}
        )
    names = sorted({*table, *(name for counts in table.values() for name in counts)} - {NOTHING})
    columns = [*names, NOTHING]
    width = max(map(len, columns)) + 1
    head = "".join(f"{name[:7]:>8}" for name in columns)
    lines = [f"{'gold':{width}}{'all':>5}{head}"]
    for name in names:
        cells = "".join(f"{table.get(name, Counter())[column] or '·':>8}" for column in columns)
        lines.append(f"{name:{width}}{number[name]:>5}{cells}")
    return "\n".join(lines) + "\n"
