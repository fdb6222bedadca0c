"""The metadata of a report, and the names under which tables, sidecars and manifests give it.

The names are data (``whence/data/read/columns.tsv``): first match in the order of that file wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final

FIELDS: Final = ("text", "url", "outlet", "title", "byline", "published", "captured", "language")

_LONGEST_VALUE: Final = 2_000
"""Characters of one metadata value; the longest urls browsers accept are about 2,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a report besides its text."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    captured: str | None = None
    language: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """This metadata, with what it leaves open taken from ``other``."""
        known = {name: value for name in FIELDS[1:] if (value := getattr(self, name)) is not None}
        return replace(other, **known)


@cache
def synonyms() -> Mapping[str, tuple[str, ...]]:
    """Field → column names that mean it, best first, normalised by :func:`column_key`."""
    table = files("whence").joinpath("data/read/columns.tsv").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for line in table.splitlines()[1:]:
        name, column = line.split("\t")
        found.setdefault(name, []).append(column_key(column))
    return {name: tuple(columns) for name, columns in found.items()}


def column_key(name: str) -> str:
    """A column name without case, spaces and punctuation: ``Publish-Date`` → ``publishdate``."""
    return re.sub(r"[\W_]+", "", name.casefold())


def match_columns(names: Iterable[str], columns: Mapping[str, str] | None = None) -> dict[str, str]:
    """Field → the column of ``names`` that holds it: mapped by the user, else by its usual names."""
    names = list(names)
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(column_key(name), name)
    found = {}
    for name, usual in synonyms().items():
        if columns and name in columns:
            if columns[name] in names:
                found[name] = columns[name]
            continue
        column = next((by_key[key] for key in usual if key in by_key), None)
        if column is not None:
            found[name] = column
    return found


def metadata_of(record: Mapping[str, object], fields: Mapping[str, str]) -> Metadata:
    """The metadata of one record; ``fields`` is field → key of the record."""
    return Metadata(**{name: value_of(record.get(key)) for name, key in fields.items() if name != "text"})


def value_of(value: object) -> str | None:
    """One metadata value as text: lists are joined by commas, nested objects give their name."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title")
    if isinstance(value, (list, tuple)):
        value = ", ".join(
            filter(None, (value_of(item) for item in value[:20] if not isinstance(item, (list, tuple))))
        )
    if value is None or isinstance(value, (bool, Mapping)):
        return None
    return printable(" ".join(str(value)[:_LONGEST_VALUE].split())) or None


def printable(text: str) -> str:
    """``text`` with characters that no database and no UTF-8 file can hold (lone surrogates, NUL)
    replaced one for one by U+FFFD."""
    return re.sub("[\x00\ud800-\udfff]", "�", text)
