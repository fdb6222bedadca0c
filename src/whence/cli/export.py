"""``whence export``: the account in another format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.output import counted, fail, opened, print_json

if TYPE_CHECKING:
    from whence.export.view import View

FORMATS = (
    "jsonl", "csv", "parquet", "xlsx", "polecat", "icews-like", "acled-like", "ftm", "jsonld", "prov",
    "geojson", "html",
)  # fmt: skip


def export(
    account: Annotated[str, typer.Argument(help="The account, as syria.db.")],
    to: Annotated[str, typer.Option("--to", help=f"One of {', '.join(FORMATS)}.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write into.")],
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the articles' text out.")] = False,
    quote_limit: Annotated[
        int | None,
        typer.Option("--quote-limit", help="With --no-text: characters of text in a row; 200 if not given."),
    ] = None,
    with_tokens: Annotated[bool, typer.Option("--with-tokens", help="Write the tokens table too.")] = False,
    include: Annotated[
        str | None,
        typer.Option(
            "--include",
            help="planned, hypothetical, denied: of formats that cannot tell them from what is reported as"
            " happened, write these to a second file. Separate several by commas.",
        ),
    ] = None,
    redact: Annotated[
        list[str] | None,
        typer.Option("--redact", help="Blot a name and its aliases out everywhere. Can be repeated."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the files written as JSON.")] = False,
) -> None:
    """Write an account out in a format, with a manifest of what it holds and leaves out.

    Example: whence export syria.db --to jsonl -o out/
    """
    from whence.export import ExportError
    from whence.export.writing import write

    if to not in FORMATS:
        raise typer.BadParameter(f"--to is one of {', '.join(FORMATS)}, not {to!r}")
    states = [state.strip() for state in include.split(",")] if include else []
    with opened(account) as store:
        try:
            view, written = write(
                store,
                out,
                to=to,
                no_text=no_text,
                with_tokens=with_tokens,
                quote_limit=quote_limit,
                include=states,
                redact=redact or (),
            )
        except ExportError as error:
            fail(str(error))
    if as_json:
        print_json([str(path) for path in written])
    else:
        typer.echo(f"{counted(len(written), 'file')} in {out}")
        _print_left(view)


def _print_left(view: View) -> None:
    """What the format has no room for, as the manifest says it."""
    if view.left_out:
        told = ", ".join(f"{count:,} {reason}" for reason, count in sorted(view.left_out.items()))
        typer.echo(f"left out: {told}")
    if view.left_empty:
        told = ", ".join(f"{count:,} {reason}" for reason, count in sorted(view.left_empty.items()))
        typer.echo(f"left empty: {told}")
    if view.redaction is not None:
        typer.echo(f"redacted: {counted(view.redaction.occurrences, 'occurrence')} in titles and texts")
