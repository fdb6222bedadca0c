"""``python -m benchmarks.model``: the parse stage alone, on one thread: load, words per second, memory.

Every head is computed, decoded and handed over; own gold articles are read one after the other and nothing is
kept.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m benchmarks.model", description=__doc__)
    options.add_argument(
        "--gold", type=Path, default=Path("../shared/gold/train.jsonl"), help="articles to read"
    )
    options.add_argument("--model", type=Path, help="folder of other weights")
    given = options.parse_args()
    began = time.perf_counter()
    # Imported here: what the import costs is part of what is measured.
    from whence.parse import Parser

    parser = Parser(given.model)
    print(f"import and load {time.perf_counter() - began:.2f} s, {resident():.0f} MB resident")
    if not given.gold.exists():
        print(f"Skipped: there is no {given.gold}.")
        return 0
    from evals.gold import articles, document

    documents = [document(article) for article in articles(given.gold)]
    parser.parse(documents[0])
    for _ in range(3):
        wall, cpu = time.perf_counter(), time.process_time()
        words = sum(len(s.words) for d in documents for s in parser.parse(d).sentences)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        print(f"{words} words: {words / wall:.0f} words/s, {words / cpu:.0f} per CPU second")
    print(f"{resident():.0f} MB resident at most")
    return 0


def resident() -> float:
    """Most memory resident so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
