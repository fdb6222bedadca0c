"""Judgements as JSON Lines: what people decided travels apart from the account, and outlives it.

The lines are those of ``judgements.jsonl``: appended to, read in any order, the same line twice is one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, Literal, get_args, get_origin, get_type_hints

from whence.records import Anchor, Judgement, to_dict
from whence.store.error import StoreError


def written(judgements: Iterable[Judgement]) -> Iterator[str]:
    """One line per judgement, without its line end."""
    for judgement in judgements:
        yield json.dumps(to_dict(judgement), ensure_ascii=False)


def read(lines: Iterable[str]) -> Iterator[Judgement]:
    """The judgements that ``lines`` hold; empty lines are passed over.

    Raises :class:`whence.store.StoreError` with the number of the first line that is none.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _judgement(json.loads(line))
            except (ValueError, TypeError, RecursionError) as error:
                raise StoreError(f"Line {number} is not a judgement ({error}).") from error


def _judgement(found: Any) -> Judgement:
    row = _checked(Judgement, found)
    if not isinstance(row["anchors"], list) or not row["anchors"]:
        raise ValueError("anchors: a list of at least one")
    row["anchors"] = tuple(Anchor(**_checked(Anchor, anchor)) for anchor in row["anchors"])
    return Judgement(**row)


def _checked(record: type, found: Any) -> dict[str, Any]:
    """``found`` if its keys are the record's fields and its scalars of their type."""
    hints = get_type_hints(record)
    if not isinstance(found, dict) or found.keys() != {field.name for field in fields(record)}:
        raise ValueError(f"not the fields of {record.__name__}: {', '.join(hints)}")
    for name, value in found.items():
        allowed = get_args(hints[name])
        if get_origin(hints[name]) is Literal:
            if value not in allowed:
                raise ValueError(f"{name}: one of {', '.join(allowed)}")
        elif get_origin(hints[name]) is not tuple and (
            not isinstance(value, allowed or hints[name]) or isinstance(value, bool)
        ):
            raise ValueError(f"{name}: {hints[name]}")
    return dict(found)
