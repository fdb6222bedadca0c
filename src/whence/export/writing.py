"""An export as a whole: the files of its format, and the manifest beside them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from whence.export import manifest
from whence.export.folder import ExportError
from whence.export.plain import STATES
from whence.export.view import LEAST_LIMIT, View
from whence.store import Store

TELL_ALL = ("jsonl", "csv", "parquet", "xlsx", "jsonld", "prov", "geojson", "html")
"""Formats that say of an event who reports, plans or denies it: they hold every event."""


def write(
    store: Store,
    out: Path,
    *,
    to: str,
    no_text: bool = False,
    with_tokens: bool = False,
    quote_limit: int | None = None,
    include: Sequence[str] = (),
    redact: Sequence[str] = (),
) -> tuple[View, tuple[Path, ...]]:
    """Write the account into the folder ``out``: what the export did, and the files, the manifest last.

    Raises :class:`ExportError` if options do not go together, and for what a format cannot hold.
    """
    _check(to, no_text, with_tokens, quote_limit, include, redact)
    if out.is_dir():
        manifest.unclaimed(out, to)
    view = View(store, no_text=no_text, quote_limit=quote_limit, redact=redact, include=include)
    module = import_module(f"whence.export.{to.replace('-', '_')}")
    written = module.export(view, out, no_text=no_text, with_tokens=with_tokens)
    path = manifest.write(view, out, to=to, with_tokens=with_tokens, written=written)
    return view, (*written, path)


def _check(
    to: str,
    no_text: bool,
    with_tokens: bool,
    quote_limit: int | None,
    include: Sequence[str],
    redact: Sequence[str],
) -> None:
    if quote_limit is not None and not no_text:
        raise ExportError("--quote-limit is for an export without the text: add --no-text.")
    if quote_limit is not None and quote_limit < LEAST_LIMIT:
        raise ExportError(f"--quote-limit is {LEAST_LIMIT} or more: names and titles would be cut below it.")
    if with_tokens and redact:
        raise ExportError("Tokens spell names out word by word: leave out --with-tokens or --redact.")
    unknown = [state for state in include if state not in STATES]
    if unknown:
        raise ExportError(f"--include takes {', '.join(STATES)}, not {unknown[0]!r}.")
    if include and to in TELL_ALL:
        raise ExportError(f"--to {to} holds every event with its status: leave out --include.")
