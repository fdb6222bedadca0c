"""Names are blotted out everywhere, at the same length, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document, filled, keep
from whence.export import ExportError
from whence.export.redaction import BLOT, Redaction, _pattern
from whence.export.view import View
from whence.records import TABLES, Actor, Mention, Span, to_dict
from whence.store import Store
from whence.tables import Assessment, DocumentRecords, Linked

ADA = BLOT * len("Ada Brook")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada Brook spoke.", f"{ADA} spoke."),
        ("ADA BROOK'S and ada brook", f"{ADA}'S and {ADA}"),
        ("Ada\r\nBrook", BLOT * 10),
        ("/ada-brook-resigns", f"/{ADA}-resigns"),
        ("/Ada%20Brook", f"/{BLOT * 11}"),
        ("_Ada Brook_", f"_{ADA}_"),
        ("Adam Brook, Ada Brooks, Brook, Ada", "Adam Brook, Ada Brooks, Brook, Ada"),
    ],
)
def test_a_name_is_found_as_whole_words_in_any_capitals(text: str, shown: str) -> None:
    pattern = _pattern(["Ada Brook"], [])
    assert pattern.sub(lambda match: BLOT * len(match[0]), text) == shown


def test_an_alias_in_capitals_is_found_as_written() -> None:
    pattern = _pattern(["Islamic State"], ["IS", "Daesh", "X"])
    assert pattern.findall("IS is what DAESH and the islamic state are; X") == [
        "IS",
        "DAESH",
        "islamic state",
    ]


def test_a_name_with_accents_is_found_however_they_are_written() -> None:
    pattern = _pattern(["José Peña"], [])
    assert len(pattern.findall("Jos\u00e9 Pe\u00f1a and Jose\u0301 Pen\u0303a")) == 2


@given(st.text(st.sampled_from("AaBb -_.é\n"), max_size=30))
def test_the_length_stays_and_no_name_does(text: str) -> None:
    pattern = _pattern(["Aa Bb"], [])
    shown = pattern.sub(lambda match: BLOT * len(match[0]), text)
    assert len(shown) == len(text)
    assert not pattern.search(shown)


def test_a_name_needs_a_letter(world: Store) -> None:
    with pytest.raises(ExportError, match="no letter or digit"):
        Redaction(world, ["…"])


def test_aliases_and_named_mentions_of_the_actor_go_with_the_name(world: Store) -> None:
    redaction = Redaction(world, ["ada  brook"])
    assert redaction.words("Ms Brook met AB, ab and Ada Brook") == f"{BLOT * 8} met {BLOT * 2}, ab and {ADA}"
    # Each of nine texts has the name, "Ms Brook" and "AB" once; eight titles have the name.
    assert redaction.occurrences == 9 * 3 + 8


def test_no_table_holds_the_name_and_every_span_still_slices(world: Store) -> None:
    view = View(world, redact=["Ada Brook"])
    texts = {d.document_id: d.text for d in view.table("documents")}
    plain = {d.document_id: d.text for d in world.table("documents")}
    assert all(len(texts[key]) == len(plain[key]) for key in plain)
    for name in TABLES:
        for record in view.table(name):
            held = to_dict(record)
            assert not re.search("ada.brook|Ms.Brook", str(held), re.IGNORECASE), (name, held)
            for span in spans(held):
                assert texts[key_of(held)][span["start"] : span["end"]] == span["text"]


def spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [span for item in value for span in spans(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"text", "start", "end"} <= value.keys() and value["text"] is not None else []
    return own + [span for item in value.values() for span in spans(item)]


def key_of(held: dict[str, Any]) -> str:
    key = held.get("document_id")
    return key if key is not None else "d-" + held["event_mention_id"].removeprefix("n-")


def test_flat_rows_and_records_show_the_same(world: Store) -> None:
    view = View(world, redact=["Ada Brook"], no_text=True, quote_limit=20)
    for name in TABLES:
        cells = {
            value
            for _, columns, rows in view.rows(name)
            for row in rows
            for column, value in zip(columns, row, strict=True)
            if isinstance(value, str) and column.kind == "text"
        }
        told = str([to_dict(record) for record in view.table(name)])
        assert not [cell for cell in cells if BLOT in cell and repr(cell)[1:-1] not in told]
        assert not [cell for cell in cells if re.search("ada.brook", cell, re.IGNORECASE)]


def test_ids_hashes_and_codes_stay(world: Store) -> None:
    view = View(world, redact=["LBY", "Ada Brook"])
    ids = {name: [getattr(r, name) for r in world.table("documents")] for name in ("document_id", "sha256")}
    assert ids == {name: [getattr(r, name) for r in view.table("documents")] for name in ids}
    assert {actor.country for actor in view.table("actors")} == {"LBY"}
    assert {actor.wikidata for actor in view.table("actors")} == {"Q1", None}


def test_a_span_inside_a_blotted_name_is_blotted(tmp_path: Path) -> None:
    told = DocumentRecords(
        document=document("d-1", text="Ada Brook left."),
        mentions=(
            filled(
                Mention, mention_id="m-1", document_id="d-1", start=4, end=9, text="Brook", kind="actor",
                form="name", refers_to="a-9",
            ),
        ),
    )  # fmt: skip
    with Store.open(tmp_path / "a.db", create=True) as store:
        store.add(told)
        keep(store, Linked(event_of={}, actor_of={}), Assessment())
        (mention,) = View(store, redact=["Ada Brook"]).table("mentions")
    assert mention.text == BLOT * 5


def test_records_of_actors_keep_their_shape(world: Store) -> None:
    ada = next(
        actor for actor in View(world, redact=["Ada Brook"]).table("actors") if actor.actor_id == "a-1"
    )
    assert isinstance(ada, Actor)
    assert (ada.name, ada.aliases, ada.roles[0].title) == (ADA, (BLOT * 8, BLOT * 2), "mayor")
    stance = next(View(world, redact=["Ada Brook"]).table("stances"))
    assert isinstance(stance.cue, Span) and stance.why == f"as {ADA} says"
