from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.records import Anchor, Judgement
from whence.store import Store, StoreError
from whence.store.judgements import read, written

WRONG = Judgement(
    anchors=(Anchor(sha256="0a", start=3, end=9, field="type"),),
    verdict="corrected",
    field="type",
    value="ASSAULT",
    who="M. Reader",
    when="2026-01-02T10:00:00+00:00",
    note="„Ägypten“\u2028",
)


def test_lines_come_back_as_judgements_and_into_another_account(store: Store) -> None:
    assert list(read(written([WRONG]))) == [WRONG]
    store.add_judgements(read([*written([WRONG]), "\n", *written([WRONG])]))
    assert list(written(store.table("judgements"))) == list(written([WRONG]))


@given(data=st.data())
def test_any_judgement_has_a_line(data: st.DataObject, records: Any) -> None:
    judgement = data.draw(records(Judgement).filter(lambda one: one.anchors))
    (line,) = written([judgement])
    assert "\n" not in line
    assert list(read([line])) == [judgement]


@pytest.mark.parametrize(
    "changed",
    [
        {"verdict": "maybe"},
        {"verdict": None},
        {"anchors": []},
        {"anchors": [{"sha256": "0a"}]},
        {"anchors": [{"sha256": "0a", "start": "3", "end": 9, "field": "type"}]},
        {"anchors": [{"sha256": "0a", "start": True, "end": 9, "field": "type"}]},
        {"who": 7},
        {"extra": 1},
    ],
)
def test_a_line_that_is_no_judgement_is_named_by_its_number(changed: dict[str, Any]) -> None:
    line = json.dumps(json.loads(next(written([WRONG]))) | changed)
    with pytest.raises(StoreError, match="Line 2 is not a judgement"):
        list(read([next(written([WRONG])), line]))


@given(st.text() | st.recursive(st.none() | st.integers(), st.lists).map(json.dumps))
def test_any_line_is_a_judgement_or_an_error(line: str) -> None:
    try:
        list(read([line]))
    except StoreError:
        return
    assert not line.strip()
