"""The command as typed, with what it printed on either stream."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from whence.cli.app import app


@pytest.fixture
def command() -> Callable[..., tuple[int, str, str]]:
    """``command(verb, …)``: exit status, standard output, standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments])
        return result.exit_code, result.stdout, result.stderr

    return run


@pytest.fixture
def no_account(tmp_path: Path) -> Path:
    return tmp_path / "none.db"
