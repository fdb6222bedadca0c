"""``python -m evals``: every eval in turn, one table; exit code 1 if a floor is missed or an eval fails.

What runs, what is read from its output and the floors of evals that check none themselves are in
``runs.yaml``. Evals whose data is absent are skipped.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

ROOT = Path(__file__).parents[1]
LIMIT = 600
"""Seconds after which an eval counts as failed."""

Status = Literal["ok", "below", "failed", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One row of ``runs.yaml``; ``numbers`` maps a label to ``find`` and ``floor``. ``exit_counts`` is false
    for an eval that exits with 1 until it is perfect: its floor is the number alone."""

    name: str
    needs: str
    arguments: list[str] = field(default_factory=list)
    numbers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    exit_counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    name: str
    status: Status
    notes: tuple[str, ...]
    seconds: float


def runs() -> list[Run]:
    path = Path(__file__).with_name("runs.yaml")
    return [Run(**row) for row in yaml.safe_load(path.read_text(encoding="utf-8"))]


def judged(run: Run, code: int, output: str, seconds: float) -> Outcome:
    """What an eval's exit code and output come to. A number that is not there is a failure: a floor that
    cannot be checked holds nothing."""
    if "skipped:" in output.casefold() and code == 0:
        return Outcome(name=run.name, status="skipped", notes=(output.strip(),), seconds=seconds)
    notes: list[str] = []
    below = failed = False
    for label, sought in run.numbers.items():
        found = re.search(sought["find"], output, re.MULTILINE)
        if found is None:
            failed = True
            notes.append(f"{label}: not in the output")
            continue
        short = sought["floor"] is not None and float(found[1]) < sought["floor"]
        below |= short
        floor = "" if sought["floor"] is None else f" (floor {sought['floor']:g})"
        notes.append(f"{label} {found[1]}{floor}" + (" BELOW" if short else ""))
    marked = [line.strip() for line in output.splitlines() if "BELOW" in line]
    if not run.exit_counts and not failed:
        code = 0
    if code and not marked:
        failed = True
        notes.append(f"exit code {code}: {(output.strip().splitlines() or ['no output'])[-1]}")
    status: Status = "failed" if failed else "below" if below or code else "ok"
    return Outcome(name=run.name, status=status, notes=(*notes, *marked), seconds=seconds)


def carried_out(run: Run) -> Outcome:
    """Run one eval as a user would, in a process of its own."""
    if not (ROOT / run.needs).exists():
        return Outcome(name=run.name, status="skipped", notes=(f"skipped: no {run.needs}",), seconds=0.0)
    started = time.monotonic()
    command = [sys.executable, "-m", f"evals.{run.name}", *run.arguments]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(
            name=run.name, status="failed", notes=(f"took more than {LIMIT} s",), seconds=float(LIMIT)
        )
    return judged(run, done.returncode, done.stdout, time.monotonic() - started)


def table(outcomes: list[Outcome]) -> str:
    """A row per eval, a line per number."""
    lines = [f"{'eval':12} {'':8} {'time':>6}  measured"]
    for outcome in outcomes:
        for n, note in enumerate(outcome.notes or ("",)):
            start = f"{outcome.name:12} {outcome.status:8} {outcome.seconds:5.0f}s" if n == 0 else " " * 28
            lines.append(f"{start}  {note}")
    return "\n".join(lines) + "\n"


def main() -> int:
    known = runs()
    arguments = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    arguments.add_argument(
        "names", nargs="*", metavar="EVAL", help=f"one of {', '.join(run.name for run in known)}"
    )
    given = arguments.parse_args()
    unknown = set(given.names) - {run.name for run in known}
    if unknown:
        arguments.error(f"there is no eval named {', '.join(sorted(unknown))}")
    outcomes = []
    for run in known:
        if not given.names or run.name in given.names:
            print(f"{run.name} …", file=sys.stderr, flush=True)
            outcomes.append(carried_out(run))
    print(table(outcomes), end="")
    return 1 if any(outcome.status in ("below", "failed") for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
