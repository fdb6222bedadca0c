"""Rows by their ids, or the beginnings of these: of all that was written, shown or not."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from whence.store import definition
from whence.store.layout import singular

ENOUGH = 6
"""Ids of one beginning that are looked at; more only say that it is too short."""


def beginning(connection: sa.Connection, prefix: str, tables: Iterable[str]) -> list[tuple[str, str]]:
    """(table, id) of the records whose id begins with ``prefix``, some of them if there are many; of a table
    in which one is equal to it only that."""
    found: list[tuple[str, str]] = []
    for name in tables:
        column = _kept(name).c.get(f"{singular(name)}_id")
        if column is None:
            continue
        begins = sa.and_(column >= prefix, column < prefix + "\U0010ffff")
        query = sa.select(column).where(begins).order_by(column).distinct().limit(ENOUGH)
        ids = connection.execute(query).scalars().all()
        found += ((name, one) for one in (ids[:1] if prefix in ids else ids))
    return found


def documents_with(connection: sa.Connection, table: str, key: str) -> list[str]:
    """Ids of the documents whose records have a row of that id, as written or as judged."""
    kept = _kept(table).c
    query = sa.select(kept.document_id).where(kept[f"{singular(table)}_id"] == key)
    return list(connection.execute(query.distinct().order_by(kept.document_id)).scalars())


def _kept(name: str) -> sa.Table:
    """Where rows are kept that the account shows under ``name``."""
    tables = definition.tables().tables
    return tables[name] if name in tables else tables[f"local_{name}"]
