from __future__ import annotations

import sqlite3

import pytest

from whence.records import TABLES
from whence.store import Query, Store, StoreError
from whence.store.definition import views
from whence.store.query import narrowed
from whence.store.saved import LONGEST

SHELLING = Query(text='"market shelling"', actor="Russia", from_="2015-09-30", naming="named")


def test_what_is_kept_is_what_was_given(store: Store) -> None:
    whole = Query(
        text="a",
        actor="b",
        place="c",
        type="d",
        outlet="e",
        from_="2015",
        to="2016",
        source="f",
        naming="bare",
    )
    store.filters.keep("shelling", SHELLING)
    store.filters.keep("everything", whole)
    assert store.filters.all() == {"everything": whole, "shelling": SHELLING}
    assert list(store.filters.all()) == ["everything", "shelling"], "by name"


def test_a_filter_that_narrows_another_does_not_change_with_it(store: Store) -> None:
    store.filters.keep("wide", SHELLING)
    narrow = narrowed(Query(actor="Syria"), store.filters.get("wide"))
    store.filters.keep("narrow", narrow)
    store.filters.keep("wide", Query(place="Homs"))
    assert store.filters.get("narrow") == narrow
    assert store.filters.get("wide") == Query(place="Homs")


def test_a_filter_is_forgotten_and_one_that_is_not_there_is_an_error(store: Store) -> None:
    store.filters.keep("shelling", SHELLING)
    with pytest.raises(StoreError, match=r"no filter 'shellin'.*There are: shelling"):
        store.filters.get("shellin")
    store.filters.forget("shelling")
    assert store.filters.all() == {}
    with pytest.raises(StoreError, match="none yet; keep one with: whence find"):
        store.filters.forget("shelling")


@pytest.mark.parametrize("name", ["", " ", " a", "a\n", "a\x1b[31m", "\u202e", "a" * (LONGEST + 1)])
def test_a_name_can_be_typed_again(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be the name of a filter"):
        store.filters.keep(name, SHELLING)
    assert store.filters.all() == {}


def test_a_filter_asks_for_something(store: Store) -> None:
    store.filters.keep("shelling", SHELLING)
    with pytest.raises(StoreError, match="needs a condition"):
        store.filters.keep("shelling", Query(within=Query()))
    assert store.filters.get("shelling") == SHELLING, "nothing is lost by it"


def test_filters_are_a_table_to_read_in_any_program_and_none_that_is_exported(store: Store) -> None:
    store.filters.keep("shelling", SHELLING)
    connection = sqlite3.connect(store.path)
    found = connection.execute('SELECT name, actor, "from" FROM filters').fetchall()
    connection.close()
    assert found == [("shelling", "Russia", "2015-09-30")]
    assert "filters" not in TABLES and "filters" not in views().tables
