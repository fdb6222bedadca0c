from __future__ import annotations

import pytest

from whence.store.filters import asks_of_tellings, meeting, of_documents
from whence.store.query import Query


@pytest.mark.parametrize("field", ["actor", "place", "type", "from_", "to", "source", "naming"])
def test_a_condition_of_tellings_asks_of_them(field: str) -> None:
    query = Query(**{field: "named"})  # type: ignore[arg-type]
    assert asks_of_tellings(query)
    assert len(list(meeting(query))) == 1
    assert list(of_documents(query)) == []


def test_words_and_outlet_ask_of_documents() -> None:
    query = Query(text="market", outlet="Wire")
    assert not asks_of_tellings(query)
    assert len(list(of_documents(query))) == len(list(meeting(query))) == 1
    assert list(meeting(Query())) == []


def test_a_query_asks_for_all_that_it_is_within() -> None:
    query = Query(outlet="Wire", within=Query(actor="Russia", within=Query(outlet="Post")))
    assert asks_of_tellings(query)
    assert len(list(of_documents(query))) == 2
    assert len(list(meeting(query))) == 3
