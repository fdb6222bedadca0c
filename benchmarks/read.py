"""``python -m benchmarks.read``: the real command on real news, in fresh processes.

Prints documents and words per second with one and two workers, peak memory, how much of a run is per
document and how much across documents, and the start-up time. With ``--against REV`` both are run in turn,
so that what else the machine does falls on both, and ratios are printed (above 1: this checkout needs
more).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpus import ROOT, Corpus, corpus
from benchmarks.process import Cost, run
from benchmarks.revision import Revision, here, unpacked

STARTS = 5
"""Start-ups measured; the least of them is the least disturbed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One account read from nothing, and the same inputs read into it again."""

    first: Cost
    again: Cost
    """Nothing is new, so all that is left is cleaning, loading, linking, assessing and storing."""


def read(revision: Revision, texts: Corpus, workers: int) -> Reading:
    with tempfile.TemporaryDirectory(prefix="whence-bench-") as folder:
        account = Path(folder) / "account.db"
        command = revision.command("read", texts.path, "--into", account, "--workers", str(workers))
        return Reading(first=run(command, revision.environment), again=run(command, revision.environment))


def starts(revision: Revision) -> list[Cost]:
    return [run(revision.command("--version"), revision.environment) for _ in range(STARTS)]


def wheel_size() -> int:
    """Bytes of the wheel that ``python -m build`` makes of this checkout."""
    with tempfile.TemporaryDirectory(prefix="whence-wheel-") as folder:
        command = [sys.executable, "-m", "build", "--wheel", "--outdir", folder, str(ROOT)]
        subprocess.run(command, check=True, capture_output=True)
        (wheel,) = Path(folder).glob("*.whl")
        return wheel.stat().st_size


def report(workers: int, texts: Corpus, readings: Sequence[Reading]) -> str:
    """Medians over the rounds."""

    def line(name: str, seconds: float) -> str:
        speed = f"{texts.documents / seconds:6.1f} documents/s {texts.words / seconds:8.0f} words/s"
        return f"  {name:<6}{seconds:8.1f} s  {speed}"

    wall, cpu = middle(readings, lambda r: r.first.wall), middle(readings, lambda r: r.first.cpu)
    again, again_cpu = middle(readings, lambda r: r.again.wall), middle(readings, lambda r: r.again.cpu)
    memory = f"{max(r.first.largest for r in readings):.0f} MiB in the largest process"
    together = [r.first.together for r in readings if r.first.together is not None]
    if together:
        memory += f", {max(together):.0f} MiB together"
    return "\n".join(
        (
            f"{workers} {'worker' if workers == 1 else 'workers'}",
            line("wall", wall),
            line("CPU", cpu),
            f"  per document      {wall - again:6.1f} s wall {cpu - again_cpu:6.1f} s CPU",
            f"  across documents  {again:6.1f} s wall {again_cpu:6.1f} s CPU (reading again, nothing new)",
            f"  memory  {memory}",
        )
    )


def middle(readings: Sequence[Reading], part: Callable[[Reading], float]) -> float:
    return median(part(reading) for reading in readings)


def compared(name: str, mine: Sequence[Reading], theirs: Sequence[Reading]) -> str:
    """Ratios of medians, this checkout to ``name``."""

    def ratio(part: Callable[[Reading], float]) -> str:
        return f"×{middle(mine, part) / middle(theirs, part):.2f}"

    return (
        f"  to {name}: wall {ratio(lambda r: r.first.wall)}, CPU {ratio(lambda r: r.first.cpu)}, "
        f"across documents {ratio(lambda r: r.again.cpu)} CPU, memory {ratio(lambda r: r.first.largest)}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.read", description=__doc__)
    parser.add_argument("--documents", type=int, default=60, metavar="N", help="reports to read")
    parser.add_argument("--corpus", type=Path, metavar="CSV", help="instead of Wikinews")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], metavar="N")
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help="medians of N runs")
    parser.add_argument("--against", metavar="REV", help="a git revision to compare with")
    parser.add_argument("--wheel", action="store_true", help="build the wheel and print its size")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="whence-corpus-") as folder:
        texts = corpus(Path(folder), documents=given.documents, source=given.corpus)
        revisions = [here()]
        if given.against:
            revisions.append(unpacked(given.against, Path(folder) / "against"))
        print(f"{texts.name}: {texts.documents} documents, {texts.words} words")
        for revision in revisions:
            times = starts(revision)
            walls, least = [cost.wall for cost in times], min(cost.cpu for cost in times)
            print(
                f"start-up of {revision.name}: {min(walls):.2f} s at least, {median(walls):.2f} s in the "
                f"median ({least:.2f} s CPU)"
            )
        for workers in given.workers:
            readings: list[list[Reading]] = [[] for _ in revisions]
            for _ in range(given.rounds):
                for revision, found in zip(revisions, readings, strict=True):
                    found.append(read(revision, texts, workers))
            print(report(workers, texts, readings[0]))
            if given.against:
                print(compared(given.against, readings[0], readings[1]))
    if given.wheel:
        print(f"wheel: {wheel_size() / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
