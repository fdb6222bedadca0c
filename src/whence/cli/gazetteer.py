"""``whence gazetteer build``: a gazetteer of the user's, from a GeoNames dump."""

from __future__ import annotations

from typing import Annotated

import typer

from whence.cli.output import counted, fail, print_json

app = typer.Typer(help="A gazetteer of your own.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _group() -> None:
    """Keep ``build`` a command of its own, though it is the only one."""


@app.command()
def build(
    dump: Annotated[str, typer.Argument(help="allCountries.txt of GeoNames, or the file of one country.")],
    into: Annotated[str, typer.Option("--into", help="The gazetteer to write.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Add the places of a GeoNames dump to those of the package.

    Example: whence gazetteer build allCountries.txt --into places.sqlite
    """
    from pathlib import Path

    from whence.cli.progress import Watched
    from whence.resolve import GazetteerError
    from whence.resolve import build as build_gazetteer

    try:
        with Watched(quiet=as_json) as watched:
            built = build_gazetteer(
                Path(dump), Path(into), progress=lambda lines: watched.advance("gazetteer", lines, 0, 0)
            )
    except GazetteerError as error:
        fail(str(error))
    if as_json:
        print_json({"added": built.added, "left_out": built.left_out, "wrong": built.wrong})
        return
    typer.echo(f"added   {counted(built.added, 'place')} ({built.left_out:,} left out)")
    if built.wrong:
        typer.echo(f"lost    {counted(built.wrong, 'line')} that are no rows of a GeoNames dump")
    typer.echo(f"\nNext: whence read reports/ --into account.db --gazetteer {into}")
