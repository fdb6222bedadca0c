"""``whence show``: stories and events; an event card with its source ladder."""

from __future__ import annotations

from typing import Annotated

import typer

from whence.cli.output import fail, opened, print_json, render

_PAGED = ("events", "stories", "actors", "documents")


def show(
    account: Annotated[str, typer.Argument(help="The account, as syria.db.")],
    item: Annotated[
        str | None, typer.Argument(help="The beginning of an id of an event, story, actor or document.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Say what each value was decided by.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Show what an account holds: its stories and events, or one of them.

    Example: whence show syria.db e-9k2 --why
    """
    from whence.show import profiles, terminal
    from whence.show.card import event_card
    from whence.store import StoreError

    with opened(account) as store:
        if item is None:
            if as_json:
                print_json({"stories": list(store.table("stories")), "events": list(store.table("events"))})
            else:
                render(terminal.overview(store))
            return
        try:
            table, key = store.resolve(item, *_PAGED)
        except StoreError as error:
            fail(f"{error} Ids are shown by: whence show {account}")
        if as_json and table == "events":
            print_json(event_card(store, key))
        elif as_json:
            print_json(next(iter(store.table(table, **{f"{_singular(table)}_id": key}))))
        elif table == "events":
            render(terminal.event_page(store, key, why=why))
        elif table == "stories":
            render(terminal.story_page(store, key))
        elif table == "actors":
            render(profiles.actor_page(store, key))
        else:
            render(profiles.document_page(store, key))


def _singular(table: str) -> str:
    return "story" if table == "stories" else table.removesuffix("s")
