"""The tables, views and search index of an account, as the layouts ask for them.

A table has the name and columns of its layout. Those that the account shows otherwise than they were written
are kept as ``local_…``, and a view of the contract's name shows them with the account's ids. Nothing that a
stage wrote is edited: a document that people judged has its rows twice, as written and as ``judged``, and
``judged_documents`` says of which the latter are shown. ``document_search`` is an FTS5 index over titles and
texts. ``filters`` are those that people keep under a name; they are no table of the contract, and no export
has them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from whence.records import TABLES, stable_id
from whence.store import layout
from whence.store.layout import Column, Layout, columns_of
from whence.store.query import CONDITIONS

APPLICATION_ID = 0x77686E63
"""``whnc``; what ``file`` and SQLite know an account by (https://sqlite.org/fileformat.html, offset 68)."""

FORMAT = 5
"""Kept in ``user_version``; goes up by one with any change to the tables below."""

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""Stems let "shelling" find "shelled"; without diacritics "Lattakie" finds "Lattakié"."""

_TYPES: Mapping[str, type[sa.types.TypeEngine[Any]]] = {
    "text": sa.Text,
    "choice": sa.Text,
    "mapping": sa.Text,
    "integer": sa.BigInteger,
    "real": sa.Float,
    "boolean": sa.Boolean,
}


def _column(column: Column) -> sa.Column[Any]:
    return sa.Column(column.name, _TYPES[column.kind](), nullable=column.nullable)


def _table(name: str, metadata: sa.MetaData, columns: Sequence[Column], key: Sequence[str]) -> None:
    # SQLite searches a key from its first column on: its order is the layout's, not that of the columns.
    sa.Table(
        name,
        metadata,
        *(_column(column) for column in columns),
        sa.PrimaryKeyConstraint(*key),
        sqlite_with_rowid=False,
    )


def _define(metadata: sa.MetaData, found: Layout) -> None:
    if found.table == "documents":
        # A rowid that VACUUM keeps and that does not depend on the order of reading, for the search index.
        number = sa.Column("search_id", sa.Integer, primary_key=True, autoincrement=False)
        columns = [_column(column) for column in found.columns]
        documents = sa.Table("documents", metadata, number, *columns, sa.UniqueConstraint("document_id"))
        sa.Index("documents_in_order", documents.c.published, documents.c.document_id)
        return
    if found.table not in metadata.tables:
        _table(found.table, metadata, found.columns, found.key)
    for items in found.lists:
        if items.table not in metadata.tables:
            keys = [column.name for column in items.key_columns]
            _table(items.table, metadata, (*items.key_columns, *columns_of(items.item)), keys)


@cache
def tables() -> sa.MetaData:
    """What is stored."""
    metadata = sa.MetaData()
    for name in TABLES:
        _define(metadata, layout.local(name) if name in layout.DOCUMENT_TABLES else layout.account(name))
    for name in ("actors", "places"):
        _define(metadata, layout.account(name))
    for name, key, value in (
        ("event_of", "event_mention_id", "event_id"),
        ("actor_of", "local_actor_id", "actor_id"),
    ):
        sa.Table(
            name,
            metadata,
            sa.Column(key, sa.Text, primary_key=True),
            sa.Column(value, sa.Text, nullable=False, index=True),
            sqlite_with_rowid=False,
        )
    sa.Table(
        "judged_documents",
        metadata,
        sa.Column("document_id", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    sa.Table(
        "parses",
        metadata,
        sa.Column("document_id", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary),
    )
    sa.Table(
        "filters",
        metadata,
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *(sa.Column(name.rstrip("_"), sa.Text) for name in CONDITIONS),
        sqlite_with_rowid=False,
    )
    for table, columns in _INDEXED.items():
        for column in columns:
            sa.Index(f"{table}_by_{column}", metadata.tables[table].c[column])
    return metadata


_INDEXED: Mapping[str, tuple[str, ...]] = {
    "local_mentions": ("mention_id",),
    "local_attributions": ("attribution_id", "source_actor_id", "parent_id"),
    "local_event_mentions": ("event_mention_id", "attribution_id"),
    "local_event_arguments": ("actor_id",),
    "local_relations": ("relation_id", "subject_actor_id", "object_actor_id"),
    "local_stances": ("event_mention_id",),
    "events": ("story_id",),
    "event_parties": ("actor_id",),
    "event_documents": ("document_id",),
    "conflict_events": ("event_id",),
    "reprints": ("document_id", "of_document_id"),
    "origins": ("event_id",),
    "derivations": ("event_id",),
}


@cache
def views() -> sa.MetaData:
    """What is read: the account's tables by the names of the contract."""
    metadata = sa.MetaData()
    for name in TABLES:
        _define(metadata, layout.account(name))
    return metadata


def _view(table: sa.Table) -> str:
    """The account's view of ``local_<table>``: the rows as written or, where people decided, as judged, with
    the account's ids."""
    chosen = []
    for column in table.columns:
        name = f'own."{column.name}"'
        if column.name.endswith("actor_id") or column.name == "refers_to":
            chosen.append(
                f"coalesce((SELECT actor_id FROM actor_of WHERE local_actor_id = {name}), {name})"
                f' AS "{column.name}"'
            )
        elif table.name == "event_mentions" and column.name == "event_id":
            chosen.append(
                "coalesce((SELECT event_id FROM event_of WHERE event_mention_id = own.event_mention_id),"
                f' {name}) AS "{column.name}"'
            )
        else:
            chosen.append(name)
    return (
        f"CREATE VIEW {table.name} AS SELECT {', '.join(chosen)} FROM local_{table.name} AS own"
        " WHERE own.judged = (own.document_id IN (SELECT document_id FROM judged_documents))"
    )


@cache
def fingerprint() -> str:
    """What the columns of this whence hash to: another build of the same format may have other fields."""
    layouts = [layout.account(name) for name in TABLES]
    layouts += [layout.local(name) for name in layout.DOCUMENT_TABLES]
    return stable_id("f", *layouts)


def definition() -> tuple[str, ...]:
    """The statements that make an empty account."""
    dialect = sqlite.dialect()
    statements = []
    for table in tables().sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            statements.append(str(CreateIndex(index).compile(dialect=dialect)))
    statements += [
        _view(table)
        for table in views().sorted_tables
        if f"local_{table.name}" in tables().tables and table.name not in tables().tables
    ]
    statements += [
        "CREATE VIRTUAL TABLE document_search USING fts5(title, text, content='documents',"
        f" content_rowid='search_id', tokenize='{TOKENIZER}')",
        "CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN"
        " INSERT INTO document_search(rowid, title, text) VALUES (new.search_id, new.title, new.text); END",
        "CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN"
        " INSERT INTO document_search(document_search, rowid, title, text)"
        " VALUES ('delete', old.search_id, old.title, old.text); END",
        f"CREATE TABLE layout AS SELECT '{fingerprint()}' AS fingerprint",
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {FORMAT}",
    ]
    return tuple(statements)
