"""``python -m benchmarks.linking --documents 1000 10000``: what linking and assessing an account costs as it
grows, each size in a fresh process, and how time grows with documents (1 is linear).

Accounts are worlds of one that has been read (``--account``; without it Wikinews or the bundled example is
read, see :mod:`benchmarks.corpus`), see :mod:`benchmarks.worlds`.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections.abc import Iterator
from itertools import count, islice, pairwise
from pathlib import Path

from benchmarks.corpus import corpus
from benchmarks.process import run
from benchmarks.revision import here
from benchmarks.worlds import Worlds
from whence.store import Store
from whence.tables import DocumentRecords

BATCH = 500
LINK = """
import sys
from whence.across import link_account
from whence.store import Store
if __name__ == "__main__":
    with Store.open(sys.argv[1]) as store:
        link_account(store, run_id="r-benchmark", workers=int(sys.argv[2]), tell=lambda *_: None)
"""


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.linking", description=__doc__)
    arguments.add_argument("--documents", type=int, nargs="+", default=[1000, 4000])
    arguments.add_argument("--account", type=Path, help="an account that has been read")
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--folder", type=Path, help="where the accounts are made and kept")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="whence-bench-") as temporary:
        folder = given.folder or Path(temporary)
        script = Path(temporary) / "link.py"
        script.write_text(LINK, encoding="utf-8")
        source = given.account or _read(folder)
        with Store.open(source) as store:
            worlds = Worlds(list(store.load_all(without=("tokens",))))
        costs = []
        for size in given.documents:
            account = made(worlds, size, folder / f"{size}.db")
            command = [sys.executable, str(script), str(account), str(given.workers)]
            cost = run(command, here().environment)
            costs.append((size, cost))
            with Store.open(account) as store:
                held = ", ".join(f"{store.count(name):,} {name}" for name in ("stories", "events", "actors"))
            print(
                f"{size:8,} documents  {cost.wall:7.1f} s  {cost.cpu:7.1f} CPU s  "
                f"{cost.together or cost.largest:6.0f} MiB together  "
                f"{1000 * cost.wall / size:5.1f} ms a document; {held}",
                flush=True,
            )
    for (small, before), (large, after) in pairwise(costs):
        power = math.log(after.wall / before.wall) / math.log(large / small)
        print(f"from {small:,} to {large:,} documents time grows with power {power:.2f}")
    return 0


def made(worlds: Worlds, size: int, path: Path) -> Path:
    """An account of ``size`` documents; one that is there already is kept."""
    if not path.exists():
        documents = islice((item for number in count() for item in worlds.world(number)), size)
        partial = path.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        with Store.open(partial, create=True) as store:
            for batch in _batches(documents):
                store.add(*batch)
        partial.rename(path)
    return path


def _batches(documents: Iterator[DocumentRecords]) -> Iterator[list[DocumentRecords]]:
    while batch := list(islice(documents, BATCH)):
        yield batch


def _read(folder: Path) -> Path:
    account = folder / "read.db"
    texts = corpus(folder, documents=200)
    run(here().command("read", texts.path, "--into", account, "--workers", "2"), here().environment)
    return account


if __name__ == "__main__":
    raise SystemExit(main())
