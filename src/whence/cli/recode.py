"""``whence recode``: an account coded again, with other codes, actors or places of your own, or with none."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from whence.cli.output import counted, fail, print_json


def recode(
    account: Annotated[str, typer.Argument(help="An account made by whence read.")],
    codes: Annotated[
        str | None, typer.Option("--codes", help="Your own codebook (a .tsv); without it your codes go.")
    ] = None,
    actors: Annotated[
        str | None, typer.Option("--actors", help="Your own actors (a .tsv); without it they go.")
    ] = None,
    gazetteer: Annotated[
        str | None, typer.Option("--gazetteer", help="Your own gazetteer; without it the package's is used.")
    ] = None,
    workers: Annotated[int, typer.Option("--workers", min=0, help="Processes; 0 is one per core.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Code an account again from the parses it keeps; the reports are not needed and ids stay as they are.

    Example: whence recode syria.db --codes my.tsv
    """
    from whence.cli.own import own_at
    from whence.cli.progress import Watched
    from whence.cli.read import print_found
    from whence.recoding import recode as recode_account
    from whence.run.local import WorkerError
    from whence.store import Store, StoreError

    own = own_at(codes, actors, gazetteer)
    try:
        with Store.open(account) as store, Watched(quiet=as_json) as watched:
            summary = recode_account(
                store,
                own=own,
                workers=workers or os.cpu_count() or 1,
                progress=watched.advance,
            )
    except (StoreError, WorkerError) as error:
        fail(str(error))
    if as_json:
        print_json(summary.as_dict())
    else:
        typer.echo(f"coded   {counted(summary.read, 'report')} again, {counted(summary.words, 'word')}")
        print_found(summary)
