"""``whence review``."""

import json
from collections.abc import Callable
from pathlib import Path

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
    assert command("review", str(copy), "--from", str(written))[0] == 0
    assert len(events(copy)) == 1


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
