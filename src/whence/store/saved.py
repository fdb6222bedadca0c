"""Filters that people keep under a name, in the account and in no export.

A filter is the conditions of :class:`whence.store.Query`. One that narrows another is kept whole, a row for
each, the narrowest first: what is kept later under the name of the other changes nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from whence.store import database, definition
from whence.store.error import StoreError
from whence.store.query import CONDITIONS, Query, asks, parts

LONGEST = 60
"""Characters of a name; it is read in lists and typed again."""


class Filters:
    """The filters of one account."""

    def __init__(self, path: Path, engine: sa.Engine) -> None:
        self._path, self._engine = path, engine

    def all(self) -> Mapping[str, Query]:
        """Every filter, by name."""
        table = definition.tables().tables["filters"]
        with database.reading(self._engine, self._path) as connection:
            rows = connection.execute(sa.select(table).order_by(table.c.name, table.c.position.desc())).all()
        found: dict[str, Query] = {}
        for row in rows:
            given = {field: row._mapping[field.rstrip("_")] for field in CONDITIONS}
            found[row.name] = replace(Query(**given), within=found.get(row.name))
        return found

    def get(self, name: str) -> Query:
        """The filter of that name. Raises :class:`StoreError`, with those that there are."""
        found = self.all()
        if name not in found:
            there = ", ".join(found) or "none yet; keep one with: whence find ACCOUNT … --save NAME"
            raise StoreError(f"{self._path} has no filter {name!r}. There are: {there}")
        return found[name]

    def keep(self, name: str, query: Query) -> None:
        """Keep a filter; what had that name before is replaced.

        Raises :class:`StoreError` for a name that cannot be typed again, and for a filter that asks for
        nothing.
        """
        if not name.strip() or name != name.strip() or not name.isprintable() or len(name) > LONGEST:
            raise StoreError(
                f"{name!r} cannot be the name of a filter."
                f" Take up to {LONGEST} printable characters, without spaces around them."
            )
        rows = [
            {"name": name, "position": position}
            | {field.rstrip("_"): getattr(part, field) for field in CONDITIONS}
            for position, part in enumerate(p for p in parts(query) if asks(replace(p, within=None)))
        ]
        if not rows:
            raise StoreError("A filter needs a condition, for example: --actor Russia --from 2015-09-30")
        table = definition.tables().tables["filters"]
        with database.writing(self._engine) as connection:
            connection.execute(table.delete().where(table.c.name == name))
            connection.execute(table.insert(), rows)

    def forget(self, name: str) -> None:
        """Remove a filter. Raises :class:`StoreError` if there is none of that name."""
        self.get(name)
        table = definition.tables().tables["filters"]
        with database.writing(self._engine) as connection:
            connection.execute(table.delete().where(table.c.name == name))
