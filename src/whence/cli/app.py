"""The ``whence`` command. Exit status: 0 done, 1 error, 2 usage, 3 losses under ``--strict``."""

from __future__ import annotations

from typing import Annotated

import typer

from whence import __version__
from whence.cli import attach, brief, check, export, find, gazetteer, read, recode, review, serve, show

app = typer.Typer(
    name="whence",
    help="Read news reports into one sourced account: who did what to whom, where and when, and who says so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(read.read)
app.command()(recode.recode)
app.command()(show.show)
app.command()(find.find)
app.command()(brief.brief)
app.command()(check.check)
app.command()(review.review)
app.command()(export.export)
app.command()(attach.attach)
app.command()(serve.serve)
app.add_typer(gazetteer.app, name="gazetteer")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"whence {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    del version


def main() -> None:
    app()
