"""One command in a fresh process: wall and CPU seconds, and peak memory of it and its workers."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

POLL = 0.2
"""Seconds between two looks at the memory; one look takes about 2 ms per process."""
MIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took. CPU is that of the process and all it started."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, user and system."""
    largest: float
    """MiB: peak resident memory of the largest process, as the kernel counts it."""
    together: float | None
    """MiB: peak proportional memory (shared pages counted once) of the process and its workers, seen every
    :data:`POLL` seconds; ``None`` where there is no ``/proc``."""


class CommandError(RuntimeError):
    """A measured command failed; the message holds what it printed."""


def run(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run ``command`` in a session of its own, with its output kept for the error message alone.

    Raises:
        CommandError: its exit status is not 0.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    ended = threading.Event()
    peak: list[float] = []
    watcher = threading.Thread(target=_watch, args=(process.pid, ended, peak), daemon=True)
    watcher.start()
    assert process.stdout is not None
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    ended.set()
    watcher.join()
    if process.returncode:
        raise CommandError(f"{' '.join(command)} left with {process.returncode}:\n{printed}")
    return Cost(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        largest=usage.ru_maxrss / MIB,
        together=max(peak, default=None),
    )


def _watch(session: int, ended: threading.Event, peak: list[float]) -> None:
    while not ended.wait(POLL):
        total = sum(_proportional(pid) for pid in _members(session))
        if total:
            peak.append(total / MIB)


def _members(session: int) -> Iterator[Path]:
    """Processes of a session, as folders of ``/proc``."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            after_name = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it ended between the listing and the look
            continue
        if int(after_name[3]) == session:
            yield folder


def _proportional(process: Path) -> int:
    """KiB of ``Pss``; 0 for a process that has just ended."""
    try:
        lines = (process / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
