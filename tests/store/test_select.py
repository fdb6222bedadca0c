from __future__ import annotations

import pytest

from builders import document
from whence.records import Loss, Passage
from whence.store import Store
from whence.store.definition import views
from whence.store.layout import account
from whence.store.select import CHUNK, among, condition
from whence.tables import DocumentRecords


def lost(number: int) -> Loss:
    return Loss(path=f"{number:04}", document_id=None, stage="read", reason="empty", detail="")


def test_more_rows_than_a_chunk_come_in_order(store: Store) -> None:
    count = 2 * CHUNK + 1
    store.replace_losses([lost(number) for number in reversed(range(count))], paths=())
    assert [loss.path for loss in store.table("losses")] == [f"{number:04}" for number in range(count)]


def test_any_number_of_values_can_be_asked_for(store: Store) -> None:
    store.replace_losses([lost(number) for number in range(3)], paths=())
    wanted = [f"{number:04}" for number in range(1, 50_000)]
    assert [loss.path for loss in store.table("losses", path=wanted)] == ["0001", "0002"]
    assert list(store.table("losses", path=[])) == []


def test_a_value_is_a_value_whatever_its_signs(store: Store) -> None:
    path = "' OR 1=1 -- \"\\\u2028"
    store.replace_losses(
        [lost(1), Loss(path=path, document_id=None, stage="read", reason="r", detail="")], paths=()
    )
    assert [loss.path for loss in store.table("losses", path=path)] == [path]


def test_a_list_of_records_is_no_condition() -> None:
    with pytest.raises(KeyError):
        condition(views(), account("events"), "actors", "a-1")
    assert "json_each" in str(among(views().tables["events"].c.event_id, ["e"]))


def test_numbers_can_be_asked_for(store: Store) -> None:
    passages = tuple(Passage(document_id="d", start=n, end=n + 1, kind="body") for n in range(2))
    store.add(DocumentRecords(document=document("d", text="ab"), passages=passages))
    assert list(store.table("passages", start=1)) == [passages[1]]
