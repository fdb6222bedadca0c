from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from whence.export import ExportError
from whence.export.jsonl import export
from whence.export.jsonschema import table
from whence.records import TABLES
from whence.store import Store


def lines(path: Path) -> list[Any]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_there_is_one_file_per_table_the_empty_ones_too(store: Store, tmp_path: Path) -> None:
    written = export(store, tmp_path / "out")
    assert [path.stem for path in written] == [name for name in TABLES if name != "tokens"]
    assert (tmp_path / "out" / "reprints.jsonl").read_text() == ""
    assert sorted((tmp_path / "out").iterdir()) == sorted(written)


def test_every_line_is_a_record_of_the_schema(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path, with_tokens=True)
    for name in TABLES:
        for line in lines(tmp_path / f"{name}.jsonl"):
            jsonschema.validate(line, table(name))


def test_records_are_nested_and_have_the_ids_of_the_account(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path)
    (telling,) = lines(tmp_path / "event_mentions.jsonl")
    assert telling["event_id"] == "e-1"
    assert telling["trigger"] == {"text": "arrived", "start": 38, "end": 45}
    assert telling["sentence"] == [16, 46]
    assert telling["why"] == {"type": "arrive → MOBILIZE", "realis": "VBD"}
    assert [(r["field"], r["value"], r["who"]) for r in telling["reviewed"]] == [
        ("type", "RETREAT", "A. Nowak")
    ]
    (event,) = lines(tmp_path / "events.jsonl")
    assert event["origins"] == {"low": 1, "expected": 1.23, "high": 2}
    (conflict,) = lines(tmp_path / "conflicts.jsonl")
    assert [side["value"] for side in conflict["sides"]] == ["rebels", 20.0, {"low": 24, "high": None}]


def test_no_text_leaves_out_the_text_and_nothing_else(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "with")
    export(store, tmp_path / "without", no_text=True)
    (document,) = lines(tmp_path / "without" / "documents.jsonl")
    assert document["text"] is None
    assert document["title"] == "-1 is a title"
    jsonschema.validate(document, table("documents"))
    for name in TABLES:
        if name not in ("documents", "tokens"):
            with_text, without = (tmp_path / one / f"{name}.jsonl" for one in ("with", "without"))
            assert with_text.read_bytes() == without.read_bytes()


def test_tokens_do_not_give_the_text_away(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="--no-text"):
        export(store, tmp_path, no_text=True, with_tokens=True)


def test_a_folder_holds_one_export(store: Store, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    export(store, tmp_path, with_tokens=True)
    assert len(lines(tmp_path / "tokens.jsonl")) == 1
    export(store, tmp_path)
    assert not (tmp_path / "tokens.jsonl").exists()
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_the_same_account_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    for out in ("one", "two"):
        export(store, tmp_path / out)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
