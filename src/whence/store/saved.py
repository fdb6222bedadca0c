"""Filters that people keep under a name, in the account and in no export.

A filter is the conditions of :class:`whence.store.Query`. One that narrows another is kept whole, a row for
each, the narrowest first: what is kept later under the name of the other changes nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import sqlalchemy as sa

from whence.store import definition
from whence.store.error import StoreError
from whence.store.query import CONDITIONS, Query, asks, parts

LONGEST = 60
"""Characters of a name; it is read in lists and typed again."""


def kept(connection: sa.Connection) -> Mapping[str, Query]:
    """Every filter, by name."""
    table = definition.tables().tables["filters"]
    rows = connection.execute(sa.select(table).order_by(table.c.name, table.c.position.desc()))
    found: dict[str, Query] = {}
    for row in rows.mappings():
        given = {field: row[field.rstrip("_")] for field in CONDITIONS}
        found[row["name"]] = replace(Query(**given), within=found.get(row["name"]))
    return found


def keep(connection: sa.Connection, name: str, query: Query) -> None:
    """Keep a filter; one of that name is replaced.

    Raises :class:`StoreError` for a name that cannot be typed again, and for a filter that asks for nothing.
    """
    if not name.strip() or name != name.strip() or not name.isprintable() or len(name) > LONGEST:
        raise StoreError(
            f"{name!r} cannot be the name of a filter."
            f" Take up to {LONGEST} printable characters, without spaces around them."
        )
    rows = [
        {"name": name, "position": position}
        | {field.rstrip("_"): getattr(part, field) for field in CONDITIONS}
        for position, part in enumerate(part for part in parts(query) if asks(replace(part, within=None)))
    ]
    if not rows:
        raise StoreError("A filter needs a condition, for example: --actor Russia --from 2015-09-30")
    forget(connection, name)
    connection.execute(definition.tables().tables["filters"].insert(), rows)


def forget(connection: sa.Connection, name: str) -> bool:
    """Whether there was a filter of that name; it is there no more."""
    table = definition.tables().tables["filters"]
    return connection.execute(table.delete().where(table.c.name == name)).rowcount > 0
