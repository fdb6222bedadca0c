from __future__ import annotations

from pathlib import Path

from whence.show.web.page import Ask
from whence.show.web.screens.event import event
from whence.store import Store


def test_every_number_is_told_with_who_gives_it_and_where(example: Path) -> None:
    with Store.open(example) as store:
        found = max(store.table("events"), key=lambda e: (len(e.quantities), e.event_id))
        page = event(Ask(store=store, key=found.event_id))
        texts = {d.document_id: d.text for d in store.table("documents")}
        mentions = list(store.table("event_mentions", event_id=found.event_id))
    assert len(page.data["figures"]) == len(found.quantities) > 1
    told = {(m.document_id, q.start) for m in mentions for q in m.quantities}
    for figure in page.data["figures"]:
        assert figure["places"]
        assert {(place["document_id"], place["start"]) for place in figure["places"]} <= told
    for telling in page.data["tellings"]:
        text = "".join(run.text for run in telling["passage"])
        assert text in texts[telling["document_id"]]
        assert any("event" in run.layers for run in telling["passage"])


def test_why_it_is_linked_is_weighed_when_asked_for(example: Path) -> None:
    with Store.open(example) as store:
        found = max(store.table("events"), key=lambda e: (e.reports, e.event_id))
        assert event(Ask(store=store, key=found.event_id)).data["ties"] is None
        ties = event(Ask(store=store, key=found.event_id, query={"why": "1"})).data["ties"]
        tellings = len(list(store.table("event_mentions", event_id=found.event_id)))
    assert len(ties) == tellings - 1


def test_the_beginning_of_an_id_is_enough(example: Path) -> None:
    with Store.open(example) as store:
        key = next(iter(store.table("events"))).event_id
        assert event(Ask(store=store, key=key[:-1])).data["event"].event_id == key
