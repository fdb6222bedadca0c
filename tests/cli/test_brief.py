"""``whence brief``: printed, written and as JSON."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]
SINCE = ("--since", "2019-09-01")


def test_markdown_is_printed_unless_another_format_is_asked_for(
    command: Command, example_account: Path
) -> None:
    status, page, _ = command("brief", example_account, *SINCE)
    assert status == 0
    assert page.startswith("# Brief: 2019-09-01 to 2019-11-27\n")
    assert command("brief", example_account, *SINCE, "--to", "md")[1] == page
    assert command("brief", example_account, *SINCE, "--to", "html")[1].startswith("<!doctype html>")


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_a_file_is_written_with_the_same_bytes_each_time(
    command: Command, example_account: Path, tmp_path: Path, form: str
) -> None:
    if form == "docx":
        pytest.importorskip("docx", reason="the extra docx is not installed")
    for name in ("a", "b"):
        status, page, said = command(
            "brief", example_account, *SINCE, "--to", form, "-o", tmp_path / f"{name}.{form}"
        )
        assert (status, page) == (0, "")
        assert f"{name}.{form}" in said
    assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"b.{form}").read_bytes()
    assert not list(tmp_path.glob(".*"))


def test_json_is_what_was_gathered(command: Command, example_account: Path) -> None:
    status, page, _ = command("brief", example_account, *SINCE, "--json")
    found = json.loads(page)
    assert status == 0
    assert [section["key"] for section in found["sections"]] == [
        "new",
        "figures",
        "differing",
        "due",
        "unplaced",
    ]
    assert (found["since"], found["until"], found["reports"], found["within"]) == (
        "2019-09-01",
        "2019-11-27",
        6,
        4,
    )
    numbers = {note["number"] for note in found["notes"]}
    for section in found["sections"]:
        for told in section["stories"]:
            for line in told["lines"]:
                assert set(line["notes"]) <= numbers
                assert line["event"]["story_id"] == told["story"]["story_id"]


def test_conditions_hold_for_every_line(command: Command, example_account: Path) -> None:
    page = command("brief", example_account, *SINCE, "--type", "PROTEST", "--json")[1]
    found = json.loads(page)["sections"][0]
    types = [line["event"]["type"] for told in found["stories"] for line in told["lines"]]
    assert types and set(types) == {"PROTEST"}


def test_an_area_is_a_place_and_until_ends_the_period(command: Command, example_account: Path) -> None:
    page = command("brief", example_account, *SINCE, "--area", "Nowhere", "--until", "2019-10-02", "--json")[
        1
    ]
    found = json.loads(page)
    assert found["sections"][0]["stories"] == []
    assert (found["filter"]["place"], found["until"], found["after"]) == ("Nowhere", "2019-10-02", 2)


def test_a_saved_filter_is_applied_and_narrowed(
    command: Command, example_account: Path, tmp_path: Path
) -> None:
    account = Path(shutil.copy(example_account, tmp_path / "own.db"))
    command("find", account, "--type", "PROTEST", "--save", "protests")
    saved = command("brief", account, *SINCE, "--saved", "protests")[1]
    assert saved == command("brief", account, *SINCE, "--type", "PROTEST")[1]
    assert "**Filter:** type PROTEST" in saved
    narrow = command("brief", account, *SINCE, "--saved", "protests", "--actor", "police")[1]
    assert "**Filter:** type PROTEST, actor police" in narrow
    status, page, said = command("brief", account, *SINCE, "--saved", "protest")
    assert (status, page) == (1, "") and "There are: protests" in said


def test_most_bounds_a_section(command: Command, example_account: Path) -> None:
    found = json.loads(command("brief", example_account, *SINCE, "--most", "3", "--json")[1])
    new = found["sections"][0]
    assert sum(len(told["lines"]) for told in new["stories"]) == 3
    assert new["left_out"] > 0


@pytest.mark.parametrize("option", ["--since", "--until"])
@pytest.mark.parametrize("value", ["yesterday", "2019", "2019-02-30", "30.9.2019", ""])
def test_what_is_no_moment_is_a_usage_error(
    command: Command, example_account: Path, option: str, value: str
) -> None:
    given = (*SINCE, option, value) if option == "--until" else (option, value)
    status, page, said = command("brief", example_account, *given)
    assert (status, page) == (2, "")
    assert "2015-09-30T06:00" in said


def test_what_cannot_be_done_says_what_to_do(
    command: Command, example_account: Path, no_account: Path
) -> None:
    status, _, said = command("brief", example_account)
    assert status == 2 and "--since" in said
    status, _, said = command("brief", example_account, *SINCE, "--to", "pdf")
    assert status == 2 and "md, docx, html" in said
    status, page, said = command("brief", example_account, *SINCE, "--to", "docx")
    assert (status, page) == (2, "") and "-o" in said
    status, _, said = command("brief", no_account, *SINCE)
    assert status == 1 and "whence read" in said
    status, _, said = command("brief", example_account, *SINCE, "-o", no_account / "none" / "a.md")
    assert status == 1 and "Name a file" in said


def test_without_python_docx_it_says_what_to_install(
    command: Command, example_account: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    status, _, said = command("brief", example_account, *SINCE, "--to", "docx", "-o", tmp_path / "a.docx")
    assert status == 1 and "pip install 'whence[docx]'" in said
    assert list(tmp_path.iterdir()) == []
