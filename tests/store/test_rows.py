from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.records import TABLES, Conflict, Loss, Passage, Run, Side, ValueRange
from whence.store import StoreError
from whence.store.layout import account, local
from whence.store.rows import build, flatten


def rebuilt(layout: Any, flat: list[tuple[str, dict[str, Any]]]) -> Any:
    """What the rows say, by way of nothing but the rows."""
    items: defaultdict[tuple[str, str | None], Any] = defaultdict(lambda: defaultdict(list))
    for shape in layout.lists:
        for table, row in flat[1:]:
            if table == shape.table and (shape.role is None or row["role"] == shape.role):
                key = tuple(row[column.name] for _, column in shape.keys)
                if row not in items[table, shape.role][key]:
                    items[table, shape.role][key].append(row)
    return build(layout, flat[0][1], items)


@pytest.mark.parametrize("name", TABLES)
@settings(max_examples=40)
@given(data=st.data())
def test_any_record_comes_back_from_its_rows(name: str, data: st.DataObject, records: Any) -> None:
    record = data.draw(records(TABLES[name]))
    layout = account(name)
    added = {column.name: "d" if column.kind == "text" else 0 for column in layout.added}
    flat = flatten(layout, record, **({} if layout.key == ("row_id",) else added))
    assert rebuilt(layout, flat) == record
    for _, row in flat:
        for value in row.values():
            assert value is None or isinstance(value, (str, int, float))


def test_a_nested_object_of_nothing_is_unknown() -> None:
    layout = local("mentions")
    row = dict.fromkeys(column.name for column in layout.columns)
    assert build(layout, row, {}).value is None


def test_a_side_keeps_the_type_of_its_value() -> None:
    values = ("rebels", 20.0, ValueRange(low=24, high=None), ValueRange(low=None, high=None), "")
    sides = tuple(Side(value=value, sign="+", origin_ids=(), document_ids=()) for value in values)
    conflict = Conflict(
        conflict_id="c",
        kind="precision",
        why="",
        probability=1.0,
        field="quantity",
        event_ids=(),
        sides=sides,
    )
    flat = flatten(account("conflicts"), conflict)
    assert rebuilt(account("conflicts"), flat) == conflict


def test_a_lone_surrogate_becomes_one_replacement_character() -> None:
    loss = Loss(path="a\ud800b", document_id=None, stage="read", reason="r", detail="")
    ((_, row),) = flatten(account("losses"), loss)
    assert row["path"] == "a\N{REPLACEMENT CHARACTER}b"
    sqlite3.connect(":memory:").execute("SELECT ?", (row["path"],)).connection.close()


def test_equal_content_has_an_equal_row_id() -> None:
    def row_id(detail: str) -> str:
        loss = Loss(path="a", document_id=None, stage="read", reason="empty", detail=detail)
        return str(flatten(account("losses"), loss)[0][1]["row_id"])

    assert row_id("x") == row_id("x")
    assert row_id("x") != row_id("y")


def test_a_number_beyond_64_bits_is_named() -> None:
    run = Run(run_id="r", started="", finished=None, version="0", counts={"documents": 10**400})
    assert flatten(account("runs"), run)
    passage = Passage(document_id="d", start=0, end=10**400, kind="body")
    with pytest.raises(StoreError, match="'end'"):
        flatten(account("passages"), passage, position=0)
