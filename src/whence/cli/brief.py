"""``whence brief``: what is new, revised, newly denied and due since a day or hour."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from whence.cli.output import fail, opened, print_json

FORMATS = ("md", "docx", "html")
_WRITERS = {"md": "markdown", "docx": "docx", "html": "html"}


def _moment(value: str | None) -> str | None:
    """An ISO 8601 date or date-time; anything else is a usage error."""
    from whence.brief import MomentError, moment

    try:
        return None if value is None else moment(value).text
    except MomentError as error:
        raise typer.BadParameter(str(error)) from error


def brief(
    account: Annotated[str, typer.Argument(help="The account, as syria.db.")],
    since: Annotated[
        str,
        typer.Option("--since", callback=_moment, help="Where it begins: 2015-09-30 or 2015-09-30T06:00."),
    ],
    until: Annotated[
        str | None,
        typer.Option(
            "--until", callback=_moment, help="Its last day; that of the latest publication if not given."
        ),
    ] = None,
    area: Annotated[str | None, typer.Option("--area", help="Name, id or country of the place.")] = None,
    actor: Annotated[str | None, typer.Option(help="Name, id or country of an actor or recipient.")] = None,
    event_type: Annotated[str | None, typer.Option("--type", help="PLOVER type or mode, as ASSAULT.")] = None,
    saved: Annotated[
        str | None, typer.Option("--saved", help="A filter kept by whence find --save; the others narrow it.")
    ] = None,
    to: Annotated[str, typer.Option("--to", help=f"One of {', '.join(FORMATS)}.")] = "md",
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="The file to write; else it is printed.")
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many lines of a section to show.")] = 25,
    as_json: Annotated[bool, typer.Option("--json", help="Print what was gathered as JSON.")] = False,
) -> None:
    """Say what reports since a day or hour tell that was not told before, every line with its passages.

    Example: whence brief syria.db --since 2015-09-30T06:00 --area Aleppo --to docx -o morning.docx
    """
    from whence.brief import gather, moment
    from whence.store import Query, StoreError
    from whence.store.query import narrowed

    if to not in FORMATS:
        raise typer.BadParameter(f"--to is one of {', '.join(FORMATS)}, not {to!r}")
    if to == "docx" and out is None and not as_json:
        raise typer.BadParameter("a Word document is not printed: name a file with -o")
    query = Query(place=area, actor=actor, type=event_type)
    with opened(account) as store:
        try:
            if saved is not None:
                query = narrowed(query, store.filters.get(saved))
        except StoreError as error:
            fail(str(error))
        found = gather(store, moment(since), until=moment(until) if until else None, query=query, most=most)
    if as_json:
        print_json(found)
        return
    try:
        written = import_module(f"whence.brief.{_WRITERS[to]}").write(found)
    except ImportError as error:
        fail(str(error))
    _put(written if isinstance(written, bytes) else written.encode("utf-8"), out)


def _put(content: bytes, out: Path | None) -> None:
    from whence.export.folder import replacing

    if out is None:
        sys.stdout.write(content.decode("utf-8"))
        return
    try:
        with replacing(out) as partial:
            partial.write_bytes(content)
    except OSError as error:
        fail(f"{out}: {error.strerror}. Name a file in a folder that can be written.")
    typer.echo(f"Written: {out}", err=True)
