"""``whence recode`` and ``whence read --codes``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from whence.store import Store

Command = Callable[..., tuple[int, str, str]]
HEAD = "phrase\tcode\texample\tcounterexample\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "in/report.txt"
    path.parent.mkdir()
    path.write_text("The army shelled the town of Karm on Monday, Ada Brook said.\n", encoding="utf-8")
    return path


@pytest.fixture
def codebook(tmp_path: Path) -> Path:
    path = tmp_path / "own.tsv"
    path.write_text(HEAD + "shell\tV-1\tRebels shelled the town.\tRebels left the town.\n", encoding="utf-8")
    return path


def codes(account: Path) -> list[str]:
    with Store.open(account) as store:
        return [code.code for mention in store.table("event_mentions") for code in mention.codes]


def test_codes_come_with_reading_and_go_with_recoding(
    command: Command, report: Path, codebook: Path, tmp_path: Path
) -> None:
    account = tmp_path / "account.db"
    read = ("read", report, "--into", account, "--published", "2020-03-04", "--codes", codebook)
    assert command(*read)[0] == 0
    assert codes(account) == ["V-1"]
    status, page, _ = command("recode", account)
    assert status == 0
    assert page.splitlines()[0].startswith("coded   1 report again, ")
    assert codes(account) == []
    assert command("recode", account, "--codes", codebook)[0] == 0
    assert codes(account) == ["V-1"]
    assert "1 was there already" in command(*read)[1]


def test_a_codebook_that_does_not_do_as_it_says_stops_the_command(
    command: Command, report: Path, codebook: Path, tmp_path: Path
) -> None:
    codebook.write_text(HEAD + "shell\tV-1\tRebels left.\x1b[2J\tRebels shelled it.\n", encoding="utf-8")
    account = tmp_path / "account.db"
    status, _, error = command("read", report, "--into", account, "--codes", codebook)
    assert status == 1
    assert "its example gets no code: Rebels left." in error
    assert "its counterexample gets V-1 too" in error
    assert "nothing was read" in error
    assert "\x1b" not in error
    assert not account.exists()


def test_a_codebook_or_account_that_is_not_there_is_told(
    command: Command, tmp_path: Path, codebook: Path
) -> None:
    status, _, error = command("recode", tmp_path / "none.db", "--codes", tmp_path / "none.tsv")
    assert (status, "cannot be read" in error) == (1, True)
    status, _, error = command("recode", tmp_path / "none.db", "--codes", codebook)
    assert (status, "There is no account" in error) == (1, True)
