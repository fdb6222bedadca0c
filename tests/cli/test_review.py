"""``whence review``."""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from whence.store import Store

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def account(tmp_path: Path, command: Command) -> Path:
    reports = tmp_path / "in"
    reports.mkdir()
    (reports / "a.txt").write_text("Gunmen shot three traders at the market in Karm on Monday.", "utf-8")
    (reports / "b.txt").write_text("Rescuers arrested the driver of a bus near Lomi on Tuesday.", "utf-8")
    path = tmp_path / "account.db"
    assert command("read", str(reports), "--into", str(path), "--published", "2020-03-03")[0] == 0
    return path


def events(account: Path) -> list[str]:
    with Store.open(account) as store:
        return [event.event_id for event in store.table("events")]


def test_two_events_are_made_one_and_the_judgement_travels(
    account: Path, command: Command, tmp_path: Path
) -> None:
    one, other = events(account)
    written = tmp_path / "judged.jsonl"
    code, out, _ = command(
        "review", str(account), "same", one, other, "--who", "reader", "--to", str(written)
    )
    assert code == 0
    assert "1 judgement" in out
    assert len(events(account)) == 1
    (line,) = map(json.loads, written.read_text("utf-8").splitlines())
    assert (line["verdict"], line["who"], line["field"]) == ("same", "reader", "event")
    copy = tmp_path / "copy.db"
    reports = account.parent / "in"
    command("read", str(reports), "--into", str(copy), "--published", "2020-03-03")
    assert len(events(copy)) == 2
    assert command("review", str(copy), "--from", str(written))[1].startswith("1 same\n")
    assert len(events(copy)) == 1
    assert "holds nothing new" in command("review", str(copy), "--from", str(written))[1]


def test_without_a_verdict_what_is_open_is_listed(account: Path, command: Command) -> None:
    code, out, _ = command("review", str(account))
    assert (code, "Nothing is open." in out) == (0, True)
    code, out, _ = command("review", str(account), "--json")
    assert json.loads(out) == {"judgements": 0, "taken": [], "lost": [], "questions": []}


@pytest.mark.parametrize("ids", [[], ["e-"], ["e-zzz", "e-yyy"]])
def test_what_cannot_be_judged_ends_the_command(account: Path, command: Command, ids: list[str]) -> None:
    code, _, err = command("review", str(account), "same", *ids)
    assert code == 1
    assert err.startswith("whence: ")


def test_a_file_that_holds_no_judgements_ends_the_command(account: Path, command: Command) -> None:
    report = account.parent / "in/a.txt"
    code, _, err = command("review", str(account), "--from", str(report))
    assert code == 1
    assert "not a judgement" in err
    assert command("review", str(account), "--from", str(account.parent / "none"))[0] == 1


def test_a_corrected_field_is_seen_on_the_card_and_in_every_export(
    account: Path, command: Command, tmp_path: Path
) -> None:
    event = events(account)[0]
    arguments = ("--field", "realis", "--value", "future", "--who", "A. Nowak")
    code, out, _ = command("review", account, "corrected", event, *arguments)
    assert code == 0
    assert "1 corrected" in out and "realis corrected to future by A. Nowak, 20" in out
    assert "realis corrected by A. Nowak, 20" in command("show", account, event)[1]
    for form, name in (("jsonl", "event_mentions.jsonl"), ("csv", "event_mention_reviews.csv")):
        assert command("export", account, "--to", form, "-o", tmp_path / form)[0] == 0
        written = (tmp_path / form / name).read_text("utf-8")
        assert "A. Nowak" in written and "corrected" in written
    code, out, _ = command("review", account, "unsure", event, "--field", "realis", "--json")
    assert [judgement["verdict"] for judgement in json.loads(out)["taken"]] == ["unsure"]
    assert "A. Nowak" not in command("show", account, event)[1]


def test_a_workbook_is_read_back(account: Path, command: Command, tmp_path: Path) -> None:
    assert command("export", account, "--to", "xlsx", "-o", tmp_path / "out")[0] == 0
    path = tmp_path / "out" / "account.xlsx"
    code, out, _ = command("review", account, "--from", path)
    assert (code, out.splitlines()[:2]) == (0, [f"{path} holds nothing new.", "0 judgements"])
    book = openpyxl.load_workbook(path)
    head = [cell.value for cell in book["Events"][1]]
    book["Events"].cell(row=2, column=head.index("type") + 1).value = "PROTEST"
    book.save(path)
    code, out, _ = command("review", account, "--from", path, "--who", "A. Nowak")
    assert code == 0
    assert out.splitlines()[0] == "1 corrected"
    with Store.open(account) as store:
        assert "PROTEST" in {event.type for event in store.table("events")}
    book["Events"].cell(row=2, column=head.index("type") + 1).value = "SHOOTING"
    book.save(path)
    code, _, err = command("review", account, "--from", path)
    assert code == 1
    assert err.startswith("whence: Nothing was taken over. Events, row 2, type")


def test_what_holds_nowhere_is_listed_in_words(account: Path, command: Command, tmp_path: Path) -> None:
    event = events(account)[0]
    written = tmp_path / "judged.jsonl"
    arguments = ("--field", "realis", "--value", "future", "--who", "A. Nowak", "--to", written)
    command("review", account, "corrected", event, *arguments)
    other = tmp_path / "other.db"
    (tmp_path / "c.txt").write_text("Nothing else happened in Karm.", "utf-8")
    command("read", tmp_path / "c.txt", "--into", other)
    code, out, _ = command("review", other, "--from", written)
    assert code == 0
    assert "1 of a text or reading that is no longer there" in out
    assert "realis corrected to future by A. Nowak" in command("check", other)[1]


def test_reports_judged_no_reprint_are_none(account: Path, command: Command, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "c.txt"
    copy.parent.mkdir()
    copy.write_text((account.parent / "in/a.txt").read_text("utf-8"), "utf-8")
    command("read", copy, "--into", account, "--published", "2020-03-04")
    with Store.open(account) as store:
        (edge,) = store.table("reprints")
    pair = (edge.document_id, edge.of_document_id)
    assert command("review", account, "different", *pair)[0] == 0
    with Store.open(account) as store:
        assert list(store.table("reprints")) == []
    assert command("review", account, "unsure", *pair)[0] == 0
    with Store.open(account) as store:
        assert list(store.table("reprints")) == [edge]
