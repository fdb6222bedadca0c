from __future__ import annotations

import csv
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.export.csv import _cells, export
from whence.store import Store
from whence.store.layout import Column


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_lists_are_files_that_join_by_id(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path)
    (telling,) = rows(tmp_path / "event_mentions.csv")
    (argument,) = rows(tmp_path / "event_arguments.csv")
    assert argument["event_mention_id"] == telling["event_mention_id"] == "m-1"
    assert (argument["role"], argument["actor_id"], argument["text"]) == ("actor", "a-1", "dozens")
    sectors = rows(tmp_path / "event_argument_sectors.csv")
    assert [(row["role"], row["argument_position"], row["sector"]) for row in sectors] == [
        ("actor", "0", "MIL"),
        ("actor", "0", "GOV"),
    ]
    (quantity,) = rows(tmp_path / "event_quantities.csv")
    assert (quantity["low"], quantity["high"], quantity["approximate"]) == ("24", "", "true")
    (review,) = rows(tmp_path / "event_mention_reviews.csv")
    assert (review["event_mention_id"], review["field"], review["value"]) == ("m-1", "type", "RETREAT")
    assert (review["verdict"], review["who"]) == ("corrected", "A. Nowak")
    (content,) = rows(tmp_path / "attribution_contents.csv")
    assert (content["attribution_id"], content["start"], content["end"]) == ("t-1", "31", "45")


def test_nested_records_are_flat_columns_rounded_to_two_decimals(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path)
    (attribution,) = rows(tmp_path / "attributions.csv")
    assert (attribution["source_naming"], attribution["cue_text"]) == ("bare", "said")
    (event,) = rows(tmp_path / "events.csv")
    assert (event["origins_expected"], event["date_from"]) == ("1.23", "")
    sides = rows(tmp_path / "conflict_sides.csv")
    assert [(s["value_text"], s["value_number"], s["value_low"]) for s in sides] == [
        ("rebels", "", ""),
        ("", "20.0", ""),
        ("", "", "24"),
    ]


def test_what_a_spreadsheet_would_run_is_text(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path)
    (document,) = rows(tmp_path / "documents.csv")
    assert document["text"] == '\'=HYPERLINK("x")\nOfficials said\u2028dozens arrived.\r\n'
    assert document["title"] == "'-1 is a title"
    (stance,) = rows(tmp_path / "stances.csv")
    assert stance["sign"] == "-", "a fixed choice is no text"


@settings(max_examples=200)
@given(st.text(st.sampled_from("'=+-@\t\r\n a1"), max_size=5))
def test_one_apostrophe_less_gives_every_text_back(text: str) -> None:
    (cell,) = _cells([Column(name="text", kind="text", nullable=True)])([text])
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert re.sub(r"^'(?='*[=+\-@\t\r\n|%])", "", cell) == text


def test_no_text_and_tokens(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path, with_tokens=True)
    assert len(rows(tmp_path / "tokens.csv")) == 1
    written = export(store, tmp_path, no_text=True)
    assert not (tmp_path / "tokens.csv").exists()
    assert sorted(path for path in tmp_path.glob("*.csv")) == sorted(written)
    (document,) = rows(tmp_path / "documents.csv")
    assert (document["text"], document["title"]) == ("", "'-1 is a title")


def test_an_empty_table_has_its_columns(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path)
    header = (tmp_path / "reprint_spans.csv").read_text(encoding="utf-8")
    assert header.splitlines() == ["row_id,position,a_start,a_end,b_start,b_end"]
