"""Strategies for records of any class, made from the annotations alone, and a small account."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import strategies as st

from whence.records import TABLES
from whence.store import Store
from whence.store.layout import DOCUMENT_TABLES, singular
from whence.tables import DocumentRecords

# What Excel, CSV and JSON readers trip over belongs in every text.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", '=1+1,"x"\n', "\x00", "\u2028", "İstanbul", "'", "null"]
)


def _unknown(value: Any) -> bool:
    return is_dataclass(value) and all(getattr(value, f.name) is None for f in fields(value))


def _strategy(annotation: Any) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        # A nested object that holds nothing is unknown, and unknown is written None.
        options = [_strategy(argument) for argument in arguments if argument is not type(None)]
        if type(None) in arguments:
            return st.none() | st.one_of(options).filter(lambda value: not _unknown(value))
        return st.one_of(options)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(_strategy(arguments[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(_strategy(argument) for argument in arguments))
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(_strategy(arguments[0]), _strategy(arguments[1]), max_size=2)
    if is_dataclass(annotation):
        return _records(annotation)
    return {
        str: TEXTS,
        int: st.integers(min_value=-(2**63), max_value=2**63 - 1),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bool: st.booleans(),
    }[annotation]


def _records(record: Any, **fixed: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(record)
    chosen = {
        f.name: st.just(fixed[f.name]) if f.name in fixed else _strategy(hints[f.name])
        for f in fields(record)
    }
    return st.builds(record, **chosen)


@pytest.fixture(scope="session")
def records() -> Callable[..., st.SearchStrategy[Any]]:
    """``records(cls, **fixed)``: any record of a class, some fields given."""
    return _records


def _tables(document_id: str) -> st.SearchStrategy[DocumentRecords]:
    def table(name: str) -> st.SearchStrategy[Any]:
        record = TABLES[name]
        hints = get_type_hints(record)
        owner = {"document_id": document_id} if "document_id" in hints else {}
        identity = f"{singular(name)}_id"
        one = [
            _records(record, **owner, **({identity: f"{name}-{n}"} if identity in hints else {}))
            for n in (1, 2)
        ]
        return st.integers(0, 2).flatmap(lambda n: st.tuples(*one[:n]))

    return st.builds(
        DocumentRecords,
        # Which document is a version of which is known across documents only.
        document=_records(TABLES["documents"], document_id=document_id, version_of=None),
        **{name: table(name) for name in DOCUMENT_TABLES},
    )


@pytest.fixture(scope="session")
def analyses() -> Callable[[str], st.SearchStrategy[DocumentRecords]]:
    """``analyses(document_id)``: any records of one document."""
    return _tables


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "account.db", create=True) as opened:
        yield opened
