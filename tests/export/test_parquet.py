from __future__ import annotations

import json
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from whence.export import ExportError
from whence.export.parquet import export
from whence.records import TABLES
from whence.store import Store


def test_every_table_is_typed_the_empty_ones_too(store: Store, tmp_path: Path) -> None:
    written = export(store, tmp_path, with_tokens=True)
    assert [path.stem for path in written] == list(TABLES)
    empty = pq.read_table(tmp_path / "reprints.parquet")
    assert empty.num_rows == 0
    assert str(empty.schema.field("spans").type) == "list<element: list<element: int64>>"
    assert str(empty.schema.field("share").type) == "double"


def test_records_are_nested(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path)
    (telling,) = pq.read_table(tmp_path / "event_mentions.parquet").to_pylist()
    assert telling["event_id"] == "e-1"
    assert telling["trigger"] == {"text": "arrived", "start": 38, "end": 45}
    assert telling["actors"][0]["sectors"] == ["MIL", "GOV"]
    assert telling["date"] is None
    assert json.loads(telling["why"])["realis"] == "VBD"
    assert [(r["verdict"], r["value"], r["who"]) for r in telling["reviewed"]] == [
        ("corrected", "RETREAT", "A. Nowak")
    ]
    (event,) = pq.read_table(tmp_path / "events.parquet").to_pylist()
    assert event["origins"]["expected"] == 1.23


def test_a_value_of_several_types_has_one_field_set(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path)
    (conflict,) = pq.read_table(tmp_path / "conflicts.parquet").to_pylist()
    nothing = {"text": None, "number": None, "low": None, "high": None}
    assert [side["value"] for side in conflict["sides"]] == [
        nothing | {"text": "rebels"},
        nothing | {"number": 20.0},
        nothing | {"low": 24},
    ]


def test_no_text(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path, no_text=True)
    (document,) = pq.read_table(tmp_path / "documents.parquet").to_pylist()
    assert (document["text"], document["title"]) == (None, "-1 is a title")


def test_without_pyarrow_the_error_says_what_to_install(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'whence\[parquet\]'"):
        export(store, tmp_path)
