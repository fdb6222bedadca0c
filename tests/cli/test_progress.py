"""Bars where someone can see them, silence elsewhere."""

import pytest
from rich.console import Console

from whence.cli import progress
from whence.cli.progress import LABEL, Watched


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error as a terminal."""
    monkeypatch.setattr(
        progress, "Console", lambda **fields: Console(force_terminal=True, width=100, **fields)
    )


def told() -> None:
    with Watched(quiet=False) as watched:
        watched.advance("analyse", 1, 2, 400)
        watched.advance("analyse", 2, 2, 900)
        watched.advance("link", 0, 0, 0)
        watched.advance("assess", 0, 0, 0)
        watched.advance("gazetteer", 20_000, 0, 0)


def test_nothing_is_drawn_when_piped(capsys: pytest.CaptureFixture[str]) -> None:
    told()
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("terminal")
def test_a_terminal_sees_every_stage_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    told()
    said = capsys.readouterr()
    assert said.out == ""
    for label in LABEL.values():
        assert label in said.err
    assert "2/2" in said.err
    assert "words/s" in said.err


@pytest.mark.usefixtures("terminal")
def test_quiet_draws_nothing_even_in_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Watched(quiet=True) as watched:
        watched.advance("analyse", 1, 2, 400)
    assert capsys.readouterr().err == ""


def test_an_error_inside_is_passed_on() -> None:
    with pytest.raises(KeyError), Watched(quiet=True):
        raise KeyError("x")
