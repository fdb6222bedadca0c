"""Progress of a long read: one bar per stage with rate and time left, on standard error, never when piped."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

LABEL = {
    "analyse": "reading and analysing",
    "link": "linking across reports",
    "assess": "counting origins",
    "gazetteer": "reading places",
}


class Watched:
    """A context that shows progress where someone can see it."""

    def __init__(self, *, quiet: bool) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description:<24}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=console,
            disable=quiet or not console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def advance(self, stage: str, done: int, total: int, words: int) -> None:
        """``done`` of ``total`` documents have passed ``stage``, with ``words`` words so far."""
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(LABEL[stage], total=total or None, rate="")
        task = self._progress.tasks[self._progress.task_ids.index(self._tasks[stage])]
        elapsed = task.elapsed or 0
        rate = f"{words / elapsed:,.0f} words/s" if words and elapsed else ""
        self._progress.update(self._tasks[stage], completed=done, total=total or None, rate=rate)
