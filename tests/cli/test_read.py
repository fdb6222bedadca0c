"""``whence read``: options, summary, and what is refused before anything is read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from whence.store import Store

Command = Callable[..., tuple[int, str, str]]
TEXT = "The army shelled the town of Karm on Monday, Ada Brook said.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "in/report.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def account(tmp_path: Path) -> Path:
    return tmp_path / "account.db"


def document(account: Path):  # type: ignore[no-untyped-def]
    with Store.open(account) as store:
        (found,) = store.table("documents")
    return found


def test_the_summary_says_what_was_read_found_and_lost(command: Command, report: Path, account: Path) -> None:
    status, page, _ = command("read", report, "--into", account, "--published", "2020-03-04")
    assert status == 0
    lines = page.splitlines()
    assert [line.split()[0] for line in lines] == ["read", "found", "sourced", "watch", "lost"]
    assert lines[0].startswith("read    1 report, ")
    assert "told once" in lines[1] and "in 1 story" in lines[1]
    assert lines[2] == "sourced 1 attribution, 1 origin"
    assert lines[4] == "lost    nothing"
    assert "Next:" not in page, "advice is for a terminal"


def test_json_is_the_whole_summary(command: Command, report: Path, account: Path) -> None:
    status, page, _ = command("read", report, "--into", account, "--published", "2020-03-04", "--json")
    summary = json.loads(page)
    assert status == 0
    assert (summary["read"], summary["known"], summary["losses"]) == (1, 0, [])
    assert summary["counts"]["documents"] == 1
    assert set(summary) == {"run_id", "read", "known", "words", "losses", "counts"}


def test_date_and_outlet_are_given_to_reports_without_them(
    command: Command, report: Path, account: Path
) -> None:
    command("read", report, "--into", account, "--published", "2020-03-04", "--outlet", "Karm Gazette")
    found = document(account)
    assert (found.published, found.outlet, found.path) == ("2020-03-04", "Karm Gazette", "report.txt")


def test_a_sidecar_beats_the_options(command: Command, report: Path, account: Path) -> None:
    sidecar = {"outlet": "Karm Courier", "published": "2019-01-02"}
    report.with_suffix(".json").write_text(json.dumps(sidecar), encoding="utf-8")
    command("read", report.parent, "--into", account, "--published", "2020-03-04", "--outlet", "Gazette")
    found = document(account)
    assert (found.published, found.outlet) == ("2019-01-02", "Karm Courier")


def test_columns_of_a_table_are_mapped(command: Command, tmp_path: Path, account: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text(f'story,day\n"{TEXT.strip()}",2020-03-04\n', encoding="utf-8")
    status, _, _ = command(
        "read", table, "--into", account, "--column", "text=story", "--column", "published=day"
    )
    assert status == 0
    found = document(account)
    assert (found.text, found.published) == (TEXT.strip(), "2020-03-04")


def test_a_loss_is_told_and_only_strict_fails(command: Command, report: Path, account: Path) -> None:
    status, page, _ = command("read", report, "--into", account)
    assert status == 0
    assert f"lost    1 (1 undated): whence check {account}" in page
    status, _, _ = command("read", report, "--into", account, "--strict")
    assert status == 3, "the report is undated still, though it was there already"


@pytest.mark.parametrize(
    ("arguments", "status", "advice"),
    [
        (["--column", "text"], 2, "field=column"),
        (["--column", "=story"], 2, "field=column"),
        (["--column", "body=story"], 1, "text=body_plain"),
        (["--published", "4/3/2020"], 1, "2015-10-01"),
        (["--published", "2020-02-30"], 1, "2015-10-01"),
        (["--workers", "-1"], 2, "--workers"),
    ],
)
def test_bad_options_leave_no_account(
    command: Command, report: Path, account: Path, arguments: list[str], status: int, advice: str
) -> None:
    found, page, said = command("read", report, "--into", account, *arguments)
    assert (found, page) == (status, "")
    assert advice in said


def test_what_cannot_be_read_or_written_says_what_to_do(
    command: Command, report: Path, tmp_path: Path
) -> None:
    assert command("read", report)[0] == 2, "--into must be given"
    assert command("read", "--into", tmp_path / "a.db")[0] == 2, "an input must be given"
    status, _, said = command("read", report, "--into", tmp_path)
    assert status == 1 and "Name a file" in said
    status, _, said = command("read", report, "--into", tmp_path / "no/a.db")
    assert status == 1 and "does not exist" in said
    status, _, said = command("read", "www.example.org/report", "--into", tmp_path / "a.db")
    assert status == 1 and "never fetches" in said
