"""``whence review``: what a person decides, kept and applied again on every run."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.output import counted, fail, opened, print_json, render

if TYPE_CHECKING:
    from rich.text import Text

    from whence.store import Store


class Verdict(StrEnum):
    same = "same"
    different = "different"
    unsure = "unsure"


def review(
    account: Annotated[str, typer.Argument(help="The account, as syria.db.")],
    verdict: Annotated[
        Verdict | None, typer.Argument(help="What the ids are; without it what is open.")
    ] = None,
    ids: Annotated[
        list[str] | None,
        typer.Argument(help="Beginnings of ids of actors or events, or of their mentions to part them."),
    ] = None,
    who: Annotated[
        str | None, typer.Option("--who", help="Who decides; your user name if not given.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="Why.")] = None,
    read: Annotated[str | None, typer.Option("--from", help="Judgements to add, as --to wrote them.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="Write all judgements to a .jsonl file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Say that actors or events are the same, different, or not decided; list what is open.

    Example: whence review syria.db same a-71da a-03cc
    """
    from pathlib import Path

    from whence.review import apply, judge, lost, questions
    from whence.store import StoreError, read_judgements, written_judgements

    with opened(account) as store:
        try:
            if read is not None:
                lines = Path(read).read_text(encoding="utf-8").splitlines()
                store.add_judgements(read_judgements(lines))
            if verdict is not None:
                judge(store, verdict.value, ids or (), who=who or getpass.getuser(), note=note)
            if to is not None:
                lines = list(written_judgements(store.table("judgements")))
                Path(to).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            fail(f"{read or to}: {getattr(error, 'strerror', None) or 'not UTF-8'}.")
        except StoreError as error:
            fail(str(error))
        if verdict is not None or read is not None:
            apply(store)
        decided, gone, asked = store.count("judgements"), lost(store), questions(store)
        if as_json:
            print_json({"judgements": decided, "lost": gone, "questions": [[a, b] for a, b in asked]})
            return
        render(_page(store, decided, len(gone), [(a.actor_id, a.name, b.actor_id, b.name) for a, b in asked]))


def _page(store: Store, decided: int, gone: int, asked: list[tuple[str, str, str, str]]) -> Text:
    from rich.text import Text

    from whence.show.terminal import one_line

    page = Text(f"{counted(decided, 'judgement')}")
    if gone:
        page.append(f", {gone} of a text or reading that is no longer there", "bold")
    if not asked:
        return page.append("\nNothing is open.")
    page.append(f"\n{counted(len(asked), 'pair')} that may be one actor:")
    for one, name, other, also in asked:
        page.append(f"\n  {one_line(name)}  ")
        page.append(one, "cyan")
        page.append(f"   {one_line(also)}  ")
        page.append(other, "cyan")
    page.append(f"\n\nDecide: whence review {store.path} same {asked[0][0]} {asked[0][2]}", "dim")
    return page
