"""``whence find``: tellings by words and by what was read in them, and filters kept under a name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.output import fail, opened, print_json, render
from whence.records import Naming

if TYPE_CHECKING:
    from rich.console import RenderableType

    from whence.store import Hit, Store

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
    saved: Annotated[
        str | None, typer.Option("--saved", help="A filter kept before; what else is given narrows it.")
    ] = None,
    save: Annotated[str | None, typer.Option("--save", help="Keep the conditions under this name.")] = None,
    forget: Annotated[str | None, typer.Option("--forget", help="Remove the filter of this name.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the filters that are kept.")] = False,
    most: Annotated[int, typer.Option("--most", min=1, help="How many to show.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """Find tellings of events, and reports in which the words stand elsewhere.

    Example: whence find syria.db "market shelling" --actor Russia --from 2015-09-30 --save shelling
    """
    from itertools import islice

    from whence.store import Query, StoreError
    from whence.store.query import narrowed
    from whence.store.search import find as search

    query = Query(
        text=text, actor=actor, place=place, type=event_type, outlet=outlet, from_=start, to=end,
        source=source, naming=naming,
    )  # fmt: skip
    with opened(account) as store:
        try:
            if forget is not None:
                store.filters.forget(forget)
                typer.echo(f"Forgotten: {forget}", err=True)
            if saved is not None:
                query = narrowed(query, store.filters.get(saved))
            if save is not None:
                store.filters.keep(save, query)
                typer.echo(f"Kept: whence find {account} --saved {save}", err=True)
        except StoreError as error:
            fail(str(error))
        if listed or forget is not None:
            _list(store, as_json=as_json)
            return
        with store.reading() as connection:
            hits = list(islice(search(connection, query), most + 1))
    if as_json:
        print_json(hits[:most])
    else:
        render(_page(hits, most))


def _list(store: Store, *, as_json: bool) -> None:
    """The filters of an account, each with what it asks for."""
    from rich.text import Text

    from whence.show.card import one_line
    from whence.show.wording import asked

    filters = store.filters.all()
    if as_json:
        print_json(filters)
        return
    page = Text("" if filters else "No filter is kept yet: whence find ACCOUNT … --save NAME")
    for number, (name, query) in enumerate(filters.items()):
        page.append("\n" if number else "")
        page.append(one_line(name), "bold")
        page.append(f"  {one_line(asked(query))}")
    render(page)


def _page(hits: list[Hit], most: int) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from whence.show.card import one_line

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
    return Group(*lines)
