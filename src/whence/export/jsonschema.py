"""JSON Schema (draft 2020-12) of every table and of ``analyse(text).to_dict()``, from the records'
annotations, so that it cannot say anything else than they do."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from whence.records import TABLES, Document
from whence.tables import DocumentRecords

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def table(name: str) -> Schema:
    """The schema of one line of ``<name>.jsonl``.

    The text of a document may be null there: an export can leave it out.
    """
    schema = _schema(TABLES[name])
    if name == "documents":
        schema["properties"]["text"] = {"type": ["string", "null"]}
    return {"$schema": DIALECT, "title": name, **schema}


def analysis() -> Schema:
    """The schema of ``analyse(text).to_dict()``: one document and its tables."""
    tables = [f.name for f in fields(DocumentRecords) if f.name in TABLES]
    properties = {name: {"type": "array", "items": _schema(TABLES[name])} for name in tables}
    return {"$schema": DIALECT, "title": "analysis", **_object({"document": _schema(Document), **properties})}


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _schema(annotation: Any) -> Schema:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _any_of([_schema(argument) for argument in arguments])
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _schema(arguments[0])}
    if origin is tuple:
        items = [_schema(argument) for argument in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(arguments[1])}
    if is_dataclass(annotation):
        hints = get_type_hints(annotation)
        # A dataclass without a docstring is given its signature as one: as good a description as any.
        said = (annotation.__doc__ or "").replace("``", "").partition("\n\n")[0]
        found = _object({f.name.rstrip("_"): _schema(hints[f.name]) for f in fields(annotation)})
        return {"description": said, **found}
    kinds = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}
    return {"type": kinds[annotation]}


def _any_of(options: list[Schema]) -> Schema:
    """Plain types in one list; anything else as alternatives."""
    if all(option.keys() == {"type"} for option in options):
        return {"type": [option["type"] for option in options]}
    return {"anyOf": options}
