"""Plain pages when piped, JSON on request, errors in one sentence."""

import json
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from whence.cli.output import counted, fail, opened, print_json, render
from whence.records import ValueRange
from whence.store import Store


def test_an_error_goes_to_standard_error_and_leaves_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as left:
        fail("Nothing there. Look elsewhere.")
    assert left.value.exit_code == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "whence: Nothing there. Look elsewhere.\n")


def test_a_piped_page_is_plain_and_keeps_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    line = "word " * 60
    render(Text.assemble((line, "bold red"), "\nnext"))
    assert capsys.readouterr().out == f"{line.rstrip()}\nnext\n"


def test_what_looks_like_markup_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    render(Text("he [the mayor] said [/bold]"))
    assert capsys.readouterr().out == "he [the mayor] said [/bold]\n"


def test_json_holds_records_as_written_and_any_script(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"figure": ValueRange(low=12, high=None), "name": "الجبير"})
    out = capsys.readouterr().out
    assert json.loads(out) == {"figure": {"low": 12, "high": None}, "name": "الجبير"}
    assert "الجبير" in out and out.endswith("\n")


@given(st.integers(min_value=0))
def test_one_is_singular_and_nothing_else_is(number: int) -> None:
    assert counted(number, "run").endswith(" run") == (number == 1)


def test_thousands_are_set_apart() -> None:
    assert counted(12345, "word") == "12,345 words"


def test_opening_gives_the_account_or_fails_with_advice(
    example_account: Path, no_account: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(str(example_account)) as store:
        assert isinstance(store, Store)
    with pytest.raises(typer.Exit), opened(str(no_account)):
        pytest.fail("there is no account to open")
    assert "whence read" in capsys.readouterr().err
    assert not no_account.exists(), "looking makes no account"
