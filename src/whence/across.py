"""The stages across documents, over everything an account holds: link → assess → store.

All documents are gone through once for what is found by comparing all with all; events are then linked and
assessed some stories at a time, so that memory holds a digest of each document and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from whence.assess import Notice, Surroundings, assess, notice, surroundings
from whence.judge import Judging
from whence.link import Circle, Digest, about, circles, digest, link_documents, link_events
from whence.records import Actor, Judgement, Reprint
from whence.resolve import actor_named
from whence.reviewed import actors_reviewed, events_reviewed
from whence.run.local import ordered_map
from whence.store import Store
from whence.store.layout import DOCUMENT_TABLES
from whence.tables import Assessment, DocumentRecords, Linked

AT_ONCE = 50
"""Documents loaded together."""
NOT_COMPARED = ("tokens", "places", "attributions", "event_mentions", "stances")
"""Tables that say nothing of other documents, and take most of the time to load."""
MANY = 1000
"""Documents from which further processes are worth their start, which takes as long as linking some 200."""
Progress = Callable[[str, int, int, int], None]
"""Called with (stage, documents done, documents in all or 0, words done) as work goes on."""


class StoredDocuments:
    """The documents of an account as people judged them, loaded anew each time."""

    def __init__(self, store: Store, judging: Judging) -> None:
        self._store = store
        self._judging = judging

    def __iter__(self) -> Iterator[DocumentRecords]:
        return map(self._judging.of, self._store.load_all(without=("tokens",)))

    def of(self, document_ids: Collection[str]) -> Iterator[DocumentRecords]:
        found = self._store.load_all(without=("tokens",), document_ids=document_ids)
        return map(self._judging.of, found)

    def texts(self, document_ids: Collection[str]) -> Iterator[DocumentRecords]:
        others = [name for name in DOCUMENT_TABLES if name != "passages"]
        return self._store.load_all(without=others, document_ids=document_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some circles of stories, and what the account knows of their documents."""

    circles: tuple[Circle, ...]
    linked: Linked
    around: Surroundings
    judgements: tuple[Judgement, ...]

    @property
    def document_ids(self) -> list[str]:
        return [key for circle in self.circles for story in circle for key in story.document_ids]


def link_account(store: Store, *, run_id: str, workers: int, tell: Progress) -> None:
    """Link and assess all documents of an account as people judged them, and keep the result in place of the
    last. Neither order nor ``workers`` change it."""
    judgements = tuple(store.table("judgements"))
    judging = Judging(store.load_all(without=("tokens",)), judgements, actor_named)
    documents = StoredDocuments(store, judging)
    ids = sorted(store.known())
    workers = workers if len(ids) >= MANY else 1
    digests: list[Digest] = []
    notices: list[Notice] = []
    tell("link", 0, len(ids), 0)
    for found in ordered_map(partial(_gone_through, store.path, judging), _chunks(ids), workers=workers):
        for kept, told in found:
            digests.append(kept)
            notices.append(told)
        tell("link", len(digests), len(ids), 0)
    judged = list(documents.of(about((item.document for item in digests), judgements)))
    linked = link_documents(digests, documents, judged, judgements)
    linked = replace(linked, actors=actors_reviewed(linked, judged, judgements))
    around = surroundings(notices, linked.reprints, linked.actor_of)
    actors_of = {
        item.document.document_id: tuple(actor.actor_id for actor in item.actors) for item in digests
    }
    del digests, notices
    done = 0
    tell("assess", 0, len(ids), 0)
    with store.linking(run_id) as linking:
        linking.documents(linked, [item for item in judged if judging.decides(item)])
        parts = _parts(circles(linked.stories, judged, judgements), linked, around, actors_of, judgements)
        for part, found_events in ordered_map(
            partial(_assessed, store.path, judging), parts, workers=workers
        ):
            for event_of, assessment in found_events:
                linking.events(event_of, assessment)
            done += part
            tell("assess", done, len(ids), 0)
        linking.finish()


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _gone_through(path: Path, judging: Judging, ids: Sequence[str]) -> list[tuple[Digest, Notice]]:
    with Store.open(path) as store:
        documents = StoredDocuments(store, judging)
        return [
            (digest(item), notice(item))
            for written in store.load_all(without=NOT_COMPARED, document_ids=ids)
            for item in (
                documents.of([written.document.document_id]) if judging.decides(written) else (written,)
            )
        ]


def _parts(
    found: Sequence[Circle],
    linked: Linked,
    around: Surroundings,
    actors_of: Mapping[str, Sequence[str]],
    judgements: tuple[Judgement, ...],
) -> Iterator[Part]:
    """All circles, those of about ``AT_ONCE`` documents together. ``actors_of`` are the ids of the actors of
    each document, as it calls them."""
    actors = {actor.actor_id: actor for actor in linked.actors}
    edges: dict[str, list[Reprint]] = {}
    for edge in linked.reprints:
        edges.setdefault(edge.document_id, []).append(edge)

    def part(chosen: Sequence[Circle]) -> Part:
        documents = [key for circle in chosen for story in circle for key in story.document_ids]
        actor_of = {key: linked.actor_of[key] for document in documents for key in actors_of[document]}
        known: dict[str, Actor] = {key: actors[key] for key in actor_of.values()}
        return Part(
            circles=tuple(chosen),
            linked=Linked(
                reprints=tuple(edge for key in documents for edge in edges.get(key, ())),
                stories=tuple(story for circle in chosen for story in circle),
                event_of={},
                actor_of=actor_of,
                actors=tuple(known.values()),
                version_of={key: linked.version_of[key] for key in documents if key in linked.version_of},
            ),
            around=around.of(documents, known.keys()),
            judgements=judgements,
        )

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


def _assessed(
    path: Path, judging: Judging, part: Part
) -> tuple[int, list[tuple[Mapping[str, str], Assessment]]]:
    """How many documents a part has, and of each of its circles the events."""
    with Store.open(path) as store:
        loaded = StoredDocuments(store, judging).of(part.document_ids)
        by_id = {item.document.document_id: item for item in loaded}
    found = []
    for circle in part.circles:
        items = [by_id[key] for story in circle for key in story.document_ids]
        event_of = link_events(items, circle, part.linked.actor_of, part.judgements)
        linked = replace(part.linked, stories=circle, event_of=event_of)
        assessment = assess(items, linked, part.around)
        found.append((event_of, events_reviewed(assessment, event_of, items, part.judgements)))
    return len(by_id), found
