from __future__ import annotations

from dataclasses import fields

from whence.records import TABLES
from whence.tables import Assessment, DocumentRecords, Linked


def test_every_table_of_the_account_is_in_one_container_or_is_a_record_of_runs() -> None:
    found = [field.name for record in (DocumentRecords, Linked, Assessment) for field in fields(record)]
    kept_by_the_store = {"documents", "judgements", "changes", "losses", "runs"}
    assert set(TABLES) - kept_by_the_store == set(found) - {"document", "event_of", "actor_of", "version_of"}


def test_the_tables_of_a_document_are_in_the_order_of_the_contract() -> None:
    names = [field.name for field in fields(DocumentRecords)][1:]
    assert names == [name for name in TABLES if name in names]
