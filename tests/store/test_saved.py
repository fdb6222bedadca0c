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
    store.keep_filter("shelling", SHELLING)
    store.keep_filter("everything", whole)
    assert store.filters() == {"everything": whole, "shelling": SHELLING}
    assert list(store.filters()) == ["everything", "shelling"], "by name"


def test_a_filter_that_narrows_another_does_not_change_with_it(store: Store) -> None:
    store.keep_filter("wide", SHELLING)
    narrow = narrowed(Query(actor="Syria"), store.filter("wide"))
    store.keep_filter("narrow", narrow)
    store.keep_filter("wide", Query(place="Homs"))
    assert store.filter("narrow") == narrow
    assert store.filter("wide") == Query(place="Homs")


def test_a_filter_is_forgotten_and_one_that_is_not_there_is_an_error(store: Store) -> None:
    store.keep_filter("shelling", SHELLING)
    with pytest.raises(StoreError, match=r"no filter 'shellin'.*There are: shelling"):
        store.filter("shellin")
    store.forget_filter("shelling")
    assert store.filters() == {}
    with pytest.raises(StoreError, match="none yet; keep one with: whence find"):
        store.forget_filter("shelling")


@pytest.mark.parametrize("name", ["", " ", " a", "a\n", "a\x1b[31m", "\u202e", "a" * (LONGEST + 1)])
def test_a_name_can_be_typed_again(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be the name of a filter"):
        store.keep_filter(name, SHELLING)
    assert store.filters() == {}


def test_a_filter_asks_for_something(store: Store) -> None:
    store.keep_filter("shelling", SHELLING)
    with pytest.raises(StoreError, match="needs a condition"):
        store.keep_filter("shelling", Query(within=Query()))
    assert store.filter("shelling") == SHELLING, "nothing is lost by it"


def test_filters_are_a_table_to_read_in_any_program_and_none_that_is_exported(store: Store) -> None:
    store.keep_filter("shelling", SHELLING)
    connection = sqlite3.connect(store.path)
    found = connection.execute('SELECT name, actor, "from" FROM filters').fetchall()
    connection.close()
    assert found == [("shelling", "Russia", "2015-09-30")]
    assert "filters" not in TABLES and "filters" not in views().tables
