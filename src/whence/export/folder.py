"""The folder an export writes: one file per table, each there as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from whence.records import TABLES


class ExportError(Exception):
    """The export cannot be written; the message says what to do."""


def prepared(out: Path, *, no_text: bool, with_tokens: bool) -> tuple[str, ...]:
    """Make the folder; the names of the tables to write, in their order.

    Raises :class:`ExportError` if ``out`` is a file, or if tokens would give the text away.
    """
    if no_text and with_tokens:
        raise ExportError("Tokens spell the text out: leave out --no-text or --with-tokens.")
    if out.exists() and not out.is_dir():
        raise ExportError(f"{out} is a file. Name a folder to write the tables into.")
    out.mkdir(parents=True, exist_ok=True)
    return tuple(name for name in TABLES if with_tokens or name != "tokens")


def without_tokens(out: Path, what: str, *, with_tokens: bool) -> None:
    """Make the folder of a format that holds no tokens; raises :class:`ExportError` if they are asked for."""
    if with_tokens:
        raise ExportError(f"{what} holds no tokens: leave out --with-tokens, or export --to csv.")
    prepared(out, no_text=False, with_tokens=False)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file to write in place of ``path``, which is as it was until the whole is written."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def finished(out: Path, written: list[Path], suffix: str) -> tuple[Path, ...]:
    """``written``; a table of an earlier export that is not among them is removed, so that the folder holds
    one export."""
    return only(written, [out / f"{name}.{suffix}" for name in TABLES])


def only(written: list[Path], possible: Iterable[Path]) -> tuple[Path, ...]:
    """``written``; whatever else the format can write is removed: an earlier export may have left it."""
    for path in sorted(set(possible) - set(written)):
        path.unlink(missing_ok=True)
    return tuple(written)
