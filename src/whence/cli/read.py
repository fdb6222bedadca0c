"""``whence read``: reports into an account."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.output import counted, fail, print_json

if TYPE_CHECKING:
    from whence.pipeline import Summary


def read(
    inputs: Annotated[
        list[str], typer.Argument(help="Files and folders: .txt .md .html .csv .tsv .jsonl .json")
    ],
    into: Annotated[str, typer.Option("--into", help="The account to read into; made if there is none.")],
    published: Annotated[
        str | None,
        typer.Option("--published", help="Date of reports that give none themselves, as 2015-10-01."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", help="Outlet of reports that give none themselves.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", help="field=column of a table, as text=maintext; may be repeated."),
    ] = None,
    codes: Annotated[
        str | None, typer.Option("--codes", help="Your own codebook (a .tsv): its codes beside ours.")
    ] = None,
    actors: Annotated[
        str | None, typer.Option("--actors", help="Your own actors (a .tsv): they go before ours.")
    ] = None,
    gazetteer: Annotated[
        str | None, typer.Option("--gazetteer", help="Your own gazetteer, made by whence gazetteer build.")
    ] = None,
    workers: Annotated[int, typer.Option("--workers", min=0, help="Processes; 0 is one per core.")] = 1,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 3 if anything was lost.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read reports into an account; reports that are there already are skipped.

    Example: whence read reports/ --into syria.db --published 2015-10-01
    """
    from whence.cli.own import own_at
    from whence.cli.progress import Watched
    from whence.pipeline import read_into
    from whence.read import InputError, notes
    from whence.run.local import WorkerError
    from whence.store import Store, StoreError

    columns, own = _columns(column or []), own_at(codes, actors, gazetteer)
    try:
        for note in notes(inputs, published=published):
            typer.echo(f"whence: {note}", err=True)
        with Store.open(into, create=True) as store, Watched(quiet=as_json) as watched:
            summary = read_into(
                store,
                inputs,
                published=published,
                outlet=outlet,
                columns=columns,
                workers=workers or os.cpu_count() or 1,
                own=own,
                progress=watched.advance,
            )
    except (InputError, StoreError, WorkerError) as error:
        fail(str(error))
    if as_json:
        print_json(summary.as_dict())
    else:
        _print_summary(summary, into)
    if strict and summary.losses:
        raise typer.Exit(3)


def _columns(pairs: list[str]) -> dict[str, str] | None:
    if not pairs:
        return None
    split = [pair.partition("=") for pair in pairs]
    for pair, (field, _, name) in zip(pairs, split, strict=True):
        if not (field and name):
            raise typer.BadParameter(f"{pair!r} is not field=column, as text=maintext")
    return {field: name for field, _, name in split}


def _print_summary(summary: Summary, into: str) -> None:
    typer.echo(
        f"read    {counted(summary.read, 'report')}, {counted(summary.words, 'word')} "
        f"({summary.known:,} {'was' if summary.known == 1 else 'were'} there already)"
    )
    print_found(summary)
    if summary.losses:
        reasons: dict[str, int] = {}
        for loss in summary.losses:
            reasons[loss.reason] = reasons.get(loss.reason, 0) + 1
        lost = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
        typer.echo(f"lost    {len(summary.losses)} ({lost}): whence check {into}")
    else:
        typer.echo("lost    nothing")
    if sys.stdout.isatty():
        typer.echo(f"\nNext: whence show {into}")


def print_found(summary: Summary) -> None:
    """What the account holds after a run."""
    counts = summary.counts
    stories = "1 story" if counts["stories"] == 1 else f"{counts['stories']:,} stories"
    mentions = counts["event_mentions"]
    told = "once" if mentions == 1 else f"{mentions:,} times"
    typer.echo(
        f"found   {counted(counts['events'], 'event')} in {stories}, told {told}; "
        f"{counted(counts['relations'], 'tie')}"
    )
    typer.echo(
        f"sourced {counted(counts['attributions'], 'attribution')}, {counted(counts['origins'], 'origin')}"
    )
    typer.echo(f"watch   {counted(counts['conflicts'], 'place')} where accounts differ")
