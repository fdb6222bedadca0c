"""Coding an account again from the parses it keeps, without the reports or the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from whence.extract import Codebook
from whence.parse import loads
from whence.pipeline import BATCH, Progress, Summary, coded, keyed, relink
from whence.records import stable_id
from whence.run.local import ordered_map
from whence.tables import DocumentRecords

if TYPE_CHECKING:
    from whence.store import Store


def recode(
    store: Store, *, codebook: Codebook | None = None, workers: int = 1, progress: Progress | None = None
) -> Summary:
    """Code every document of an account anew with ``codebook`` (none: with ours alone) and link it again.

    Ids stay as they are: what an event mention, an attribution, an actor is called depends on its text.
    Reading the same reports with the same codebook afterwards finds them known.
    """
    tell = progress or (lambda *_: None)
    started = datetime.now(UTC).isoformat(timespec="microseconds")
    summary = Summary(run_id=stable_id("run", started, store.count("runs")))
    total = store.count("documents")
    batch: list[DocumentRecords] = []
    for records in ordered_map(partial(recoded, codebook=codebook), _kept(store), workers=workers):
        batch.append(records)
        summary.read += 1
        summary.words += len(records.tokens)
        if len(batch) == BATCH:
            store.add(*batch)
            batch.clear()
        tell("analyse", summary.read, total, summary.words)
    store.add(*batch)
    relink(store, summary, started=started, codebook=codebook, tell=tell)
    return summary


def _kept(store: Store) -> Iterator[DocumentRecords]:
    for records in store.parses():
        if records.parse is not None:
            yield records


def recoded(records: DocumentRecords, codebook: Codebook | None) -> DocumentRecords:
    """A document coded again from its parse."""
    assert records.parse is not None
    document = replace(records.document, analysis_key=records.parse.key)
    made = coded(loads(records.parse.data, document, records.passages), codebook)
    return replace(made, document=replace(document, analysis_key=keyed(document, codebook)))
