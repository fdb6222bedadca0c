from __future__ import annotations

import sqlite3

from whence.records import TABLES
from whence.store.definition import APPLICATION_ID, FORMAT, definition, fingerprint, views


def test_an_empty_account_has_every_table_of_the_contract_and_its_columns() -> None:
    connection = sqlite3.connect(":memory:")
    for statement in definition():
        connection.execute(statement)
    for name in (*TABLES, *views().tables):
        cursor = connection.execute(f'SELECT * FROM "{name}"')
        assert [column[0] for column in cursor.description] == [c.name for c in views().tables[name].columns]
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    connection.close()


def test_a_removed_document_leaves_the_search_index() -> None:
    connection = sqlite3.connect(":memory:")
    for statement in definition():
        connection.execute(statement)
    connection.execute(
        "INSERT INTO documents (search_id, document_id, title, text, language, sha256, analysis_key)"
        " VALUES (7, 'd-1', NULL, 'Troops arrived', 'en', '', '')"
    )
    search = "SELECT rowid FROM document_search WHERE document_search MATCH 'troop'"
    assert connection.execute(search).fetchall() == [(7,)]
    connection.execute("DELETE FROM documents")
    assert connection.execute(search).fetchall() == []
    connection.execute("INSERT INTO document_search (document_search) VALUES ('integrity-check')")
    connection.close()


def test_the_definition_is_the_same_every_time() -> None:
    assert definition() == definition()
    assert fingerprint().startswith("f-")
