"""The command as a person types it: each verb once on the bundled example, and what goes wrong."""

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from whence import __version__
from whence.cli.app import app

EXAMPLES = Path(__file__).parents[2] / "examples"
run = CliRunner()


def whence(*arguments: str | Path, status: int = 0) -> str:
    result = run.invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result.output


def test_version_and_help() -> None:
    assert __version__ in whence("--version")
    for verb in ("read", "show", "find", "brief", "check", "export", "attach", "serve"):
        assert "Example: whence" in whence(verb, "--help")


@pytest.mark.parametrize("verb", ["read", "show", "find", "brief", "check", "export", "attach", "serve"])
def test_every_option_is_explained_in_help(verb: str) -> None:
    page = " ".join(whence(verb, "--help").split())
    parameters = get_command(app).commands[verb].params  # type: ignore[attr-defined]
    assert len(parameters) >= 3
    for parameter in parameters:
        assert parameter.help, parameter.name
        assert " ".join(parameter.help.split()) in page
        assert all(name in page for name in parameter.opts)
    assert "--json" in page or verb == "serve", "whose every page has one"


def test_no_verb_and_an_unknown_one_are_usage_errors() -> None:
    assert "Usage: whence" in whence(status=2)
    assert "No such command" in whence("forget", status=2)


def test_start_up_is_under_half_a_second() -> None:
    command = [sys.executable, "-c", "from whence.cli import main; main()", "--version"]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.5


def test_show_lists_and_opens(example_account: Path) -> None:
    page = whence("show", example_account)
    event_id = next(word for word in page.split() if word.startswith("e-"))
    assert "Who says so" in whence("show", example_account, event_id[:8])
    card = json.loads(whence("show", example_account, event_id, "--json"))
    assert card["event"]["event_id"] == event_id


def test_show_of_nothing_says_where_ids_are(example_account: Path) -> None:
    assert "Ids are shown by" in whence("show", example_account, "e-nothing", status=1)


def test_find_by_words_and_by_source(example_account: Path) -> None:
    assert "extradition" in whence("find", example_account, "extradition bill").lower()
    for hit in json.loads(whence("find", example_account, "--naming", "bare", "--json")):
        assert hit["event_mention"]["attribution_id"]
    assert "Nothing found" in whence("find", example_account, "xylophone")


def test_check_says_what_was_lost(example_account: Path) -> None:
    assert "6 documents" in whence("check", example_account)
    assert json.loads(whence("check", example_account, "--json"))["losses"] == []
    whence("check", example_account, "--strict")


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_export_writes_a_file_per_table(example_account: Path, tmp_path: Path, form: str) -> None:
    whence("export", example_account, "--to", form, "-o", tmp_path / "out")
    assert (tmp_path / "out" / f"events.{form}").stat().st_size > 100
    assert (tmp_path / "out" / f"judgements.{form}").exists()
    assert not (tmp_path / "out" / f"tokens.{form}").exists()


def test_an_unknown_format_is_a_usage_error(example_account: Path, tmp_path: Path) -> None:
    whence("export", example_account, "--to", "docx", "-o", tmp_path, status=2)


def test_read_summarises_and_reads_again_without_adding(tmp_path: Path) -> None:
    account = tmp_path / "a.db"
    nasty = EXAMPLES / "nasty"
    first = json.loads(whence("read", nasty, "--into", account, "--json"))
    assert (first["read"], first["known"]) == (1, 0)
    second = json.loads(whence("read", nasty, "--into", account, "--json"))
    assert (second["read"], second["known"]) == (0, 1)
    assert "read " in whence("read", nasty, "--into", account)


def test_a_missing_path_and_a_bare_url(tmp_path: Path) -> None:
    assert "nowhere.txt" in whence("read", tmp_path / "nowhere.txt", "--into", tmp_path / "a.db", status=1)
    page = whence("read", "https://example.org/report", "--into", tmp_path / "a.db", status=1)
    assert "save" in page.lower()


def test_bad_files_are_losses_and_strict_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "junk.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "undated.txt").write_text(
        "The army shelled the town on Monday, residents said.\n", encoding="utf-8"
    )
    summary = json.loads(whence("read", folder, "--into", tmp_path / "a.db", "--json", "--strict", status=3))
    reasons = {Path(loss["path"]).name: loss["reason"] for loss in summary["losses"]}
    assert reasons == {"empty.txt": "empty", "junk.txt": "binary", "undated.txt": "undated"}
    assert "empty" in whence("check", tmp_path / "a.db")


def test_one_date_for_several_files_is_warned_of(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"The army left town {name} on Monday.\n", encoding="utf-8")
    page = whence(
        "read",
        tmp_path / "a.txt",
        tmp_path / "b.txt",
        "--into",
        tmp_path / "x.db",
        "--published",
        "2020-01-02",
    )
    assert "2 files" in page


def test_a_file_that_is_no_account_is_left_alone(tmp_path: Path, example_account: Path) -> None:
    text = tmp_path / "notes.db"
    text.write_text("not an account", encoding="utf-8")
    assert "notes.db" in whence("show", text, status=1)
    assert text.read_text(encoding="utf-8") == "not an account"
    newer = tmp_path / "newer.db"
    shutil.copy(example_account, newer)
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    assert "newer" in whence("show", newer, status=1)
    assert "whence read" in whence("show", tmp_path / "none.db", status=1)
