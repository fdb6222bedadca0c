"""The account's file: one SQLite database that opens in Datasette and can be cited."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from whence.store.definition import APPLICATION_ID, FORMAT, definition, fingerprint
from whence.store.error import StoreError

BUSY_MS = 30_000
"""How long a command waits for another that is writing: longer than any one step's transaction."""

CACHE_KIB = 65_536
"""Of the file in memory. SQLite's own 2 MiB are less than the indexes of a thousand reports, which are
written in no order."""


def connect(path: Path, *, create: bool) -> sa.Engine:
    """An engine on the account at ``path``; with ``create`` one is made where there is none.

    Raises :class:`StoreError` for a missing file, a file that is no account, or one of a newer format.
    """
    if path.is_dir():
        raise StoreError(f"{path} is a folder. Name a file, for example {path / 'account.db'}.")
    if not path.exists() and not create:
        raise StoreError(f"There is no account at {path}. Make one with: whence read REPORTS --into {path}")
    if not path.parent.is_dir():
        raise StoreError(f"The folder {path.parent} does not exist. Create it, or name another file.")
    writable = os.access(path if path.exists() else path.parent, os.W_OK) and os.access(path.parent, os.W_OK)
    engine = _engine(path, writable=writable)
    try:
        _prepare(engine, path, create=create)
    except DBAPIError as error:
        engine.dispose()
        if "not a database" in str(error.orig):
            raise StoreError(_stranger(path)) from error
        raise StoreError(f"{path} cannot be opened ({error.orig}).") from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def _engine(path: Path, *, writable: bool) -> sa.Engine:
    # A file or folder without write access has no room for the log beside it: it is read as it stands.
    uri = f"{path.absolute().as_uri()}{'' if writable else '?mode=ro&immutable=1'}"

    def opened() -> sqlite3.Connection:
        return sqlite3.connect(
            uri, uri=True, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False
        )

    engine = sa.create_engine("sqlite://", creator=opened, poolclass=sa.pool.QueuePool)

    @sa.event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.create_function("casefold", 1, _casefold, deterministic=True)
        connection.create_function("names", 2, names, deterministic=True)

    @sa.event.listens_for(engine, "begin")
    def _begun(connection: sa.Connection) -> None:
        # SQLAlchemy's advice for SQLite: without it, definitions and reads run outside any transaction.
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")

    return engine


def names(text: str | None, wanted: str) -> bool:
    """Whether ``text`` holds ``wanted`` as whole words, whatever the case: "Niger" is not in "Nigeria"."""
    if text is None:
        return False
    text, wanted = text.casefold(), wanted.casefold().strip()
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(wanted, start + 1)
    return False


def _casefold(value: str | None) -> str | None:
    return None if value is None else value.casefold()


def _stranger(path: Path) -> str:
    return f"{path} is not a whence account. Name a file made by: whence read REPORTS --into FILE"


def _prepare(engine: sa.Engine, path: Path, *, create: bool) -> None:
    new = create and (not path.exists() or path.stat().st_size == 0)
    if new:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()
        with writing(engine) as connection:
            # Another process may have made it while this one waited for its turn.
            if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
                for statement in definition():
                    connection.exec_driver_sql(statement)
    with engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
            raise StoreError(_stranger(path))
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if version > FORMAT:
            raise StoreError(
                f"{path} was written by a newer whence (format {version}; this one reads up to {FORMAT})."
                " Upgrade with: pip install --upgrade whence"
            )
        same = version == FORMAT and (
            connection.exec_driver_sql("SELECT fingerprint FROM layout").scalar_one() == fingerprint()
        )
    if not same:
        raise StoreError(
            f"{path} was written by another version of whence, with other columns."
            " Read the reports again into a new file, or open it with the version that wrote it."
        )


@contextmanager
def reading(engine: sa.Engine, path: Path) -> Iterator[sa.Connection]:
    """One unchanging view. Raises :class:`StoreError` if the file is damaged."""
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        raise StoreError(f"{path} could not be read ({error.orig}).") from error


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction that is kept as a whole or not at all."""
    try:
        with engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        raise StoreError(
            f"The account could not be written ({error.orig}); it is as it was before this step."
        ) from error
