"""Word lists and cue tables of the extraction, read from the package's data files."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def rows(path: str) -> tuple[Mapping[str, str], ...]:
    """Rows of the tab-separated file ``path`` (below ``whence/data``) as column → value."""
    text = files("whence").joinpath("data", *path.split("/")).read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def words(path: str, column: str, **where: str) -> frozenset[str]:
    """The values of one column, of the rows whose other columns have the values in ``where``."""
    return frozenset(
        row[column] for row in rows(path) if all(row[name] == value for name, value in where.items())
    )


@cache
def mapping(path: str, key: str, value: str) -> Mapping[str, str]:
    """One column by another."""
    return {row[key]: row[value] for row in rows(path)}


@cache
def indexed(path: str, key: str) -> Mapping[str, Mapping[str, str]]:
    """Whole rows by one column."""
    return {row[key]: row for row in rows(path)}
