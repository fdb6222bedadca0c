"""``python -m benchmarks.stages``: where the time of a reading goes, stage by stage, in one process.

With ``--profile N`` the N functions with most time in and under them follow (the profiler itself slows
Python code two- to threefold, so its seconds are no measure of speed).
"""

from __future__ import annotations

import argparse
import cProfile
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.corpus import Corpus, corpus
from whence.assembly import assemble
from whence.assess import assess
from whence.attribute import attribute
from whence.clean import clean
from whence.extract import extract
from whence.handover import Capture, CleanDocument
from whence.intake import ENGLISH
from whence.link import link
from whence.parse import Parser
from whence.read import captures
from whence.resolve import resolve
from whence.store import Store
from whence.tables import DocumentRecords, Held

STAGES = (
    "load", "read and clean", "parse", "extract", "resolve", "attribute", "assemble", "store", "load back",
    "link", "assess", "store linked",
)  # fmt: skip


@dataclass(slots=True)
class Clock:
    """Seconds per stage: (wall, CPU)."""

    spent: dict[str, tuple[float, float]] = field(default_factory=lambda: dict.fromkeys(STAGES, (0.0, 0.0)))

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            before = self.spent[stage]
            self.spent[stage] = (
                before[0] + time.perf_counter() - wall,
                before[1] + time.process_time() - cpu,
            )


def measure(texts: Corpus, account: Path) -> tuple[Clock, int, int]:
    """Every stage under the clock; also the documents and syntactic words read. The first document goes
    under ``load`` alone: lexicons and models are loaded when first used."""
    clock = Clock()
    with clock("load"):
        parser = Parser()
        found = cleaned(texts)
        analysed(next(found), parser, Clock())
    with clock("read and clean"):
        documents = list(found)
    words = 0
    with Store.open(account, create=True) as store:
        for document in documents:
            records = analysed(document, parser, clock)
            words += len(records.tokens)
            with clock("store"):
                store.add(records)
        with clock("load back"):
            analyses = list(store.load_all(without=("tokens",)))
        with clock("link"):
            linked = link(Held(analyses))
        with clock("assess"):
            assessment = assess(analyses, linked)
        with clock("store linked"), store.linking("run-benchmark") as linking:
            linking.documents([linked])
            linking.events(replace(linked, actor_of={}, actors=()), assessment)
            linking.finish()
    return clock, len(documents), words


def cleaned(texts: Corpus) -> Iterator[CleanDocument]:
    for item in captures([texts.path]):
        document = clean(item) if isinstance(item, Capture) else item
        if isinstance(document, CleanDocument) and document.document.language == ENGLISH:
            yield document


def analysed(document: CleanDocument, parser: Parser, clock: Clock) -> DocumentRecords:
    """The stages of one document."""
    with clock("parse"):
        parsed = parser.parse(document)
    with clock("extract"):
        extraction = extract(parsed)
    with clock("resolve"):
        resolution = resolve(parsed, extraction)
    with clock("attribute"):
        attribution = attribute(parsed, extraction, resolution)
    with clock("assemble"):
        return assemble(parsed, extraction, resolution, attribution)


def table(clock: Clock, documents: int, words: int) -> str:
    total = [sum(spent[i] for spent in clock.spent.values()) for i in (0, 1)]
    lines = [f"{'stage':<16}{'wall s':>8}{'CPU s':>8}{'share':>8}{'ms/document':>13}{'words/s':>10}"]
    for stage, (wall, cpu) in [*clock.spent.items(), ("all", (total[0], total[1]))]:
        rate = f"{words / cpu:10,.0f}" if cpu >= 0.005 else f"{'':>10}"
        lines.append(
            f"{stage:<16}{wall:8.2f}{cpu:8.2f}{cpu / total[1]:8.1%}{1000 * cpu / documents:13.1f}{rate}"
        )
    return "\n".join(lines)


def hottest(profile: cProfile.Profile, most: int) -> str:
    """Functions of whence by seconds in and under them."""
    profile.create_stats()
    rows = []
    for (file, line, name), (_, calls, own, under, _) in profile.stats.items():
        if "whence/" in file and "benchmarks/" not in file:
            rows.append((under, own, calls, f"{file.rpartition('whence/')[2]}:{line} {name}"))
    rows.sort(key=lambda row: (-row[0], row[3]))
    lines = [f"{'under s':>8}{'own s':>8}{'calls':>10}  function"]
    lines += [f"{under:8.2f}{own:8.2f}{calls:10,}  {where}" for under, own, calls, where in rows[:most]]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stages", description=__doc__)
    parser.add_argument("--documents", type=int, default=60, metavar="N", help="reports to read")
    parser.add_argument("--corpus", type=Path, metavar="CSV", help="instead of Wikinews")
    parser.add_argument("--profile", type=int, metavar="N", help="also profile, and print N functions")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="whence-stages-") as folder:
        texts = corpus(Path(folder), documents=given.documents, source=given.corpus)
        clock, documents, words = measure(texts, Path(folder) / "account.db")
        print(f"{texts.name}: {documents} documents in English, {words} syntactic words")
        print(table(clock, documents, words))
        if given.profile:
            profile = cProfile.Profile()
            profile.runcall(measure, texts, Path(folder) / "profiled.db")
            print(hottest(profile, given.profile))
    return 0


if __name__ == "__main__":
    sys.exit(main())
