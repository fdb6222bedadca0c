"""``manifest.json``: what an export is of, what it holds, and what it leaves out and why.

It depends on the documents and judgements of the account, the version and the options, not on the clock or on
the order in which the reports were read: two runs over the same documents give the same bytes. ``runs`` and
``changes`` tell of the runs themselves, so they are not counted. Names that are redacted are counted, never
written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from whence import __version__
from whence.export.folder import ExportError, replacing
from whence.export.view import View
from whence.records import TABLES, to_dict
from whence.store import Store

FILE = "manifest.json"
_OF_RUNS = ("runs", "changes")
_REVIEWED = ("actors", "attributions", "event_mentions", "stances", "reprints", "events")
"""Tables whose rows say what people decided about them."""
_LABEL = "Laid out like {0}, by columns remembered and not checked against it. This is not {0} data."
LABELS = {"icews-like": _LABEL.format("ICEWS"), "acled-like": _LABEL.format("ACLED")}
"""What is said of formats that are named after data sets of others."""


def account_hash(store: Store) -> str:
    """SHA-256 over the texts of the account, in order of publication and id, and over what people decided:
    a line for each."""
    digest = hashlib.sha256()
    for document in store.table("documents"):
        digest.update(f"document {document.sha256}\n".encode())
    for line in sorted(json.dumps(to_dict(j), sort_keys=True) for j in store.table("judgements")):
        digest.update(f"judgement {line}\n".encode())
    return digest.hexdigest()


def unclaimed(out: Path, to: str) -> None:
    """Raises :class:`ExportError` if ``out`` holds an export to another format: the manifest is of one."""
    path = out / FILE
    if not path.is_file():
        return
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        format_ = held.get("format")
    except (ValueError, AttributeError):
        format_ = None
    if format_ != to:
        what = f"an export to {format_}" if format_ else f"a {FILE} that is not of an export"
        raise ExportError(f"{out} holds {what}. Name a folder of its own for each format.")


def write(view: View, out: Path, *, to: str, with_tokens: bool, written: Sequence[Path]) -> Path:
    """Write the manifest of an export beside its files."""
    path = out / FILE
    told = _manifest(view, to=to, with_tokens=with_tokens, written=written)
    with replacing(path) as partial:
        partial.write_text(as_text(told), encoding="utf-8")
    return path


def as_text(told: Mapping[str, Any]) -> str:
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n"


def _manifest(view: View, *, to: str, with_tokens: bool, written: Sequence[Path]) -> dict[str, Any]:
    return {
        "format": to,
        **({"label": LABELS[to]} if to in LABELS else {}),
        "whence": __version__,
        "account": account_hash(view.store),
        "options": {
            "no_text": view.no_text,
            "quote_limit": view.limit,
            "with_tokens": with_tokens,
            "include": sorted(view.include),
        },
        "redacted": {
            "names": view.redaction.names if view.redaction else 0,
            "occurrences": view.redaction.occurrences if view.redaction else 0,
        },
        "files": [path.name for path in written],
        "tables": {name: view.count(name) for name in TABLES if name not in _OF_RUNS},
        "written": view.written,
        "left_out": dict(sorted(view.left_out.items())),
        "left_empty": dict(sorted(view.left_empty.items())),
        "reviewed": _reviewed(view),
    }


def _reviewed(view: View) -> dict[str, Any]:
    """What people decided, who did, and how many rows of each table it touched."""
    judgements = list(view.table("judgements"))
    rows: Iterator[tuple[str, int]] = (
        (name, sum(1 for record in view.store.table(name) if record.reviewed)) for name in _REVIEWED
    )
    return {
        "judgements": len(judgements),
        "by": sorted({judgement.who for judgement in judgements if judgement.who}),
        "rows": {name: count for name, count in rows if count} if judgements else {},
    }
