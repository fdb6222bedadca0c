"""Run a function over items in this process or in several, with results in the order of the items; or run one
in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


Tell = Callable[..., None]
"""Called with how far something is."""


class WorkerError(RuntimeError):
    """A process of the pool died: killed for memory, or started from an unguarded script."""


ENDED = (
    "A worker process ended before it was done. In a script of your own, call whence under "
    "`if __name__ == '__main__':`. If memory ran out, use fewer workers. What was done before is kept: give "
    "the command again to go on."
)
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
                raise WorkerError(ENDED) from error
            yield result
            pending.extend(pool.submit(function, item) for item in islice(source, 1))


def apart(work: Callable[[Tell], None], tell: Tell) -> None:
    """``work`` in a process of its own, so that its memory is given back as a whole: small things that stay
    would keep much of it here. What it tells is told here. Raises what it raises, and :class:`WorkerError` if
    it dies."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_carried_out, args=(work, there))
    process.start()
    there.close()
    try:
        while (said := _received(here)) is not None:
            tell(*said)
    finally:
        process.terminate()
        process.join()


def _received(connection: Connection) -> tuple[Any, ...] | None:
    """What was told, ``None`` once all is done."""
    try:
        kind, said = connection.recv()
    except EOFError as error:
        raise WorkerError(ENDED) from error
    if kind == "raised":
        raise said
    return said if kind == "told" else None


def _carried_out(work: Callable[[Tell], None], connection: Connection) -> None:
    try:
        work(lambda *said: connection.send(("told", said)))
    except Exception as error:
        connection.send(("raised", error))
    else:
        connection.send(("done", None))
