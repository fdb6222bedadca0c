"""A workbook (Office Open XML): events, claims, sources, changes and losses, a sheet each.

The columns whose heads are coloured are read back by ``whence review --from``. Article text is hostile, and a
spreadsheet runs a cell that begins like a formula: every text is written as a text, never as a formula. The
same account gives the same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from whence.export.cells import one_line
from whence.export.folder import ExportError, replacing, without_tokens
from whence.export.sheets import (
    CHANGES,
    CLAIMS,
    EVENTS,
    LOSSES,
    SHEETS,
    Cell,
    Row,
    Sheet,
    rows,
)
from whence.export.view import View
from whence.records import Act, Certainty, Naming, Realis, Sign, SourceKind
from whence.schema import plover
from whence.store import Store

if TYPE_CHECKING:
    from openpyxl import Workbook

FILE = "account.xlsx"
MOST_ROWS = 1_048_576
"""Rows of a sheet, its head among them (Excel's limit)."""
MOST_CHARACTERS = 32_767
"""Characters of a cell (Excel's limit)."""
WIDTHS = {
    "quote": 70,
    "event": 40,
    "title": 30,
    "url": 30,
    "actor": 24,
    "recipient": 24,
    "who": 24,
    "detail": 60,
}
"""Widths of columns in characters; others have the usual one."""
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Events", "realis"): get_args(Realis),
    ("Claims", "sign"): get_args(Sign),
    ("Claims", "certainty"): get_args(Certainty),
    ("Sources", "kind"): get_args(SourceKind),
    ("Sources", "naming"): get_args(Naming),
    ("Sources", "act"): get_args(Act),
}
"""Columns for which a spreadsheet offers the values that can stand there."""
_FORMULA = re.compile("[=+\\-@]")
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``account.xlsx`` into the folder ``out``. ``no_text`` cuts the quotes.

    Raises :class:`ExportError` if openpyxl is not installed, for tokens, and for an account that no sheet
    holds.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise ExportError("A workbook needs openpyxl. Install it with: pip install 'whence[xlsx]'") from error
    without_tokens(out, "A workbook", with_tokens=with_tokens)
    for name in ("event_mentions", "stances", "attributions", "changes", "losses"):
        if store.count(name) >= MOST_ROWS:
            raise ExportError(f"A sheet holds {MOST_ROWS:,} rows, fewer than {name} has. Export --to csv.")
    view = View.of(store, no_text=no_text)
    book = Workbook(write_only=True)
    sheets = {sheet.name: _started(book, sheet) for sheet in SHEETS}
    written = dict.fromkeys(sheets, 1)
    for sheet, row in _all_rows(view):
        written[sheet.name] += 1
        into = sheets[sheet.name]
        into.append([_cell(into, row.get(column)) for column in sheet.columns])
    for name, into in sheets.items():
        into.auto_filter.ref = f"A1:{_letter(len(_sheet(name).columns))}{written[name]}"
    path = out / FILE
    with replacing(path) as partial:
        partial.write_bytes(_timeless(book))
    return (path,)


def _all_rows(store: View) -> Iterator[tuple[Sheet, Row]]:
    first: dict[Cell, dict[str, Cell]] = {}
    for sheet, row in rows(store):
        if sheet is EVENTS:
            first.setdefault(row["event_id"], {"quote": row["quote"], "url": row["url"]})
        if sheet is not CLAIMS or row["sign"] != "?":
            yield sheet, row
    for change in store.table("changes"):
        fields = {name: getattr(change, name) for name in ("run_id", "kind", "table", "old_id", "new_id")}
        yield CHANGES, {**fields, **first.get(change.new_id, {})}
    urls = {document.document_id: document.url for document in store.table("documents")}
    for loss in store.table("losses"):
        fields = {name: one_line(getattr(loss, name)) for name in LOSSES.columns if name != "url"}
        yield LOSSES, {**fields, "url": one_line(urls.get(loss.document_id or ""))}


def _started(book: Workbook, sheet: Sheet) -> Any:
    """A sheet with its head, which stays in sight; those of what is read back are coloured."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation

    into = book.create_sheet(sheet.name)
    into.freeze_panes = "A2"
    head = []
    for number, column in enumerate(sheet.columns, start=1):
        if column in WIDTHS:
            into.column_dimensions[_letter(number)].width = WIDTHS[column]
        cell = WriteOnlyCell(into, value=column)
        cell.font = Font(bold=True)
        if column in sheet.edited:
            cell.fill = PatternFill("solid", fgColor="FFF2CC")
        head.append(cell)
        choices = (*plover().types, "NONE") if (sheet, column) == (EVENTS, "type") else None
        choices = choices or CHOICES.get((sheet.name, column))
        if choices:
            offered = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
            offered.add(f"{_letter(number)}2:{_letter(number)}{MOST_ROWS}")
            into.data_validations.append(offered)
    into.append(head)
    return into


def _cell(into: Any, value: Cell) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(into, value=value[:MOST_CHARACTERS])
    # openpyxl takes "=…" for a formula and "#N/A" for an error; both are text here.
    cell.data_type = "s"
    if _FORMULA.match(value):
        # Without it a spreadsheet runs the text once somebody edits the cell.
        cell.quotePrefix = True
    return cell


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(number)


def _sheet(name: str) -> Sheet:
    return next(sheet for sheet in SHEETS if sheet.name == name)


def _timeless(book: Workbook) -> bytes:
    """The workbook's bytes without the time at which it was written."""
    drawn, packed = io.BytesIO(), io.BytesIO()
    book.save(drawn)
    with ZipFile(drawn) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            entry = ZipInfo(name)  # 1980-01-01, the zero of ZIP
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
    return packed.getvalue()
