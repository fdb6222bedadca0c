"""The stages in order: read → clean → parse → extract → resolve → attribute → store, of each document; then
judge → link → assess → store (:mod:`whence.across`)."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from whence import __version__
from whence.across import Progress, link_account
from whence.assembly import assemble, unread
from whence.attribute import attribute
from whence.clean import clean, document_of
from whence.extract import extract
from whence.handover import Capture, CleanDocument, ParsedDocument
from whence.intake import ENGLISH, Intake, without_own_files
from whence.own import NOTHING, Own
from whence.parse import Parser, dumps
from whence.read import captures
from whence.records import TABLES, Loss, Run, stable_id, to_dict
from whence.resolve import resolve
from whence.run.local import ordered_map
from whence.store.error import StoreError
from whence.tables import DocumentRecords, Parse

if TYPE_CHECKING:
    from whence.store import Store

BATCH = 16
"""Documents kept in one transaction: a third of the time of one each, and what a crash can cost."""


@dataclass(slots=True)
class Summary:
    """What one run did, of :func:`read_into` or :func:`whence.recoding.recode`."""

    run_id: str
    read: int = 0
    """Documents new to the account, or coded again."""
    known: int = 0
    """Documents that were there already, unchanged."""
    words: int = 0
    losses: list[Loss] = field(default_factory=list)
    counts: Mapping[str, int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        return {name: to_dict(getattr(self, name)) for name in self.__slots__}


@cache
def parser() -> Parser:
    """One parser per process: loading the model takes longer than most documents."""
    return Parser()


def parse_text(text: str) -> ParsedDocument:
    """A text that stands alone, as an example of a codebook does."""
    return parser().parse(document_of(text))


def coded(parsed: ParsedDocument, own: Own = NOTHING) -> DocumentRecords:
    """The per-document stages after parsing."""
    extraction = extract(parsed, own.codebook)
    resolution = resolve(parsed, extraction, own.actors, own.gazetteer)
    return assemble(parsed, extraction, resolution, attribute(parsed, extraction, resolution))


def read_into(
    store: Store,
    inputs: Sequence[str | Path],
    *,
    published: str | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
    workers: int = 1,
    own: Own = NOTHING,
    progress: Progress | None = None,
) -> Summary:
    """Read ``inputs`` into an account and link everything it holds anew.

    Documents already there with the same metadata, options (``own`` is one) and version are skipped. The
    account is a function of the documents it holds, so order, batches and ``workers`` change nothing.
    """
    tell = progress or _untold
    # Runs are put in order by it, and two can begin within one second.
    started = datetime.now(UTC).isoformat(timespec="microseconds")
    summary = Summary(run_id=stable_id("run", started, store.count("runs")))
    total = sum(1 for _ in captures(inputs, published=published, columns=columns)) if progress else 0
    found = captures(inputs, published=published, outlet=outlet, columns=columns)
    intake = Intake(store, own.key)
    cleaned = (clean(item) if isinstance(item, Capture) else item for item in found)
    fresh = intake.fresh(without_own_files(store.path, cleaned, inputs))
    batch: dict[str, DocumentRecords] = {}
    analyse = partial(analyse_or_lose, own=own)
    for records, problem in ordered_map(analyse, fresh, workers=workers):
        batch[records.document.document_id] = records
        summary.read += 1
        summary.words += len(records.tokens)
        if problem:
            intake.losses.append(problem)
        if len(batch) == BATCH:
            intake.losses += keep(store, list(batch.values()))
            batch.clear()
        tell("analyse", summary.read + intake.known, total, summary.words)
    intake.losses += keep(store, list(batch.values()))
    summary.known, summary.losses = intake.known, intake.losses
    store.replace_losses(intake.losses, paths=intake.paths)
    relink(store, summary, started=started, digests=own.digests, workers=workers, tell=tell)
    return summary


def keep(store: Store, batch: Sequence[DocumentRecords]) -> list[Loss]:
    """Keep documents in one transaction; if that fails each by itself, and one that cannot be stored as it
    was read without what was read from it, and lost.

    Raises :class:`whence.store.StoreError` if not even that can be stored: the file cannot be written.
    """
    try:
        store.add(*batch)
        return []
    except StoreError:
        losses = []
    for records in batch:
        try:
            store.add(records)
        except StoreError as error:
            store.add(replace(unread(records.document, records.passages), parse=records.parse))
            losses.append(
                Loss(
                    path=records.document.path,
                    document_id=records.document.document_id,
                    stage="store",
                    reason="error",
                    detail=f"{error} It is stored without events; please report it with the text.",
                )
            )
    return losses


def relink(
    store: Store,
    summary: Summary,
    *,
    started: str,
    digests: Mapping[str, str | None],
    workers: int = 1,
    tell: Progress,
) -> None:
    """The stages across documents, over everything the account holds as people judged it; the run is written
    down, with the ``digests`` of what is the user's own."""
    link_account(store, run_id=summary.run_id, workers=workers, tell=tell)
    summary.counts = {name: store.count(name) for name in TABLES if name not in ("runs", "changes")}
    store.write_run(
        Run(
            run_id=summary.run_id,
            started=started,
            finished=datetime.now(UTC).isoformat(timespec="microseconds"),
            version=__version__,
            counts=summary.counts,
            **digests,
        )
    )


def _untold(_stage: str, _done: int, _total: int, _words: int) -> None:
    """Progress that nobody watches."""


def analyse_or_lose(document: CleanDocument, own: Own = NOTHING) -> tuple[DocumentRecords, Loss | None]:
    """All per-document stages, but no text can stop a run: a document a stage fails on is stored unread, and
    lost. Only English is read for events; any other language is stored as it is. The parse is kept."""
    parsed: ParsedDocument | None = None
    try:
        if document.document.language == ENGLISH:
            parsed = parser().parse(document)
    except Exception as error:  # the boundary between one hostile text and all the others
        return code_or_lose(document, None, own)[0], loss_of(document, error)
    return code_or_lose(document, parsed, own)


def code_or_lose(
    document: CleanDocument, parsed: ParsedDocument | None, own: Own
) -> tuple[DocumentRecords, Loss | None]:
    """The stages after parsing (none without a parse), with the same promise."""
    loss, bare = None, document.document
    records = unread(bare, document.passages)
    try:
        records = coded(parsed, own) if parsed else records
    except Exception as error:
        loss = loss_of(document, error)
    parse = Parse(key=bare.analysis_key, data=dumps(parsed) if parsed else None)
    return replace(records, document=replace(bare, analysis_key=own.key(bare)), parse=parse), loss


def loss_of(document: CleanDocument, error: Exception) -> Loss:
    where = traceback.extract_tb(error.__traceback__)[-1]
    return Loss(
        path=document.document.path,
        document_id=document.document.document_id,
        stage="analyse",
        reason="error",
        detail=f"{type(error).__name__} in {where.name}: {error}. "
        "It is stored without events; please report it with the text.",
    )
