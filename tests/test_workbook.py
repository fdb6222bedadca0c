"""A workbook that somebody edited, read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook

import whence
from whence.export.view import View
from whence.export.xlsx import export
from whence.records import Judgement
from whence.review import apply
from whence.store import Store, StoreError
from whence.workbook import read_workbook

FIRST = (
    "Gunmen shot three traders at the market in Karm on Monday, police said. "
    "The governor denied that soldiers arrested the mayor."
)
SECOND = (
    "Rebels shelled the village of Lomi on Tuesday. Of the market nothing is left.\nSoldiers blocked a road."
)
Edit = Callable[[Workbook], None]


@pytest.fixture
def account(tmp_path: Path) -> Path:
    for name, text in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    whence.read(tmp_path / "a.txt", tmp_path / "b.txt", into=tmp_path / "account.db", published="2020-03-03")
    return tmp_path / "account.db"


def edited(store: Store, edit: Edit) -> list[Judgement]:
    """The judgements of the account's workbook after ``edit``, applied."""
    (path,) = export(store, store.path.parent / "out")
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    found = read_workbook(store, path, who="A. Nowak", note="seen")
    if found:
        apply(store)
    return found


def cell(book: Workbook, sheet: str, trigger: str, column: str) -> Any:
    """The cell of a column in the row of a ``trigger`` (of other sheets, of ``who`` or ``source``)."""
    rows = list(book[sheet].iter_rows())
    head = [str(cell.value) for cell in rows[0]]
    key = head.index({"Events": "trigger", "Claims": "who", "Sources": "source"}[sheet])
    (row,) = (row for row in rows[1:] if row[key].value == trigger)
    return row[head.index(column)]


def put(sheet: str, trigger: str, column: str, value: Any) -> Edit:
    def edit(book: Workbook) -> None:
        cell(book, sheet, trigger, column).value = value

    return edit


def telling(store: Store, trigger: str) -> Any:
    (found,) = (m for m in store.table("event_mentions") if m.trigger.text == trigger)
    return found


def test_a_workbook_without_edits_gives_no_judgement(
    account: Path, example_account: Path, tmp_path: Path
) -> None:
    for path in (account, example_account):
        with Store.open(path) as store:
            (file,) = export(store, tmp_path / "out")
            assert read_workbook(store, file) == []
            assert store.count("judgements") == 0


def test_a_workbook_that_was_redacted_or_cut_gives_no_judgement(
    example_account: Path, tmp_path: Path
) -> None:
    with Store.open(example_account) as store:
        view = View(store, no_text=True, quote_limit=20, redact=["Carrie Lam", "police", "Hong Kong"])
        (file,) = export(view, tmp_path / "out", no_text=True)
        assert "█" in str(
            [[c.value for c in row] for row in openpyxl.load_workbook(file)["Events"].iter_rows()]
        )
        assert read_workbook(store, file) == []


def test_each_edited_cell_is_a_judgement(account: Path) -> None:
    def edit(book: Workbook) -> None:
        cell(book, "Events", "shot", "actor").value = "Blue Brigade; Rebels"
        cell(book, "Events", "shot", "date").value = datetime(2020, 3, 1)
        cell(book, "Events", "shelled", "place").value = None
        cell(book, "Claims", "police", "sign").value = "-"
        cell(book, "Sources", "police", "naming").value = "named"

    with Store.open(account) as store:
        found = edited(store, edit)
        assert {(j.field, j.verdict, j.value) for j in found} == {
            ("actor", "corrected", "Blue Brigade; Rebels"), ("date", "corrected", "2020-03-01"),
            ("place", "wrong", None), ("sign", "corrected", "-"), ("naming", "corrected", "named"),
        }  # fmt: skip
        assert {(j.who, j.note) for j in found} == {("A. Nowak", "seen")}
        shot = telling(store, "shot")
        assert [party.name for party in shot.actors] == ["Blue Brigade", "Rebels"]
        assert (shot.date.from_, shot.date.to) == ("2020-03-01", "2020-03-01")
        assert telling(store, "shelled").place is None
        (event,) = store.table("events", event_id=shot.event_id)
        assert event.status == "denied"
        (path,) = export(store, account.parent / "again")
        assert read_workbook(store, path) == [], "the account holds them now"


def test_an_emptied_trigger_is_no_event_and_reading_the_file_again_changes_nothing(account: Path) -> None:
    with Store.open(account) as store:
        (judgement,) = edited(store, put("Events", "blocked", "trigger", None))
        assert (judgement.field, judgement.verdict) == ("event", "wrong")
        assert "blocked" not in {m.trigger.text for m in store.table("event_mentions")}
        assert read_workbook(store, account.parent / "out" / "account.xlsx") == []


def new_row(**cells: Any) -> Edit:
    def edit(book: Workbook) -> None:
        head = [str(cell.value) for cell in next(book["Events"].iter_rows())]
        book["Events"].append([cells.get(column) for column in head])

    return edit


def test_a_new_row_is_an_event_by_its_quote_and_trigger(account: Path) -> None:
    quote = "Of the market  nothing is left."
    row = new_row(quote=quote, trigger="nothing is left", type="ASSAULT", actor="Rebels", realis="ongoing")
    with Store.open(account) as store:
        found = edited(store, row)
        assert [(j.field, j.verdict, j.value) for j in found] == [
            ("event", "added", "ASSAULT"),
            ("actor", "corrected", "Rebels"),
            ("realis", "corrected", "ongoing"),
        ]
        told = telling(store, "nothing is left")
        assert (told.type, told.realis, [p.name for p in told.actors]) == ("ASSAULT", "ongoing", ["Rebels"])
        assert SECOND[slice(*told.sentence)] == "Of the market nothing is left."
        assert read_workbook(store, account.parent / "out" / "account.xlsx") == [], "it is there now"


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (put("Events", "shot", "type", "SHOOTING"), r"Events, row \d+, type: 'SHOOTING' is none of"),
        (put("Events", "shot", "type", None), r"Events, row \d+, type: type cannot be empty"),
        (put("Events", "shot", "date", "Monday"), "'Monday' is no date; write it as"),
        (put("Events", "shot", "trigger", "fired"), "a row is known by its trigger"),
        (put("Events", "shot", "actor", "=A1"), "holds a formula"),
        (put("Events", "shot", "anchor", "event 1-2"), "holds nothing there any more"),
        (put("Claims", "police", "sign", "no"), r"Claims, row \d+, sign: 'no' is none of"),
        (new_row(quote="Nobody wrote this.", trigger="wrote", type="AID"), "stands in no report"),
        (new_row(quote="Soldiers blocked a road.", trigger="x", type="AID"), "stands 0 times in it"),
        (new_row(quote="Soldiers blocked a road."), "needs a quote, a trigger and a type"),
        (new_row(quote="the", trigger="the", type="AID"), "several places"),
        (lambda book: book["Events"].delete_cols(1, 40), "lacks the column sha256"),
        (lambda book: [book.remove(sheet) for sheet in book.worksheets[:3]], "has none of the sheets"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_kept(account: Path, edit: Edit, message: str) -> None:
    def both(book: Workbook) -> None:
        cell(book, "Events", "shelled", "realis").value = "future"
        edit(book)

    with Store.open(account) as store:
        with pytest.raises(StoreError, match=message):
            edited(store, both)
        assert store.count("judgements") == 0


def test_a_file_that_is_no_workbook_is_refused(account: Path, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("no workbook", encoding="utf-8")
    with Store.open(account) as store:
        with pytest.raises(StoreError, match="no workbook that can be read"):
            read_workbook(store, tmp_path / "a.xlsx")
        with pytest.raises(StoreError, match="No such file"):
            read_workbook(store, tmp_path / "b.xlsx")
