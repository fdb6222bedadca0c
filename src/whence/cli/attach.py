"""``whence attach``: the reports' text put back into an export without it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whence.cli.output import counted, fail, print_json


def attach(
    folder: Annotated[Path, typer.Argument(help="What whence export --to jsonl --no-text wrote, as out/.")],
    inputs: Annotated[list[str], typer.Argument(help="The reports: files and folders, as for whence read.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,
) -> None:
    """Put the text back into documents.jsonl where a report has the same SHA-256; list what was not found.

    Example: whence attach out/ reports/
    """
    from whence.export import ExportError
    from whence.export.attach import attach as attach_texts
    from whence.read import InputError

    try:
        done = attach_texts(folder, inputs)
    except (ExportError, InputError) as error:
        fail(str(error))
    if as_json:
        print_json(done)
        return
    typer.echo(f"{counted(len(done.filled), 'text')} attached, {len(done.there):,} there before")
    if done.missing:
        typer.echo(f"{counted(len(done.missing), 'text')} not found:")
    for document_id, title in done.missing:
        typer.echo(f"  {document_id}  {' '.join(title.split())}")
