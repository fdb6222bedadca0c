"""Whether an account is a function of the documents read: the same bytes however they are read.

    python -m evals.repeatability [--data ../shared/data/wikinews/wikinews_2019.csv] [--sample N]

Reads the table in one go, a second time, in ten shuffled batches, and shuffled with two workers, and
compares every exported file but ``runs`` and ``changes``. Some three minutes on two cores; exit status 1 if
any byte differs.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from whence.export import jsonl
from whence.pipeline import Summary, read_into
from whence.store import Store

VARYING = ("runs.jsonl", "changes.jsonl")


def as_files(table: Path, folder: Path, most: int | None) -> list[Path]:
    """One file per row, so that rows can be read in any order and batch."""
    folder.mkdir()
    files = []
    with table.open(encoding="utf-8", newline="") as handle:
        for number, row in enumerate(csv.DictReader(handle)):
            if number == most:
                break
            path = folder / f"{number:04}.jsonl"
            fields = {"url": row["url"], "published": row["date"], "title": row["title"], "text": row["text"]}
            path.write_text(json.dumps(fields), encoding="utf-8")
            files.append(path)
    return files


def read(account: Path, batches: Sequence[Sequence[Path]], *, workers: int = 1) -> Summary:
    """Read the batches one after the other; the summary of the last."""
    for batch in batches:
        with Store.open(account, create=True) as store:
            summary = read_into(store, batch, workers=workers)
    return summary


def exported(account: Path) -> dict[str, bytes]:
    out = account.with_suffix(".out")
    with Store.open(account) as store:
        jsonl.export(store, out, with_tokens=True)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.name not in VARYING}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data/wikinews/wikinews_2019.csv"))
    parser.add_argument("--sample", type=int, default=None, help="read the first N rows only")
    given = parser.parse_args()
    if not given.data.is_file():
        print(f"skipped: no table at {given.data}")
        return 0
    results: list[bool] = []

    def say(what: str, same: bool) -> None:
        results.append(same)
        print(f"{'yes' if same else 'NO ':<4}{what}", flush=True)

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = as_files(given.data, folder / "reports", given.sample)
        summary = read(folder / "once.db", [files])
        say(
            f"all {len(files)} rows are documents, none lost",
            (summary.read, summary.losses) == (len(files), []),
        )
        first = exported(folder / "once.db")
        summary = read(folder / "once.db", [files])
        say("a second read adds nothing", (summary.read, summary.known) == (0, len(files)))
        say("… and changes no byte", exported(folder / "once.db") == first)
        shuffled = list(files)
        random.Random(3).shuffle(shuffled)
        read(folder / "batches.db", [shuffled[i::10] for i in range(10)])
        say("ten shuffled batches give the same bytes", exported(folder / "batches.db") == first)
        read(folder / "workers.db", [shuffled], workers=2)
        say("shuffled, two workers give the same bytes", exported(folder / "workers.db") == first)
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
