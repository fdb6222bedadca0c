"""``whence find``: tellings by words and by what was read in them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from whence.cli.output import opened, print_json, render
from whence.records import Naming

_FIRST = "0001-01-01"


def _day(value: str | None) -> str | None:
    """A day, month or year as ISO 8601; anything else is a usage error, as it would match at random."""
    if value is None:
        return None
    whole = value + _FIRST[len(value) :]
    try:
        known = date.fromisoformat(whole).isoformat() == whole and len(value) in (4, 7, 10)
    except ValueError:
        known = False
    if not known:
        raise typer.BadParameter(f"{value!r} is not a date: write it as 2015-09-30, 2015-09 or 2015")
    return value


def find(
    account: Annotated[str, typer.Argument(help="The account, as syria.db.")],
    text: Annotated[
        str | None, typer.Argument(help='Words that must all occur; "a phrase" in quotes.')
    ] = None,
    actor: Annotated[str | None, typer.Option(help="Name, id or country of an actor or recipient.")] = None,
    place: Annotated[str | None, typer.Option(help="Name, id or country of the place.")] = None,
    event_type: Annotated[str | None, typer.Option("--type", help="PLOVER type or mode, as ASSAULT.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet of the report.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", callback=_day, help="First day, as 2015-09-30.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", callback=_day, help="Last day.")] = None,
    source: Annotated[str | None, typer.Option(help="Part of the name of anyone on the chain.")] = None,
    naming: Annotated[Naming | None, typer.Option(help="Class of the source.")] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many to show.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """Find tellings of events, and reports in which the words stand elsewhere.

    Example: whence find syria.db "market shelling" --actor Russia --from 2015-09-30
    """
    from itertools import islice

    from rich.console import Group
    from rich.text import Text

    from whence.show.card import one_line
    from whence.store.filters import Query
    from whence.store.search import find as search

    query = Query(
        text=text, actor=actor, place=place, type=event_type, outlet=outlet, from_=start, to=end,
        source=source, naming=naming,
    )  # fmt: skip
    with opened(account) as store, store.reading() as connection:
        hits = list(islice(search(connection, query), most + 1))
    if as_json:
        print_json(hits[:most])
        return
    lines = []
    for hit in hits[:most]:
        told = hit.event_mention
        where = hit.document.path or hit.document.document_id
        if told:
            where = f"{where}:{told.trigger.start}-{told.trigger.end}  {told.type}  {told.event_id}"
        else:
            where = f"{where}  {hit.document.document_id}"
        lines.append(Text.assemble((where, "cyan"), f"\n  {one_line(hit.snippet)}"))
    if not lines:
        lines = [Text("Nothing found. Fewer words or conditions may find more.")]
    if len(hits) > most:
        lines.append(Text(f"More than {most} found: give --most, or narrow it."))
    render(Group(*lines))
