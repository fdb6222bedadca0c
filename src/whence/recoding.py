"""Coding an account again from the parses it keeps, without the reports or the model."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from whence.across import Progress
from whence.handover import CleanDocument
from whence.own import NOTHING, Own
from whence.parse import loads
from whence.pipeline import BATCH, Summary, code_or_lose, keep, loss_of, relink
from whence.records import Loss, stable_id
from whence.run.local import ordered_map
from whence.tables import DocumentRecords

if TYPE_CHECKING:
    from whence.store import Store


def recode(
    store: Store, *, own: Own = NOTHING, workers: int = 1, progress: Progress | None = None
) -> Summary:
    """Code every document of an account anew with the user's codebook and actors (none: with ours alone) and
    link it again.

    The account is as if its reports had been read with them: ids stay, since what a mention, an attribution,
    an actor born in a document is called depends on its text, and reading the reports again finds them known.
    """
    tell = progress or (lambda *_: None)
    started = datetime.now(UTC).isoformat(timespec="microseconds")
    summary = Summary(run_id=stable_id("run", started, store.count("runs")))
    total = store.count("documents")
    batch: list[DocumentRecords] = []
    for records, loss in ordered_map(partial(recoded, own=own), store.parses(), workers=workers):
        batch.append(records)
        summary.read += 1
        summary.words += len(records.tokens)
        summary.losses += [loss] if loss else []
        if len(batch) == BATCH:
            summary.losses += keep(store, batch)
            batch.clear()
        tell("analyse", summary.read, total, summary.words)
    summary.losses += keep(store, batch)
    store.replace_losses(summary.losses, paths=())
    relink(store, summary, started=started, digests=own.digests, workers=workers, tell=tell)
    return summary


def recoded(records: DocumentRecords, own: Own) -> tuple[DocumentRecords, Loss | None]:
    """A document coded again from its parse; one that has none changes its key alone."""
    parse = records.parse
    assert parse is not None
    document = CleanDocument(
        document=replace(records.document, analysis_key=parse.key), passages=records.passages
    )
    try:
        parsed = loads(parse.data, document.document, document.passages) if parse.data else None
    except ValueError as error:
        return code_or_lose(document, None, own)[0], loss_of(document, error)
    return code_or_lose(document, parsed, own)
