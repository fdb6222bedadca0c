"""``whence review``: what a person decides, kept and applied again on every run."""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whence.cli.output import counted, fail, opened, print_json, render

if TYPE_CHECKING:
    from rich.text import Text

    from whence.records import Actor, Judgement
    from whence.store import Store

SHOWN = 20
"""Judgements told of one by one; a workbook can hold hundreds."""


class Verdict(StrEnum):
    same = "same"
    different = "different"
    right = "right"
    wrong = "wrong"
    corrected = "corrected"
    added = "added"
    unsure = "unsure"


def review(
    account: Annotated[str, typer.Argument(help="The account, as syria.db.")],
    verdict: Annotated[
        Verdict | None,
        typer.Argument(
            help="same, different: of actors, events, or documents (one reprints the other). right, wrong,"
            " corrected, added: of a telling, an attribution or a stance, or one field of it. unsure takes"
            " either back. Without it what is open is listed."
        ),
    ] = None,
    ids: Annotated[list[str] | None, typer.Argument(help="Ids, or their beginnings.")] = None,
    field: Annotated[
        str | None, typer.Option("--field", help="The field that is judged; the whole if not given.")
    ] = None,
    value: Annotated[str | None, typer.Option("--value", help="What it is.")] = None,
    span: Annotated[
        str | None, typer.Option("--span", help="The words where it stands in the text, or START-END.")
    ] = None,
    who: Annotated[
        str | None, typer.Option("--who", help="Who decides; your user name if not given.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", help="Why.")] = None,
    read: Annotated[
        Path | None,
        typer.Option("--from", help="Judgements to add, as --to wrote them, or an edited workbook (.xlsx)."),
    ] = None,
    to: Annotated[Path | None, typer.Option("--to", help="Write all judgements to a .jsonl file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Say what is the same, what is wrong and what is right instead; list what is open.

    Example: whence review syria.db corrected n-4a1 --field actor --value "Syrian army"
    """
    from whence.review import apply, lost, questions
    from whence.store import StoreError

    name = who or getpass.getuser()
    taken: list[Judgement] = []
    with opened(account) as store:
        try:
            if read is not None:
                taken += _read(store, read, who=name, note=note)
            if verdict is not None:
                taken += _decide(
                    store, verdict, ids or (), field=field, value=value, span=span, who=name, note=note
                )
            if to is not None:
                _write(store, to)
        except StoreError as error:
            fail(str(error))
        if taken:
            apply(store)
        decided, gone, asked = store.count("judgements"), lost(store), questions(store)
        if as_json:
            print_json(
                {"judgements": decided, "taken": taken, "lost": gone, "questions": [[*a] for a in asked]}
            )
            return
        render(_page(store, decided, taken, len(gone), asked, read=read))


def _decide(
    store: Store,
    verdict: Verdict,
    ids: Sequence[str],
    *,
    field: str | None,
    value: str | None,
    span: str | None,
    who: str,
    note: str | None,
) -> list[Judgement]:
    """``unsure`` is on a pair where two ids and no field are given."""
    from whence.correction import decide
    from whence.review import judge

    said: Any = verdict.value
    of_pair = verdict == Verdict.unsure and len(ids) > 1 and field is None
    if verdict in (Verdict.same, Verdict.different) or of_pair:
        return [judge(store, said, ids, who=who, note=note)]
    return decide(store, said, ids, field=field, value=value, span=span, who=who, note=note)


def _read(store: Store, path: Path, *, who: str, note: str | None) -> list[Judgement]:
    """The judgements of a file that the account does not hold, added to it."""
    from whence.store import read_judgements

    if path.suffix.lower() == ".xlsx":
        from whence.workbook import read_workbook

        return read_workbook(store, path, who=who, note=note)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}.")
    held = set(store.table("judgements"))
    found = [judgement for judgement in read_judgements(lines) if judgement not in held]
    store.add_judgements(found)
    return found


def _write(store: Store, path: Path) -> None:
    from whence.store import written_judgements

    try:
        lines = (f"{line}\n" for line in written_judgements(store.table("judgements")))
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        fail(f"{path}: {error.strerror}.")


def _page(
    store: Store,
    decided: int,
    taken: Sequence[Judgement],
    gone: int,
    asked: Sequence[tuple[Actor, Actor]],
    *,
    read: Path | None,
) -> Text:
    from rich.text import Text

    from whence.show.card import one_line
    from whence.show.wording import judgement as worded

    page = Text()
    kinds = Counter(judgement.verdict for judgement in taken)
    if kinds:
        page.append(", ".join(f"{count} {verdict}" for verdict, count in sorted(kinds.items())), "bold")
        page.append("\n")
    elif read is not None:
        page.append(f"{read} holds nothing new.\n")
    for said in list(dict.fromkeys(map(worded, taken)))[:SHOWN]:
        page.append(f"  {one_line(said)}\n")
    page.append(counted(decided, "judgement"))
    if gone:
        page.append(f", {gone} of a text or reading that is no longer there: whence check", "bold")
    if not asked:
        return page.append("\nNothing is open.")
    page.append(f"\n{counted(len(asked), 'pair')} that may be one actor:")
    for one, other in asked:
        page.append(f"\n  {one_line(one.name)}  ")
        page.append(one.actor_id, "cyan")
        page.append(f"   {one_line(other.name)}  ")
        page.append(other.actor_id, "cyan")
    page.append(
        f"\n\nDecide: whence review {store.path} same {asked[0][0].actor_id} {asked[0][1].actor_id}", "dim"
    )
    return page
