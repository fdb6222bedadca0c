"""The rows of a workbook."""

from pathlib import Path

import whence
from whence.correction import decide
from whence.export.cells import one_line
from whence.export.sheets import CLAIMS, EVENTS, SHEETS, SOURCES, rows
from whence.judge.fields import FIELDS
from whence.review import apply
from whence.store import Store

TEXT = "Gunmen shot three traders in Karm on Monday, police said. The governor denied it."


def test_every_row_has_its_columns_and_opens_its_sentence(example_account: Path) -> None:
    with Store.open(example_account) as store:
        texts = {document.sha256: document.text for document in store.table("documents")}
        seen = set()
        for sheet, row in rows(store):
            seen.add(sheet.name)
            assert set(row) == set(sheet.columns)
            opened = texts[str(row["sha256"])][int(row["start"] or 0) : int(row["end"] or 0)]
            assert one_line(opened) in str(row["quote"])
            if sheet is EVENTS:
                assert one_line(opened) == row["trigger"]
    assert seen == {"Events", "Claims", "Sources"}


def test_a_row_is_known_by_its_anchor_in_its_document(example_account: Path) -> None:
    with Store.open(example_account) as store:
        keys = [(sheet.name, row["document_id"], row["anchor"]) for sheet, row in rows(store)]
        counts = {sheet.name: sum(key[0] == sheet.name for key in keys) for sheet in SHEETS[:3]}
        assert len(set(keys)) == len(keys)
        assert counts["Events"] == store.count("event_mentions")
        assert counts["Sources"] == store.count("attributions")
        assert counts["Claims"] == sum(s.scope == "event" for s in store.table("stances"))


def test_columns_that_are_read_back_are_fields() -> None:
    for sheet in (EVENTS, CLAIMS, SOURCES):
        assert set(sheet.edited) <= set(sheet.columns)
        assert set(sheet.edited) - {"trigger"} <= set(FIELDS[sheet.subject])


def test_what_was_reviewed_is_said_with_what_was_read_and_the_anchor_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    whence.read(tmp_path / "a.txt", into=tmp_path / "a.db", published="2020-03-03")
    with Store.open(tmp_path / "a.db") as store:
        before = {row["anchor"] for sheet, row in rows(store) if sheet is SOURCES}
        (police,) = (a for a in store.table("attributions") if a.source.text == "police")
        decide(store, "corrected", [police.attribution_id], field="name", value="Karm police", who="A. Nowak")
        decide(store, "corrected", [police.attribution_id], field="cue", span="Monday", who="A. Nowak")
        apply(store)
        sources = [row for sheet, row in rows(store) if sheet is SOURCES]
    assert {row["anchor"] for row in sources} == before
    (row,) = (row for row in sources if row["source"] == "police")
    assert (row["name"], row["cue"]) == ("Karm police", "Monday")
    assert str(row["reviewed"]).startswith("cue corrected by A. Nowak, ")
    assert "(read: said)" in str(row["reviewed"])
