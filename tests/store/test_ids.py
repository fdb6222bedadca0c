"""Rows by the beginnings of their ids."""

from __future__ import annotations

from dataclasses import replace

from builders import Claim, keep, report
from whence.store import Store, ids
from whence.tables import Assessment, Linked

WRITTEN = report("The Gazette", [Claim(), Claim(target="Lomi")])


def test_what_was_judged_none_is_found_with_its_document(store: Store) -> None:
    first, second = WRITTEN.event_mentions
    judged = replace(WRITTEN, event_mentions=(second,), stances=())
    store.add(WRITTEN)
    keep(store, Linked(event_of={}, actor_of={}), Assessment(), run_id="r", judged=[judged])
    assert [m.event_mention_id for m in store.table("event_mentions")] == [second.event_mention_id]
    assert store.resolve(first.event_mention_id, "event_mentions") == (
        "event_mentions",
        first.event_mention_id,
    )
    assert store.documents_with("event_mentions", first.event_mention_id) == [WRITTEN.document.document_id]
    assert store.documents_with("event_mentions", "n-none") == []


def test_a_row_that_is_kept_twice_is_one(store: Store) -> None:
    told = WRITTEN.event_mentions[0].event_mention_id
    store.add(WRITTEN)
    keep(store, Linked(event_of={}, actor_of={}), Assessment(), run_id="r", judged=[WRITTEN])
    with store.reading() as connection:
        assert ids.beginning(connection, told, ["event_mentions", "passages"]) == [("event_mentions", told)]
        assert len(ids.beginning(connection, "n-", ["event_mentions"])) == 2
