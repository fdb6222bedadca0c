"""The stages in order: read → clean → parse → extract → resolve → attribute → link → assess → store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from whence import __version__
from whence.analysis import assemble, unread
from whence.assess import assess
from whence.attribute import attribute
from whence.clean import clean, losses
from whence.extract import extract
from whence.handover import Capture, CleanDocument
from whence.link import link
from whence.parse import Parser
from whence.read import captures
from whence.records import TABLES, Loss, Run, stable_id
from whence.resolve import resolve
from whence.run.local import ordered_map
from whence.tables import DocumentRecords

if TYPE_CHECKING:
    from whence.store import Store

ENGLISH = "en"

Progress = Callable[[str, int, int], None]
"""Called with (stage, documents done, words done) as work goes on."""


@dataclass(slots=True)
class Summary:
    """What one run of :func:`read_into` did."""

    run_id: str
    read: int = 0
    """Documents new to the account."""
    known: int = 0
    """Documents that were there already, unchanged."""
    words: int = 0
    losses: list[Loss] = field(default_factory=list)
    counts: Mapping[str, int] = field(default_factory=dict)


@cache
def parser() -> Parser:
    """One parser per process: loading the model takes longer than most documents."""
    return Parser()


def analyse_document(document: CleanDocument) -> DocumentRecords:
    """All per-document stages. Only English is read for events; any other language is stored as it is."""
    if document.document.language != ENGLISH:
        return unread(document.document, document.passages)
    parsed = parser().parse(document)
    extraction = extract(parsed)
    resolution = resolve(parsed, extraction)
    return assemble(parsed, extraction, resolution, attribute(parsed, extraction, resolution))


def read_into(
    store: Store,
    inputs: Sequence[str | Path],
    *,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Summary:
    """Read ``inputs`` into an account and link everything it holds anew.

    Documents already there with the same metadata, options and version are skipped. The account is a
    function of the documents it holds, so order, batches and ``workers`` change nothing.
    """
    tell = progress or _untold
    started = datetime.now(UTC).isoformat(timespec="seconds")
    summary = Summary(run_id=stable_id("run", started, store.count("runs")))
    fresh = _fresh(store, captures(inputs, published=published, columns=columns), summary, tell)
    for records in ordered_map(analyse_document, fresh, workers=workers):
        store.add(records)
        summary.read += 1
        summary.words += len(records.tokens)
        tell("analyse", summary.read, summary.words)
    store.add_losses(summary.losses)
    tell("link", 0, 0)
    analyses = list(store.load_all(with_tokens=False))
    linked = link(analyses)
    tell("assess", 0, 0)
    assessment = assess(analyses, linked)
    store.write_linked(linked, assessment, run_id=summary.run_id)
    summary.counts = {name: store.count(name) for name in TABLES if name not in ("runs", "changes")}
    store.write_run(
        Run(
            run_id=summary.run_id,
            started=started,
            finished=datetime.now(UTC).isoformat(timespec="seconds"),
            version=__version__,
            counts=summary.counts,
        )
    )
    return summary


def _untold(_stage: str, _documents: int, _words: int) -> None:
    """Progress that nobody watches."""


def _fresh(
    store: Store, found: Iterator[Capture | Loss], summary: Summary, progress: Progress
) -> Iterator[CleanDocument]:
    """Clean captures and pass on those the account does not hold; everything else is counted or lost."""
    known = store.known()
    paths = {document.document_id: document.path for document in store.table("documents")}
    seen: dict[str, str | None] = {}
    for count, item in enumerate(found):
        progress("read", count + 1, 0)
        result = clean(item) if isinstance(item, Capture) else item
        if isinstance(result, Loss):
            summary.losses.append(result)
            continue
        document = result.document
        key = document.document_id
        if key in seen or (key in known and paths.get(key) != document.path):
            detail = f"the same report as {paths.get(key) or seen.get(key) or key}"
            summary.losses.append(
                Loss(path=document.path, document_id=key, stage="read", reason="duplicate", detail=detail)
            )
            continue
        seen[key] = document.path
        summary.losses += losses(result.document)
        if known.get(key) == document.analysis_key:
            summary.known += 1
            continue
        yield result
