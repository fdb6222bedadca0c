"""What all verbs share in speaking: plain output when piped, JSON on request, errors in one sentence."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import RenderableType

    from whence.store import Store


PIPED = 2_000
"""Width of a page that is piped: lines are left to whoever reads them."""


def fail(message: str) -> NoReturn:
    """Print an error that says what to do, and leave with status 1."""
    typer.echo(f"whence: {message}", err=True)
    raise typer.Exit(1)


def counted(number: int, noun: str) -> str:
    """ "1 run", "2 runs"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def render(page: RenderableType) -> None:
    """Print a page: styled and wrapped in a terminal, plain lines when piped."""
    from rich.console import Console

    console = Console(highlight=False)
    if console.is_terminal:
        console.print(page)
    else:
        wide = Console(highlight=False, width=PIPED)
        with wide.capture() as captured:
            wide.print(page)
        for line in captured.get().splitlines():
            typer.echo(line.rstrip())


def print_json(value: Any) -> None:
    from whence.records import to_dict

    json.dump(to_dict(value), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


@contextmanager
def opened(path: str) -> Iterator[Store]:
    """An account that exists; anything wrong with it ends the command with a message."""
    from whence.store import Store, StoreError

    try:
        with Store.open(path) as store:
            yield store
    except StoreError as error:
        fail(str(error))
