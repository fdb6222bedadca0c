"""Run a function over items in this process or in several, with results in the order of the items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerError(RuntimeError):
    """A process of the pool died: killed for memory, or started from an unguarded script."""


CHUNK = 4
"""Items in flight per worker: enough to keep it busy, few enough that memory stays flat on long inputs."""


def ordered_map(
    function: Callable[[Item], Result], items: Iterable[Item], *, workers: int = 1
) -> Iterator[Result]:
    """``function`` of each item, in order. With more than one worker, processes are started afresh (no
    forked state) and items are submitted a few at a time, so an endless iterable is fine."""
    if workers <= 1:
        yield from map(function, items)
        return
    source = iter(items)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        pending = [pool.submit(function, item) for item in islice(source, workers * CHUNK)]
        while pending:
            try:
                result = pending.pop(0).result()
            except BrokenProcessPool as error:
                raise WorkerError(
                    "A worker process ended before it was done. In a script of your own, call whence under "
                    "`if __name__ == '__main__':`. If memory ran out, use fewer workers. What was done "
                    "before is kept: give the command again to go on."
                ) from error
            yield result
            pending.extend(pool.submit(function, item) for item in islice(source, 1))
