"""The stages across documents, over everything an account holds: link → assess → store.

All documents are gone through once for what is found by comparing all with all; events are then linked and
assessed some stories at a time, so that memory holds a digest of each document and no more.
"""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from whence.assess import Notice, Surroundings, assess, notice, surroundings
from whence.judge import Judging
from whence.link import Circle, Digest, Shares, Sharing, about, circles, digest, link_circle, link_documents
from whence.link.why import Tie, ties
from whence.records import Judgement
from whence.resolve import actor_named
from whence.reviewed import actors_reviewed, events_reviewed
from whence.run.local import apart, ordered_map
from whence.store import Store
from whence.store.layout import DOCUMENT_TABLES
from whence.tables import Assessment, DocumentRecords, Found, Linked, Pairs

AT_ONCE = 200
"""Documents loaded together."""
NOT_COMPARED = ("tokens", "places", "attributions", "event_mentions", "stances")
"""Tables that say nothing of other documents, and take most of the time to load."""
LINKED, PARTS = "linked", "parts"
"""Files that hold what is found of all documents, and parts of it, until they are assessed."""
ROWS = 10_000
"""Actors held at a time when they are stored."""
MANY = 1000
"""Documents from which further processes are worth their start: a judgement."""
Progress = Callable[[str, int, int, int], None]
"""Called with (stage, documents done, documents in all or 0, words done) as work goes on."""


class StoredDocuments:
    """The documents of an account as people judged them, loaded anew each time."""

    def __init__(self, store: Store, judging: Judging, *, workers: int = 1) -> None:
        self.store = store
        self.judging = judging
        self.workers = workers

    def __iter__(self) -> Iterator[DocumentRecords]:
        return map(self.judging.of, self.store.load_all(without=("tokens",)))

    def of(self, document_ids: Collection[str]) -> Iterator[DocumentRecords]:
        found = self.store.load_all(without=("tokens",), document_ids=document_ids)
        return map(self.judging.of, found)

    def compared(
        self, compare: Callable[[Mapping[str, DocumentRecords], Pairs], Found], batches: Iterable[Pairs]
    ) -> Iterator[Found]:
        return ordered_map(partial(_compared, self.store.path, compare), batches, workers=self.workers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some circles of stories, and what the account knows of their documents."""

    circles: tuple[Circle, ...]
    linked: Linked
    around: Surroundings

    @property
    def document_ids(self) -> list[str]:
        return [key for story in self.linked.stories for key in story.document_ids]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Records hold no circles, and looking for some in all of them takes a seventh of the time (2,480
    reports, one process: 85 and 73 CPU seconds)."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_uncollected()
def link_account(store: Store, *, run_id: str, workers: int, tell: Progress) -> None:
    """Link and assess all documents of an account as people judged them, and keep the result in place of the
    last. Neither order nor ``workers`` change it."""
    judgements = tuple(store.table("judgements"))
    judging = Judging(store.load_all(without=("tokens",)), judgements, actor_named)
    count = store.count("documents")
    workers = workers if count >= MANY else 1
    with TemporaryDirectory(prefix="whence-") as name:
        folder = Path(name)
        compare = partial(_compared_all, store.path, judging, judgements, workers, folder)
        if workers > 1:
            apart(compare, tell)
        else:
            compare(tell)
        with store.linking(run_id) as linking:
            decided = {one.document_id for one in store.table("documents", sha256=judging.texts)}
            linking.documents(_read(folder / LINKED), StoredDocuments(store, judging).of(decided))
            done = 0
            tell("assess", done, count, 0)
            assess_part = partial(_assessed, store.path, judging, judgements)
            for result in ordered_map(assess_part, _read(folder / PARTS), workers=workers):
                for found, assessment in result:
                    linking.events(found, assessment)
                    done += sum(len(story.document_ids) for story in found.stories)
                tell("assess", done, count, 0)
            linking.finish()


@_uncollected()
def _compared_all(
    path: Path, judging: Judging, judgements: Sequence[Judgement], workers: int, folder: Path, tell: Progress
) -> None:
    """What comparing all documents with all shows: in pieces into the file ``LINKED``, and what events are
    linked by into ``PARTS``."""
    with Store.open(path) as store:
        documents = StoredDocuments(store, judging, workers=workers)
        ids = sorted(store.known())
        digests: list[Digest] = []
        notices: list[Notice] = []
        sharing = Sharing()
        tell("link", 0, len(ids), 0)
        go_through = partial(_gone_through, path, judging, judgements)
        for gone in ordered_map(go_through, _chunks(ids), workers=workers):
            for kept, told in gone:
                digests.append(sharing.of(kept))
                notices.append(told)
            tell("link", len(digests), len(ids), 0)
        del sharing
        judged = list(documents.of(about((item.document for item in digests), judgements)))
        linked = link_documents(digests, documents, judged, judgements)
        linked = replace(linked, actors=actors_reviewed(linked, judged, judgements))
        around = surroundings(notices, linked.reprints, linked.actor_of)
        parts = _parts(circles(linked.stories, judged, judgements), Shares(linked, digests), around)
        _write(folder / PARTS, parts)
        _write(folder / LINKED, _pieces(linked))


def _pieces(linked: Linked) -> Iterator[Linked]:
    """The same, few actors at a time."""
    nothing = Linked(reprints=(), stories=(), event_of={}, actor_of={}, actors=(), version_of={})
    yield replace(linked, actor_of={}, actors=())
    for start in range(0, len(linked.actors), ROWS):
        yield replace(nothing, actors=linked.actors[start : start + ROWS])
    mapped = iter(linked.actor_of.items())
    while some := dict(islice(mapped, ROWS)):
        yield replace(nothing, actor_of=some)


def _write(path: Path, items: Iterable[object]) -> None:
    with path.open("wb") as file:
        for item in items:
            pickle.dump(item, file, pickle.HIGHEST_PROTOCOL)


def _read(path: Path) -> Iterator[Any]:
    """What was written, from the first."""
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


@_uncollected()
def _gone_through(
    path: Path, judging: Judging, judgements: Sequence[Judgement], ids: Sequence[str]
) -> list[tuple[Digest, Notice]]:
    found = []
    with Store.open(path) as store:
        read = list(store.load_all(without=NOT_COMPARED, document_ids=ids))
        whole = about((item.document for item in read), judgements)
        for item in (
            *(item for item in read if item.document.document_id not in whole),
            *StoredDocuments(store, judging).of(whole),
        ):
            found.append((digest(item, whole=item.document.document_id in whole), notice(item)))
    return found


@_uncollected()
def _compared(
    path: Path, compare: Callable[[Mapping[str, DocumentRecords], Pairs], Found], pairs: Pairs
) -> Found:
    others = [name for name in DOCUMENT_TABLES if name != "passages"]
    with Store.open(path) as store:
        found = store.load_all(without=others, document_ids={key for pair in pairs for key in pair})
        return compare({item.document.document_id: item for item in found}, pairs)


def _parts(found: Sequence[Circle], shares: Shares, around: Surroundings) -> Iterator[Part]:
    """All circles, those of about ``AT_ONCE`` documents together."""

    def part(chosen: Sequence[Circle]) -> Part:
        linked = shares.of(chosen)
        documents = (key for story in linked.stories for key in story.document_ids)
        near = around.of(documents, {actor.actor_id for actor in linked.actors})
        return Part(circles=tuple(chosen), linked=linked, around=near)

    waiting: list[Circle] = []
    size = 0
    for circle in found:
        waiting.append(circle)
        size += sum(len(story.document_ids) for story in circle)
        if size >= AT_ONCE:
            yield part(waiting)
            waiting, size = [], 0
    if waiting:
        yield part(waiting)


@_uncollected()
def _assessed(
    path: Path, judging: Judging, judgements: Sequence[Judgement], part: Part
) -> list[tuple[Linked, Assessment]]:
    """Of each circle of a part what is found of its stories alone."""
    with Store.open(path) as store:
        loaded = StoredDocuments(store, judging).of(part.document_ids)
        by_id = {item.document.document_id: item for item in loaded}
    found = []
    for circle in part.circles:
        items = [by_id[key] for story in circle for key in story.document_ids]
        linked = link_circle(items, circle, part.linked, judgements)
        assessment = assess(items, linked, part.around)
        reviewed = events_reviewed(assessment, linked.event_of, items, judgements)
        found.append((_fresh(linked, part.linked), reviewed))
    return found


def _fresh(linked: Linked, known: Linked) -> Linked:
    """What is in one and not in the other of two, that need not travel again."""
    return replace(
        linked,
        reprints=(),
        actor_of={key: of for key, of in linked.actor_of.items() if key not in known.actor_of},
        actors=linked.actors[len(known.actors) :],
        version_of={},
    )


def ties_of(store: Store, event_id: str) -> tuple[Tie, ...]:
    """Why the tellings of an event are linked, as its documents are judged now."""
    mentions = list(store.table("event_mentions", event_id=event_id))
    judging = Judging(store.load_all(without=("tokens",)), store.table("judgements"), actor_named)
    items = list(StoredDocuments(store, judging).of({mention.document_id for mention in mentions}))
    actor_of = store.actor_of([actor.actor_id for item in items for actor in item.actors])
    return ties(items, actor_of, {mention.event_mention_id for mention in mentions})
