"""A workbook that somebody edited, read back: each cell that differs from what the account holds now becomes
a judgement.

A changed cell is ``corrected``, an emptied one ``wrong``; an emptied trigger says that there is no event. A
row without an anchor is an event that is ``added``, found by its quote and trigger. A row that was deleted
says nothing. Nothing is taken over of a workbook in which one cell cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from whence.correction import added_event, subjects, understood
from whence.export.cells import one_line
from whence.export.sheets import EVENTS, READ_BACK, Cell, Row, Sheet, anchor_text, rows
from whence.export.view import as_exported
from whence.judge.anchors import anchored
from whence.judge.fields import EVENT_LISTS
from whence.judge.spans import find_all
from whence.judge.writing import items
from whence.records import Anchor, Document, Judgement, Range, Verdict
from whence.store import StoreError

if TYPE_CHECKING:
    from whence.store import Store

SHOWN = 5
"""Cells that cannot be read, told of at once."""
IDENTITIES = {"event": "event_mention_id", "stance": "stance_id", "attribution": "attribution_id"}
"""What a row is of → its column of ids."""
Key = tuple[str, Cell, Cell]
"""Sheet, SHA-256 and anchor: what a row is found by. Rows of one text in several reports share it."""


@dataclass(frozen=True, slots=True)
class _Edited:
    """A row as it stands in the file: column → text, and where each cell is."""

    sheet: Sheet
    number: int
    cells: Mapping[str, str | None]

    def at(self, column: str) -> str:
        return f"{self.sheet.name}, row {self.number}, {column}"

    @property
    def key(self) -> Key:
        return self.sheet.name, self.cells.get("sha256"), self.cells.get("anchor")


@dataclass(slots=True)
class _Reading:
    """What is made of a workbook."""

    store: Store
    who: str | None
    note: str | None
    when: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="microseconds"))
    judgements: list[Judgement] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def judge(
        self, anchors: tuple[Anchor, ...], verdict: Verdict, name: str, value: str | None, where: str
    ) -> None:
        judgement = Judgement(
            anchors=anchors,
            verdict=verdict,
            field=name,
            value=value,
            who=self.who,
            when=self.when,
            note=self.note,
        )
        try:
            self.judgements.append(understood(judgement))
        except StoreError as error:
            self.problems.append(f"{where}: {error}")


def read_workbook(
    store: Store, path: Path, *, who: str | None = None, note: str | None = None
) -> list[Judgement]:
    """Keep every edit of the workbook at ``path`` as a judgement; :func:`whence.review.apply` makes it hold.

    Raises :class:`whence.store.StoreError` for a file that is no workbook of an account, and for cells that
    cannot be read; then nothing is kept.
    """
    edited = list(_rows(path))
    reading = _Reading(store, who, note)
    by_key: dict[Key, list[Row]] = {}
    for sheet, row in rows(store):
        by_key.setdefault((sheet.name, row["sha256"], row["anchor"]), []).append(row)
    for one in edited:
        if one.cells.get("sha256") is None and one.cells.get("anchor") is None:
            _add(reading, one, by_key)
            continue
        held = by_key.get(one.key, [])
        if held:
            of_report = [row for row in held if row["document_id"] == one.cells.get("document_id")]
            _compare(reading, one, (of_report or held)[0])
        elif not _judged_away(store, one):
            reading.problems.append(f"{one.at('anchor')}: the account holds nothing there any more.")
    if reading.problems:
        more = f" And {len(reading.problems) - SHOWN} more." if len(reading.problems) > SHOWN else ""
        raise StoreError(f"Nothing was taken over. {' '.join(reading.problems[:SHOWN])}{more}")
    judgements = list(dict.fromkeys(reading.judgements))
    store.add_judgements(judgements)
    return judgements


def _judged_away(store: Store, edited: _Edited) -> bool:
    """Whether a row that the account does not show was read all the same: somebody judged it to be none."""
    ids = [
        document.document_id for document in store.table("documents", sha256=edited.cells.get("sha256") or "")
    ]
    return any(
        edited.cells.get("anchor") == anchor_text(about)
        for written in store.load_all(without=("tokens",), document_ids=ids)
        for about in anchored(written, written)
    )


def _compare(reading: _Reading, edited: _Edited, row: Row) -> None:
    """Judge each cell that is not as the account has it."""
    changed = [
        column
        for column in edited.sheet.edited
        if column in edited.cells and not _same(column, edited.cells[column], row[column])
    ]
    if not changed:
        return
    (subject,) = subjects(reading.store, str(row[IDENTITIES[edited.sheet.subject]]))
    if "trigger" in changed:
        if edited.cells["trigger"] is not None:
            reading.problems.append(
                f"{edited.at('trigger')}: a row is known by its trigger. Empty it if there is no event, and "
                "add a row for another."
            )
            return
        reading.judge(subject.about, "wrong", "event", None, edited.at("trigger"))
        return
    for column in changed:
        value = edited.cells[column]
        verdict: Verdict = "wrong" if value is None else "corrected"
        reading.judge(subject.about, verdict, column, value, edited.at(column))


def _same(column: str, edited: str | None, held: Cell) -> bool:
    if edited and isinstance(held, str) and as_exported(edited, held):
        return True  # the workbook was exported with names blotted out, or without the text
    if column in EVENT_LISTS:
        return items(edited or "") == items(str(held or ""))
    return edited == held


def _add(reading: _Reading, edited: _Edited, known: Mapping[Key, Sequence[Row]]) -> None:
    """An event in a row of its own; one that the account has by now is compared with it."""
    if edited.sheet is not EVENTS:
        reading.problems.append(f"{edited.at('anchor')}: it is empty, and only events can be added.")
        return
    missing = [column for column in ("quote", "trigger", "type") if edited.cells.get(column) is None]
    if missing:
        reading.problems.append(f"{edited.at(missing[0])}: a new event needs a quote, a trigger and a type.")
        return
    try:
        document, sentence, trigger = _place(reading.store, edited)
    except ValueError as error:
        reading.problems.append(f"{edited.at('quote')}: {error}.")
        return
    anchor = f"event {trigger[0]}-{trigger[1]}"
    held = known.get((EVENTS.name, document.sha256, anchor))
    if held:
        filled = {column: value for column, value in edited.cells.items() if value is not None}
        _compare(reading, replace(edited, cells=filled), held[0])
        return
    anchors = added_event(document, trigger, sentence)
    reading.judge(anchors, "added", "event", edited.cells["type"], edited.at("type"))
    for column in EVENTS.edited:
        value = edited.cells.get(column)
        if value is not None and column not in ("trigger", "type"):
            reading.judge(anchors[:1], "corrected", column, value, edited.at(column))


def _place(store: Store, edited: _Edited) -> tuple[Document, Range, Range]:
    """The report, sentence and trigger of an event that is added: its quote stands once in one text.

    Raises ``ValueError`` if it does not.
    """
    quote, trigger = edited.cells["quote"] or "", edited.cells["trigger"] or ""
    named = {
        name: value
        for name in ("document_id", "url", "title")
        if (value := edited.cells.get(name)) is not None
    }
    found: dict[str, tuple[Document, list[Range]]] = {}
    for document in store.table("documents"):
        if all(one_line(getattr(document, name)) == value for name, value in named.items()):
            places = find_all(document.text, quote)
            if places:
                found.setdefault(document.sha256, (document, places))
    if not found:
        raise ValueError("it stands in no report; copy the sentence as it is there")
    if len(found) > 1 or len(next(iter(found.values()))[1]) > 1:
        raise ValueError("it stands in several places; quote more of the text, or give the document_id")
    document, (sentence,) = next(iter(found.values()))
    inside = [
        place
        for place in find_all(document.text, trigger)
        if sentence[0] <= place[0] and place[1] <= sentence[1]
    ]
    if len(inside) != 1:
        raise ValueError(
            f"the trigger {trigger!r} stands {len(inside)} times in it; it has to stand there once"
        )
    return document, sentence, inside[0]


# --- the file ---------------------------------------------------------------------------------------


def _rows(path: Path) -> Iterator[_Edited]:
    """The rows of the sheets that are read back."""
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise StoreError("A workbook needs openpyxl. Install it with: pip install 'whence[xlsx]'") from error
    try:
        book = load_workbook(path, read_only=True)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}.") from error
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError) as error:
        raise StoreError(f"{path} is no workbook that can be read ({error}). Save it as .xlsx.") from error
    try:
        sheets = [sheet for sheet in READ_BACK if sheet.name in book.sheetnames]
        if not sheets:
            names = ", ".join(sheet.name for sheet in READ_BACK)
            raise StoreError(f"{path} has none of the sheets {names}. Make one with: whence export --to xlsx")
        for sheet in sheets:
            yield from _sheet_rows(sheet, book[sheet.name].iter_rows())
    finally:
        book.close()


def _sheet_rows(sheet: Sheet, cells: Iterator[Sequence[Any]]) -> Iterator[_Edited]:
    head = [str(cell.value) for cell in next(cells, ())]
    missing = [column for column in ("sha256", "anchor") if column not in head]
    if missing:
        raise StoreError(f"The sheet {sheet.name} lacks the column {missing[0]}, by which a row is found.")
    for number, row in enumerate(cells, start=2):
        values: dict[str, str | None] = {}
        for column, cell in zip(head, row, strict=False):
            if cell.data_type in ("f", "e") and column in sheet.edited:
                where = f"{sheet.name}, row {number}, {column}"
                raise StoreError(f"Nothing was taken over. {where}: it holds a formula; write its value.")
            values[column] = _text(cell.value)
        if any(value is not None for value in values.values()):
            yield _Edited(sheet, number, values)


def _text(value: Any) -> str | None:
    """A cell as text: a spreadsheet makes a date of what looks like one, and a number of digits."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return one_line(str(value)) or None if value is not None else None
