from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import document
from whence.store.definition import tables
from whence.store.write import chunks, document_rows
from whence.tables import DocumentRecords


@settings(max_examples=25)
@given(data=st.data())
def test_every_row_fits_its_table_and_belongs_to_its_document(data: st.DataObject, analyses: Any) -> None:
    for table, row in document_rows(data.draw(analyses("d-1"))):
        assert set(row) == set(tables().tables[table].columns.keys())
        assert row["document_id"] == "d-1"


def test_the_search_id_of_a_document_depends_on_its_id_alone() -> None:
    def search_id(document_id: str) -> int:
        ((_, row),) = document_rows(DocumentRecords(document=document(document_id)))
        return int(row["search_id"])

    assert search_id("d-1") == search_id("d-1")
    assert search_id("d-1") != search_id("d-2")
    assert 0 <= search_id("d-1") < 2**63


def test_values_are_cut_in_order() -> None:
    assert [list(chunk) for chunk in chunks(list("abcde"), size=2)] == [["a", "b"], ["c", "d"], ["e"]]
