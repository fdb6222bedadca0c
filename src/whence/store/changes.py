"""What a run changed: the groups before it against the groups after it, by their members.

An event, story or actor is the set of tellings, documents or local actors it is made of. Its id is the hash
of its earliest member, so a group that keeps that member keeps its id however much joins it. All is compared
in the database: an account may have more groups than memory should hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from whence.records import Change

_PAIRS = "changed_pairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """A table with a row for each member, its group and itself."""

    table: str
    group: str
    member: str


KEPT = {
    "stories": Groups(table="story_documents", group="story_id", member="document_id"),
    "events": Groups(table="event_of", group="event_id", member="event_mention_id"),
    "actors": Groups(table="actor_of", group="actor_id", member="local_actor_id"),
}
"""What the account groups."""


def keep(connection: sa.Connection, groups: Groups) -> Groups:
    """A copy of these groups as they are now, which lasts as long as the connection."""
    copy = Groups(table=f"before_{groups.table}", group=groups.group, member=groups.member)
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{copy.table}")
    connection.exec_driver_sql(
        f"CREATE TEMP TABLE {copy.table} AS SELECT {groups.member}, {groups.group} FROM {groups.table}"
    )
    for column in (copy.member, copy.group):
        connection.exec_driver_sql(f"CREATE INDEX temp.{copy.table}_{column} ON {copy.table} ({column})")
    return copy


def changes(
    connection: sa.Connection, before: Groups, after: Groups, *, table: str, run_id: str
) -> Iterator[Change]:
    """The rows of ``changes`` for one table, ordered by new id, then old id.

    * ``new``: no member of it was there before; ``gone``: no member is there any more.
    * ``merged``: ``old_id`` and others are now ``new_id``; ``split``: ``old_id`` is ``new_id`` and others.
    * ``renamed``: it holds what ``old_id`` held, and only that, under another id.

    A group that keeps its id is no change, even when members joined or left.
    """
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{_PAIRS}")
    connection.exec_driver_sql(
        f"CREATE TEMP TABLE {_PAIRS} AS SELECT DISTINCT a.{after.group} AS new_id, b.{before.group} AS old_id"
        f" FROM {after.table} AS a LEFT JOIN {before.table} AS b ON b.{before.member} = a.{after.member}"
    )
    for column in ("new_id", "old_id"):
        connection.exec_driver_sql(f"CREATE INDEX temp.{_PAIRS}_{column} ON {_PAIRS} ({column})")
    for new, old, olds, news in connection.exec_driver_sql(
        f"SELECT new_id, old_id, (SELECT count(old_id) FROM {_PAIRS} WHERE new_id = p.new_id),"
        f" (SELECT count(*) FROM {_PAIRS} WHERE old_id = p.old_id) FROM {_PAIRS} AS p"
        " WHERE old_id IS NOT new_id ORDER BY new_id, old_id"
    ):
        if old is not None:
            kind = "merged" if olds > 1 else "split" if news > 1 else "renamed"
            yield Change(run_id=run_id, kind=kind, table=table, old_id=old, new_id=new)  # type: ignore[arg-type]
        elif olds == 0 and not _is_group(connection, before, new):
            yield Change(run_id=run_id, kind="new", table=table, old_id=None, new_id=new)
    for (old,) in connection.exec_driver_sql(
        f"SELECT DISTINCT {before.group} FROM {before.table}"
        f" WHERE {before.group} NOT IN (SELECT old_id FROM {_PAIRS} WHERE old_id IS NOT NULL)"
        f" AND {before.group} NOT IN (SELECT new_id FROM {_PAIRS}) ORDER BY 1"
    ):
        yield Change(run_id=run_id, kind="gone", table=table, old_id=old, new_id=None)
    connection.exec_driver_sql(f"DROP TABLE temp.{_PAIRS}")


def _is_group(connection: sa.Connection, groups: Groups, key: str) -> bool:
    query = f"SELECT 1 FROM {groups.table} WHERE {groups.group} = ? LIMIT 1"
    return connection.exec_driver_sql(query, (key,)).first() is not None
