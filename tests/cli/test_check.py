"""``whence check``: losses, languages and the last run's changes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from whence.pipeline import read_into
from whence.store import Store

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def lossy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One report in English, one in German, one empty file; read in two runs."""
    folder = tmp_path_factory.mktemp("lossy")
    (folder / "a.txt").write_text("The army shelled the town of Karm on Monday.\n", encoding="utf-8")
    (folder / "b.txt").write_text(
        "Die Armee hat am Montag die Stadt beschossen, sagte der Bürgermeister den Journalisten.\n",
        encoding="utf-8",
    )
    (folder / "empty.txt").write_bytes(b"")
    account = folder / "account.db"
    for names in (["a.txt"], ["a.txt", "b.txt", "empty.txt"]):
        with Store.open(account, create=True) as store:
            read_into(store, [folder / name for name in names], published="2020-03-04")
    return account


def test_nothing_lost(command: Command, example_account: Path) -> None:
    status, page, _ = command("check", example_account, "--strict")
    assert status == 0
    assert page.splitlines()[0] == "6 documents, 1 run"
    assert "Nothing was lost." in page
    assert "not in English" not in page


def test_losses_and_languages_are_counted(command: Command, lossy: Path) -> None:
    status, page, _ = command("check", lossy)
    assert status == 0
    assert page.splitlines()[0] == "2 documents, 2 runs"
    assert "1 of 2 (50%) not in English: stored, not analysed" in page
    assert "2 losses" in page
    assert "empty.txt" in page and "language" in page


def test_strict_leaves_with_3_and_prints_all_the_same(command: Command, lossy: Path) -> None:
    status, page, _ = command("check", lossy, "--strict")
    assert status == 3
    assert "2 losses" in page
    status, page, _ = command("check", lossy, "--strict", "--json")
    assert status == 3
    assert len(json.loads(page)["losses"]) == 2


def test_json_holds_losses_changes_runs_and_languages(command: Command, lossy: Path) -> None:
    found = json.loads(command("check", lossy, "--json")[1])
    assert set(found) == {"losses", "changes", "runs", "languages", "lost_judgements"}
    assert found["languages"] == {"de": 1, "en": 1}
    assert {(loss["path"], loss["reason"]) for loss in found["losses"]} == {
        ("b.txt", "language"),
        ("empty.txt", "empty"),
    }
    assert len(found["runs"]) == 2


def test_only_the_last_runs_changes_are_told(command: Command, lossy: Path) -> None:
    """The second run adds a report without events: a story is new, no event is."""
    changes = json.loads(command("check", lossy, "--json")[1])["changes"]
    assert {(change["kind"], change["table"]) for change in changes} == {("new", "stories")}


def test_a_missing_account(command: Command, no_account: Path) -> None:
    status, page, said = command("check", no_account)
    assert (status, page) == (1, "")
    assert "whence read" in said
