"""``whence export``: the account in another format."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from whence.cli.output import counted, fail, opened, print_json

FORMATS = ("jsonl", "csv", "parquet", "xlsx")


def export(
    account: Annotated[str, typer.Argument(help="The account, as syria.db.")],
    to: Annotated[str, typer.Option("--to", help=f"One of {', '.join(FORMATS)}.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write into.")],
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the articles' text out.")] = False,
    with_tokens: Annotated[bool, typer.Option("--with-tokens", help="Write the tokens table too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the files written as JSON.")] = False,
) -> None:
    """Write an account out: one file per table, or one workbook.

    Example: whence export syria.db --to jsonl -o out/
    """
    from whence.export import ExportError

    if to not in FORMATS:
        raise typer.BadParameter(f"--to is one of {', '.join(FORMATS)}, not {to!r}")
    with opened(account) as store:
        try:
            written = import_module(f"whence.export.{to}").export(
                store, out, no_text=no_text, with_tokens=with_tokens
            )
        except ExportError as error:
            fail(str(error))
    if as_json:
        print_json([str(path) for path in written])
    else:
        typer.echo(f"{counted(len(written), 'file')} in {out}")
