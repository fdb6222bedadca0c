"""Files of one row per event, as event data is passed around: the events that may stand as a plain row
(:mod:`whence.export.plain`) in one file, those of ``--include`` in another, whose rows begin with their
status.

One row is one line: a cell holds no line break and no tab, and nothing that a spreadsheet runs
(:mod:`whence.export.cells`). A cell with a quotation mark is in quotation marks (RFC 4180), between tabs
too.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from whence.export.cells import inert, one_line
from whence.export.folder import only, replacing
from whence.export.gathered import Gathered, gathered
from whence.export.plain import state
from whence.export.view import View
from whence.show import wording

Cell = str | int | float | None
STATUS = "Status"
"""The first column of the second file."""


class Outside(Exception):
    """An event that the format has no row for; the message is why."""


def cell(value: Cell) -> str:
    return inert(one_line(value) or "") if isinstance(value, str) else "" if value is None else str(value)


def write_events(
    view: View,
    out: Path,
    *,
    name: str,
    suffix: str,
    delimiter: str,
    columns: Sequence[str],
    row: Callable[[Gathered], Mapping[str, Cell]],
) -> tuple[Path, ...]:
    """Write ``events.<name>.<suffix>`` and, for ``include``, ``left-out.<name>.<suffix>``.

    ``row`` gives the cells of an event by column (those missing are empty), or raises :class:`Outside`. Every
    event is in one of the files or counted in ``view.left_out``; those of the second file are in both.
    """
    events, others = out / f"events.{name}.{suffix}", out / f"left-out.{name}.{suffix}"
    view.written = {"events": 0} | ({"left_out": 0} if view.include else {})
    with ExitStack() as stack:

        def opened(path: Path, head: Sequence[str]) -> Callable[[Sequence[Cell]], None]:
            partial = stack.enter_context(replacing(path))
            file = stack.enter_context(partial.open("w", encoding="utf-8", newline=""))
            writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
            writer.writerow(head)
            return lambda cells: writer.writerow([cell(value) for value in cells])

        plain = opened(events, columns)
        apart = opened(others, [STATUS, *columns]) if view.include else None
        for found in gathered(view):
            why = state(found.event)
            if why is not None and why not in view.include:
                view.left_out[why] += 1
                continue
            try:
                cells = row(found)
            except Outside as reason:
                view.left_out[f"{why}, {reason}" if why else str(reason)] += 1
                continue
            values = [cells.get(column) for column in columns]
            if why is None:
                view.written["events"] += 1
                plain(values)
            elif apart is not None:
                view.left_out[why] += 1
                view.written["left_out"] += 1
                apart([wording.status(found.event), *values])
    return only([events, others] if view.include else [events], [events, others])
