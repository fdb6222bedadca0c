"""The workbook as a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builders import Claim, keep, report
from whence.assess import assess
from whence.export import ExportError, xlsx
from whence.export.sheets import SHEETS
from whence.export.view import View
from whence.export.xlsx import export
from whence.link import link
from whence.records import Loss
from whence.store import Store
from whence.tables import DocumentRecords, Held

Opened = Callable[..., dict[str, list[dict[str, Any]]]]


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Store]:
    """One report with text that a spreadsheet would run, and one loss."""
    told = report("=cmd|'/c calc'!A0", [Claim(voice="+Ada\x07 Brook", sign="-"), Claim(target="@Karm")])
    told = replace(told, document=replace(told.document, title="-1+1", url="#N/A"))
    with Store.open(tmp_path / "a.db", create=True) as store:
        write(store, told)
        store.replace_losses(
            [Loss(path="=a.txt", document_id=None, stage="read", reason="empty", detail="nothing")], paths=()
        )
        yield store


def write(store: Store, *analyses: DocumentRecords) -> None:
    store.add(*analyses)
    linked = link(Held(analyses))
    keep(store, linked, assess(analyses, linked), run_id="r-1")


def read(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Sheet → its rows by column."""
    book = openpyxl.load_workbook(path)
    found = {}
    for sheet in book.worksheets:
        assert isinstance(sheet, Worksheet)
        head, *rest = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, head), row, strict=True)) for row in rest]
    return found


def test_there_are_five_sheets_with_a_link_in_every_row(account: Store, tmp_path: Path) -> None:
    (path,) = export(account, tmp_path / "out")
    found = read(path)
    assert list(found) == [sheet.name for sheet in SHEETS]
    assert [len(found[name]) for name in ("Events", "Claims", "Sources", "Losses")] == [2, 2, 1, 1]
    for name in ("Events", "Claims", "Sources"):
        assert all(row["quote"] and row["url"] == "#N/A" for row in found[name])
    denial, flat = found["Claims"]
    assert (denial["says"], denial["who"], denial["sign"]) == ("denies", "+Ada\ufffd Brook", "-")
    assert (flat["says"], flat["sign"]) == ("says so", "+")
    new = [row for row in found["Changes"] if row["table"] == "events"]
    assert {row["quote"] for row in new} <= {row["quote"] for row in found["Events"]}
    assert new


def test_a_head_stays_in_sight_and_closed_fields_offer_their_values(account: Store, tmp_path: Path) -> None:
    (path,) = export(account, tmp_path / "out")
    claims = openpyxl.load_workbook(path)["Claims"]
    assert (claims.freeze_panes, claims.auto_filter.ref) == ("A2", "A1:W3")
    offered = {str(one.sqref)[:2]: one.formula1 for one in claims.data_validations.dataValidation}
    assert offered == {"D2": '"+,-,?"', "E2": '"certain,probable,possible,none"'}
    coloured = {cell.value for cell in claims[1] if cell.fill.fill_type == "solid"}
    assert coloured == {"sign", "certainty"}


def test_no_cell_is_a_formula_or_an_error(account: Store, tmp_path: Path) -> None:
    (path,) = export(account, tmp_path / "out")
    cells = [
        cell for sheet in openpyxl.load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row
    ]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s", "n"}
    hostile = [cell for cell in cells if str(cell.value)[:1] in "=+-@" and cell.value is not None]
    assert {str(cell.value)[0] for cell in hostile} == set("=+-@")
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in hostile)


def test_the_same_account_gives_the_same_bytes(
    account: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = export(account, tmp_path / "one")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    (two,) = export(account, tmp_path / "two")
    assert one.read_bytes() == two.read_bytes()
    assert openpyxl.load_workbook(one).properties.modified == datetime(1980, 1, 1)


def test_without_the_text_quotes_are_cut(account: Store, tmp_path: Path) -> None:
    (path,) = export(View(account, no_text=True, quote_limit=20), tmp_path / "out", no_text=True)
    found = read(path)
    quotes = {row["quote"] for rows in found.values() for row in rows if row.get("quote")}
    assert {len(quote) for quote in quotes} == {21}
    assert all(quote.endswith("…") for quote in quotes)
    assert all(row["trigger"] == "shelled" for row in found["Events"])


def test_what_cannot_be_written_says_what_to_do(
    account: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ExportError, match="leave out --with-tokens"):
        export(account, tmp_path / "out", with_tokens=True)
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)
    with pytest.raises(ExportError, match="--to csv"):
        export(account, tmp_path / "out")
    assert not (tmp_path / "out" / "account.xlsx").exists()
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ExportError, match=r"pip install 'whence\[xlsx\]'"):
        export(account, tmp_path / "out")
