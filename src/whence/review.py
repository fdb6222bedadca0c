"""What people decide about an account: kept with the texts it was decided on, applied again on every run.

A judgement is anchored to spans of texts (SHA-256, start, end), never to an id that a later version may
change. None is ever removed: a later one on the same spans goes before it, and ``unsure`` takes it back.
Those on single fields are made in :mod:`whence.correction`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from whence.across import Progress
from whence.judge import judge as judged
from whence.judge import unanchored
from whence.judge.anchors import of_document
from whence.judge.decided import of_field
from whence.link.judged import VERDICTS, At, Field, Verdict, actors_at, documents_at, events_at, place
from whence.pipeline import Summary, relink
from whence.records import Actor, Anchor, EventMention, Judgement, Mention, stable_id
from whence.store import StoreError

if TYPE_CHECKING:
    from whence.store import Store

_TABLES = ("actors", "mentions", "events", "event_mentions", "documents")
"""What an id may be of: an actor or event stands for the earliest place where it is told of, a document for
its text."""


def judge(
    store: Store,
    verdict: Verdict,
    ids: Sequence[str],
    *,
    who: str | None = None,
    note: str | None = None,
) -> Judgement:
    """Keep that the actors or events with ``ids`` (or beginnings of ids) are the same, different, or not to
    be decided; of documents, that one reprints the other. :func:`apply` makes it hold.

    Raises :class:`whence.store.StoreError` for an id that is none, for fewer than two, and for actors among
    events.
    """
    anchors: list[Anchor] = []
    for key in dict.fromkeys(store.resolve(prefix, *_TABLES) for prefix in ids):
        anchor = _anchor(store, *key)
        # Two documents can have one text; two actors or events at one place are one.
        anchors += [anchor] if anchor not in anchors or anchor.field == "document" else []
    if len(anchors) < 2:
        raise StoreError("Give two ids or more, of two different actors, events or documents.")
    if len({anchor.field for anchor in anchors}) > 1:
        raise StoreError("Give ids of actors only, of events only, or of documents only.")
    judgement = Judgement(
        anchors=tuple(anchors),
        verdict=verdict,
        field=anchors[0].field,
        value=None,
        who=who,
        when=datetime.now(UTC).isoformat(timespec="microseconds"),
        note=note,
    )
    store.add_judgements([judgement])
    return judgement


def apply(store: Store, *, progress: Progress | None = None) -> Summary:
    """Link the account anew with everything that was judged."""
    started = datetime.now(UTC).isoformat(timespec="microseconds")
    summary = Summary(run_id=stable_id("run", started, store.count("runs")))
    last = max(store.table("runs"), key=lambda run: (run.started, run.run_id), default=None)
    digests = {
        name: getattr(last, name) if last is not None else None
        for name in ("codebook", "actors", "gazetteer")
    }
    relink(store, summary, started=started, digests=digests, tell=progress or (lambda *_: None))
    return summary


def lost(store: Store) -> list[Judgement]:
    """Judgements of which an anchor is no longer there: its text is gone, or nothing is read at its span; and
    those on fields whose value cannot stand there."""
    judgements: list[Judgement] = list(store.table("judgements"))
    if not judgements:
        return []
    written = list(store.load_all(without=("tokens",)))
    shown = judged(written, judgements)
    there = {
        "actor": actors_at([*written, *shown]).keys(),
        "event": events_at([*written, *shown]).keys(),
        "document": documents_at(written).keys(),
    }
    of_fields = unanchored(written, judgements)
    return [
        judgement
        for judgement in judgements
        if judgement in of_fields or (not of_field(judgement) and not _holds(judgement, there))
    ]


def _holds(judgement: Judgement, there: Mapping[str, Collection[At]]) -> bool:
    """Whether a verdict on two or more has them all; one that is on nothing that can be the same has not."""
    return (
        judgement.verdict in VERDICTS
        and len({anchor.field for anchor in judgement.anchors}) == 1
        and all(place(anchor) in there.get(anchor.field, ()) for anchor in judgement.anchors)
    )


def questions(store: Store) -> list[tuple[Actor, Actor]]:
    """Pairs of actors that only a name speaks for, by id: what a person may know."""
    actors = {actor.actor_id: actor for actor in store.table("actors")}
    pairs = {
        (min(one, other), max(one, other)) for one, actor in actors.items() for other in actor.candidates
    }
    return [(actors[one], actors[other]) for one, other in sorted(pairs) if one in actors and other in actors]


def _anchor(store: Store, table: str, key: str) -> Anchor:
    if table == "documents":
        (document,) = store.table("documents", document_id=key)
        return of_document(document)
    field: Field = "actor" if table in ("actors", "mentions") else "event"
    if field == "actor":
        mentions: list[Mention] = (
            list(store.table("mentions", mention_id=key))
            if table == "mentions"
            else [m for m in store.table("mentions", refers_to=key) if m.kind == "actor"]
        )
        spans = [(m.document_id, m.start, m.end) for m in mentions if m.refers_to is not None]
    else:
        column = {"events": "event_id", "event_mentions": "event_mention_id"}[table]
        told: list[EventMention] = list(store.table("event_mentions", **{column: key}))
        spans = [(m.document_id, m.trigger.start, m.trigger.end) for m in told]
    if not spans:
        raise StoreError(f"{key} is mentioned nowhere, so nothing can be decided of it.")
    documents = {d.document_id: d for d in store.table("documents", document_id=[d for d, _, _ in spans])}
    document_id, start, end = min(
        spans, key=lambda span: (documents[span[0]].published or "9999", span[0], span[1])
    )
    return Anchor(sha256=documents[document_id].sha256, start=start, end=end, field=field)
