"""``whence check``: what was lost, and what changed since the last run."""

from __future__ import annotations

from typing import Annotated

import typer

from whence.cli.output import counted, opened, print_json, render


def check(
    account: Annotated[str, typer.Argument(help="The account, as syria.db.")],
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 3 if anything was lost.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """List what could not be read or understood, and what the last run changed.

    Example: whence check syria.db
    """
    from rich.console import Group, RenderableType
    from rich.text import Text

    from whence.review import lost as lost_judgements
    from whence.show import wording
    from whence.show.card import one_line

    with opened(account) as store:
        losses = list(store.table("losses"))
        runs = sorted(store.table("runs"), key=lambda run: (run.started, run.run_id))
        changes = list(store.table("changes", run_id=runs[-1].run_id)) if runs else []
        unanchored = lost_judgements(store)
        languages: dict[str, int] = {}
        for document in store.table("documents"):
            languages[document.language] = languages.get(document.language, 0) + 1
    if as_json:
        print_json(
            {
                "losses": losses,
                "changes": changes,
                "runs": runs,
                "languages": languages,
                "lost_judgements": unanchored,
            }
        )
    else:
        total = sum(languages.values())
        parts: list[RenderableType] = [Text(f"{counted(total, 'document')}, {counted(len(runs), 'run')}")]
        unread = total - languages.get("en", 0)
        if unread:
            parts.append(
                Text(f"{unread} of {total} ({unread / total:.0%}) not in English: stored, not analysed")
            )
        lost = f"{len(losses)} {'loss' if len(losses) == 1 else 'losses'}" if losses else "Nothing was lost."
        parts.append(Text(f"\n{lost}", style="bold"))
        parts += [
            Text.assemble(
                (f"  {loss.reason:<10} ", "bold"), f"{loss.path or loss.document_id}: {loss.detail}"
            )
            for loss in losses
        ]
        if unanchored:
            parts.append(Text("\nDecided on what is no longer there", style="bold"))
            parts += [Text(f"  {one_line(wording.judgement(judgement))}") for judgement in unanchored]
        kinds: dict[str, int] = {}
        for change in changes:
            kinds[f"{change.kind} {change.table}"] = kinds.get(f"{change.kind} {change.table}", 0) + 1
        if kinds:
            parts.append(Text("\nThe last run", style="bold"))
            parts += [Text(f"  {count} {kind}") for kind, count in sorted(kinds.items())]
        render(Group(*parts))
    if strict and losses:
        raise typer.Exit(3)
