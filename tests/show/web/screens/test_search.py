from __future__ import annotations

from pathlib import Path

from whence.show.web.page import Ask
from whence.show.web.screens.search import search
from whence.store import Store


def test_a_sentence_that_tells_several_events_stands_once(example: Path) -> None:
    """ "Killing three people and wounding 11" is told in one sentence with the shells that did it."""
    with Store.open(example) as store:
        page = search(Ask(store=store, query={"q": "wounding"}))
    assert page.data["count"] == len(page.rows)
    shown = [(hit["document_id"], hit["snippet"]) for hit in page.data["hits"]]
    assert len(shown) == len(set(shown)) < len(page.rows)
    assert sum(len(hit["events"]) for hit in page.data["hits"]) == len(page.rows)


def test_nothing_asked_finds_nothing(example: Path) -> None:
    with Store.open(example) as store:
        page = search(Ask(store=store))
    assert (page.data["count"], page.data["hits"], page.rows) == (0, [], [])
