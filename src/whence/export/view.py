"""The account as one export shows it: what is left out, cut or blotted is so before any format sees it.

``no_text`` leaves the articles' text out, and no value holds more than ``quote_limit`` characters in a row of
it: what is longer is cut, with "…" at its end. ``redact`` blots names out (:mod:`whence.export.redaction`).
Formats tell here, for the manifest, what they wrote, what they left out and which cells stay empty, and why.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from whence.export.redaction import BLOT, Redaction
from whence.records import Document
from whence.store import Store
from whence.store.layout import Column
from whence.store.select import Where
from whence.tables import DocumentRecords

QUOTE_LIMIT = 200
"""Characters of a quote in an export without the text, unless told otherwise."""
LEAST_LIMIT = 20
"""Names and titles are words of an article too: below it they would be cut."""
_CODES = frozenset(
    {
        "sha256", "analysis_key", "refers_to", "version_of", "follows", "candidates", "wikidata", "language",
        "translated_from", "published", "captured", "from", "to", "first_reported", "when", "started",
        "finished", "version", "type", "mode", "context", "contexts", "cameo", "country", "sector", "sectors",
        "upos", "feats", "deprel", "scheme", "code", "stage", "field", "fields",
    }
)  # fmt: skip
"""Fields that hold no words of an article."""
_ADDRESSES = frozenset({"url", "path"})
"""Fields that are useless if they are cut."""
Row = Sequence[Any]


def as_exported(edited: str, held: str) -> bool:
    """Whether ``edited`` is ``held`` as an export wrote it: with names blotted out, or cut at its end."""
    cut = edited.endswith("…") and LEAST_LIMIT < len(edited) <= len(held)
    shown = edited[:-1] if cut else edited
    return (cut or len(edited) == len(held)) and all(
        a in (b, BLOT) for a, b in zip(shown, held, strict=False)
    )


class View:
    """An account with what one export does to it. It is read as a :class:`whence.store.Store` is."""

    def __init__(
        self,
        store: Store,
        *,
        no_text: bool = False,
        quote_limit: int | None = None,
        redact: Sequence[str] = (),
        include: Sequence[str] = (),
    ) -> None:
        self.store = store
        self.no_text = no_text
        self.limit = (QUOTE_LIMIT if quote_limit is None else quote_limit) if no_text else None
        self.redaction = Redaction(store, redact) if redact else None
        self.include = frozenset(include)
        """Events that are planned, hypothetical or denied, to be written to a file of their own."""
        self.written: dict[str, int] = {}
        """What → how many of it the format wrote."""
        self.left_out: Counter[str] = Counter()
        """Reason → how many events do not stand among those reported as happened."""
        self.left_empty: Counter[str] = Counter()
        """Field and reason → in how many rows it is empty though something is told."""

    @staticmethod
    def of(store: Store | View, *, no_text: bool = False) -> View:
        """``store`` itself if it is a view."""
        return store if isinstance(store, View) else View(store, no_text=no_text)

    # --- reading, as of a Store -------------------------------------------------------------------

    def count(self, name: str) -> int:
        return self.store.count(name)

    def table(self, name: str, **where: Where) -> Iterator[Any]:
        """The records of a table as they are exported; the text of a document is null without the text."""
        found = self.store.table(name, **where)
        if self._plain(name):
            return found
        return (self._document(r) if name == "documents" else self._record(r) for r in found)

    def documents(self, document_ids: Sequence[str]) -> dict[str, Document]:
        """Reports with their text, to quote from (:meth:`quote`)."""
        found = self.store.table("documents", document_id=sorted(set(document_ids)))
        return {document.document_id: self._quotable(document) for document in found}

    def quote(self, document: Document, start: int, end: int) -> str:
        """What stands in a report of :meth:`documents`, as long as a quote may be."""
        return self._cut(document.text[start:end])

    def load_all(self, *, without: Sequence[str] = ()) -> Iterator[DocumentRecords]:
        """As :meth:`whence.store.Store.load_all`, with reports to quote from; their tables are as written."""
        for records in self.store.load_all(without=without):
            yield replace(records, document=self._quotable(records.document))

    def rows(self, name: str) -> Iterator[tuple[str, tuple[Column, ...], Iterator[Row]]]:
        for table, columns, rows in self.store.rows(name):
            yield table, columns, rows if self._plain(name) else self._rows(table, columns, rows)

    # --- what an export does to a value -----------------------------------------------------------

    def _plain(self, name: str) -> bool:
        """Whether a table is exported as it is: nothing is asked for, or it holds no words of an article."""
        return (self.limit is None and self.redaction is None) or name in ("runs", "changes")

    def _cut(self, text: str) -> str:
        return text if self.limit is None or len(text) <= self.limit else f"{text[: self.limit]}…"

    def _text(self, value: str, field: str, key: str | None = None, start: int | None = None) -> str:
        if self.redaction is not None:
            value = self.redaction.span(value, key, start) if key else self.redaction.words(value)
        return value if field in _ADDRESSES else self._cut(value)

    def _quotable(self, document: Document) -> Document:
        text = document.text
        if self.redaction is not None:
            text = self.redaction.span(text, document.document_id, 0)
        shown: Document = self._record(replace(document, text=""))
        return replace(shown, text=text)

    def _document(self, document: Document) -> Document:
        text: Any = None if self.no_text else self._quotable(document).text
        return replace(self._record(replace(document, text="")), text=text)  # type: ignore[no-any-return]

    def _record(self, record: Any) -> Any:
        # A span stands in the report of its record; of a stance, in that of its telling.
        key = getattr(record, "document_id", None) or getattr(record, "event_mention_id", None)
        return self._shown(record, "", key, None)

    def _shown(self, value: Any, field: str, key: str | None, start: int | None) -> Any:
        if isinstance(value, str):
            return self._text(value, field, key, start)
        if isinstance(value, tuple):
            return tuple(self._shown(item, field, key, None) for item in value)
        if isinstance(value, Mapping):
            return {name: self._shown(item, field, key, None) for name, item in value.items()}
        if not is_dataclass(value) or isinstance(value, type):
            return value
        at = getattr(value, "start", None)
        changed = {
            name: self._shown(held, name, key, at if name == "text" else None)
            for name in _worded(type(value))
            if (held := getattr(value, name)) is not None
        }
        return replace(value, **changed) if changed else value

    def _rows(self, table: str, columns: Sequence[Column], rows: Iterator[Row]) -> Iterator[Row]:
        place = {column.name: number for number, column in enumerate(columns)}
        chosen: list[Callable[[Any, Row], Any]] = [self._cell(table, column, place) for column in columns]
        for row in rows:
            yield [cell(value, row) for cell, value in zip(chosen, row, strict=True)]

    def _cell(self, table: str, column: Column, place: Mapping[str, int]) -> Callable[[Any, Row], Any]:
        """What a cell of a flat row shows, given the row: the same as its field of the record."""
        name = column.name
        if column.kind == "mapping":
            return lambda value, _: value and _mapping(value, lambda held: self._text(held, name))
        if column.kind != "text" or _is_code(name):
            return lambda value, _: value
        if (table, name) == ("documents", "text"):
            if self.no_text:
                return lambda _value, _row: None
            key, start = place["document_id"], None
        else:
            key = place.get("document_id", place.get("event_mention_id", -1))
            start = place.get(f"{name[:-4]}start") if name.endswith("text") else None

        def text(value: str | None, row: Row) -> str | None:
            if value is None:
                return None
            at = 0 if table == "documents" and name == "text" else None
            return self._text(
                value, name, row[key] if key >= 0 else None, row[start] if start is not None else at
            )

        return text


def _mapping(value: str, text: Callable[[str], str]) -> str:
    held = {key: text(item) if isinstance(item, str) else item for key, item in json.loads(value).items()}
    return json.dumps(held, sort_keys=True)


def _is_code(name: str) -> bool:
    last = name.rpartition("_")[2]
    return name in _CODES or last in ("id", "ids") or last in _CODES


@cache
def _worded(record: type) -> tuple[str, ...]:
    """The fields of a record that may hold words of an article, or records that do."""
    hints = get_type_hints(record)
    return tuple(
        f.name for f in fields(record) if not _is_code(f.name.rstrip("_")) and _holds_words(hints[f.name])
    )


def _holds_words(hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return False
    return hint is str or is_dataclass(hint) or any(_holds_words(part) for part in get_args(hint))
