"""How a record class lies in flat tables, worked out from its annotations alone.

* A scalar is a column; a mapping is a column of JSON text with sorted keys.
* A nested record is flat columns with the field's name before them (``source_text``, ``date_from``);
  one that may be null and has nothing but nulls in it is null: unknown is written one way.
* A range is ``…_start`` and ``…_end``; a value of several types has one column per type.
* A list is a table of its own (:class:`ListShape`) with the key of its owner and a ``position``.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from whence.records import TABLES
from whence.tables import DocumentRecords

Kind = Literal["text", "choice", "integer", "real", "boolean", "mapping"]

DOCUMENT_TABLES: tuple[str, ...] = tuple(f.name for f in fields(DocumentRecords) if f.name in TABLES)
"""Tables written once per document."""

LOCAL_TABLES = frozenset(
    {"mentions", "actors", "places", "attributions", "event_mentions", "stances", "relations"}
)
"""Those of them that the account shows otherwise than as they were written: with its own ids, and as people
judged them. They are kept as ``local_…``, what a stage wrote beside what was judged of it."""

_LISTS: Mapping[tuple[str, str], tuple[str, str | None]] = {
    ("event_mentions", "actors"): ("event_arguments", "actor"),
    ("event_mentions", "recipients"): ("event_arguments", "recipient"),
    ("event_mentions", "quantities"): ("event_quantities", None),
    ("attributions", "content"): ("attribution_contents", None),
    ("events", "actors"): ("event_parties", "actor"),
    ("events", "recipients"): ("event_parties", "recipient"),
    ("events", "quantities"): ("event_values", None),
    **{
        (table, "reviewed"): (f"{table.removesuffix('s')}_reviews", None)
        for table in ("actors", "attributions", "event_mentions", "stances", "reprints", "events")
    },
}
"""(table, list field) → (its table, role); any other list is named after its owner and itself."""

_TUPLE_PARTS: Mapping[int, tuple[str, ...]] = {
    2: ("start", "end"),
    4: ("a_start", "a_end", "b_start", "b_end"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    name: str
    kind: Kind
    nullable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarShape:
    column: Column


@dataclass(frozen=True, slots=True, kw_only=True)
class TupleShape:
    """A tuple of known length, one column per place."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShape:
    record: type
    nullable: bool
    parts: tuple[tuple[str, Shape], ...]
    """(attribute, shape)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionShape:
    """A value of one of several types; the last is taken when no earlier one is there."""

    parts: tuple[tuple[type, Shape], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShape:
    """A table whose rows are the items of a list."""

    table: str
    role: str | None
    """Two lists of one owner that share a table differ in its ``role`` column."""
    keys: tuple[tuple[str, Column], ...]
    """(column of the owner's table, column here that repeats it)."""
    item: Shape

    @property
    def key_columns(self) -> tuple[Column, ...]:
        role = (Column(name="role", kind="choice", nullable=False),) if self.role else ()
        position = Column(name="position", kind="integer", nullable=False)
        return (*(column for _, column in self.keys), *role, position)


Shape = ScalarShape | TupleShape | RecordShape | UnionShape | ListShape


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layout:
    """One table of records. ``key`` are the columns that tell its rows apart. There is one layout of a
    table (see :func:`local`, :func:`account`), so that one is equal to itself only."""

    table: str
    record: type
    added: tuple[Column, ...]
    """Columns beyond the record's own: the owning document, the place in it and whether it is the row as
    people judged it, or a hash of the row."""
    key: tuple[str, ...]
    order: tuple[str, ...]
    """The columns that rows are sorted by, nulls first."""
    identity: tuple[str, ...]
    """The columns that every table of its lists repeats."""
    shape: RecordShape

    @property
    def columns(self) -> tuple[Column, ...]:
        return (*self.added, *columns_of(self.shape))

    @property
    def lists(self) -> tuple[ListShape, ...]:
        """The list fields, those inside a list after it."""
        return tuple(lists_of(self.shape))


def columns_of(shape: Shape) -> Iterator[Column]:
    """The columns of one row, in the order of the record's fields."""
    match shape:
        case ScalarShape():
            yield shape.column
        case TupleShape():
            yield from shape.columns
        case RecordShape() | UnionShape():
            for _, part in shape.parts:
                yield from columns_of(part)
        case ListShape():
            return


def lists_of(shape: Shape) -> Iterator[ListShape]:
    match shape:
        case ListShape():
            yield shape
            yield from lists_of(shape.item)
        case RecordShape() | UnionShape():
            for _, part in shape.parts:
                yield from lists_of(part)
        case _:
            return


def flat(shape: RecordShape, nested: Mapping[str, Any] | None) -> dict[str, Any]:
    """A record's dictionary with its nested objects as flat keys; lists and mappings stay as they are.

    With ``None`` for the dictionary every value is ``None``: the keys, in order.
    """
    found: dict[str, Any] = {}
    for attribute, part in shape.parts:
        name = attribute.rstrip("_")
        value = None if nested is None else nested[name]
        if isinstance(part, RecordShape):
            inner = flat(part, value)
            found |= {_joined(name, key): item for key, item in inner.items()}
        else:
            found[name] = value
    return found


def singular(name: str) -> str:
    """``stories`` → ``story``, ``losses`` → ``loss``, ``actor_ids`` → ``actor_id``."""
    if name.endswith("ies"):
        return name[:-3] + "y"
    if name.endswith("ses"):
        return name[:-2]
    return name.removesuffix("s")


def _column(name: str, annotation: Any, nullable: bool) -> Column:
    kinds: Mapping[Any, Kind] = {str: "text", int: "integer", float: "real", bool: "boolean"}
    if get_origin(annotation) is Literal:
        return Column(name=name, kind="choice", nullable=nullable)
    if get_origin(annotation) is not None and issubclass(get_origin(annotation), Mapping):
        return Column(name=name, kind="mapping", nullable=nullable)
    return Column(name=name, kind=kinds[annotation], nullable=nullable)


def _joined(prefix: str, name: str) -> str:
    """``place`` and ``name`` are ``place_name``; ``place`` and ``place_id`` stay ``place_id``."""
    return f"{prefix}_{name}" if prefix and not name.startswith(f"{prefix}_") else name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Owner:
    """The table whose rows own what is being laid out: its name, its prefix, and the key to repeat."""

    table: str
    prefix: str
    keys: tuple[Column, ...]


def _list(owner: _Owner, path: str, attribute: str, annotation: Any) -> ListShape:
    default = f"{singular(owner.table)}_{path.removesuffix('_ids') + 's' if path.endswith('_ids') else path}"
    table, role = _LISTS.get((owner.table, path), (default, None))
    place = f"{singular(owner.table).rpartition('_')[2]}_position"
    keys = tuple(
        (key.name, Column(name=place, kind="integer", nullable=False) if key.name == "position" else key)
        for key in owner.keys
    )
    found = ListShape(table=owner.prefix + table, role=role, keys=keys, item=TupleShape(columns=()))
    inner = _Owner(table=table, prefix=owner.prefix, keys=found.key_columns)
    (item,) = (argument for argument in get_args(annotation) if argument is not Ellipsis)
    name = "" if is_dataclass(item) or get_origin(item) is tuple else singular(attribute)
    return ListShape(table=found.table, role=role, keys=keys, item=_shape(inner, name, item))


def _shape(owner: _Owner, name: str, annotation: Any, nullable: bool = False, attribute: str = "") -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        members = [argument for argument in arguments if argument is not type(None)]
        if len(members) == 1:
            return _shape(owner, name, members[0], nullable=True)
        suffix = {str: "text", float: "number"}
        return UnionShape(
            parts=tuple(
                (m, _shape(owner, _joined(name, suffix[m]) if m in suffix else name, m, True))
                for m in members
            )
        )
    if is_dataclass(annotation):
        return _record(owner, name, annotation, nullable)  # type: ignore[arg-type]
    if origin is tuple and arguments[-1] is Ellipsis:
        return _list(owner, name, attribute, annotation)
    if origin is tuple:
        parts = zip(_TUPLE_PARTS[len(arguments)], arguments, strict=True)
        return TupleShape(columns=tuple(_column(_joined(name, part), a, nullable) for part, a in parts))
    return ScalarShape(column=_column(name, annotation, nullable))


def _record(owner: _Owner, prefix: str, record: type, nullable: bool) -> RecordShape:
    hints = get_type_hints(record)
    return RecordShape(
        record=record,
        nullable=nullable,
        parts=tuple(
            (f.name, _shape(owner, _joined(prefix, f.name.rstrip("_")), hints[f.name], nullable, f.name))
            for f in fields(record)
        ),
    )


def _text(name: str) -> Column:
    return Column(name=name, kind="text", nullable=False)


def _layout(name: str, *, per_document: bool, local: bool = False) -> Layout:
    record = TABLES[name]
    own = {f.name for f in fields(record)}
    identity = f"{singular(name)}_id"
    prefix = "local_" if local else ""
    added: tuple[Column, ...] = ()
    key: tuple[str, ...] = (identity,)
    owned: tuple[Column, ...] = (_text(identity),)
    if per_document:
        position = Column(name="position", kind="integer", nullable=False)
        judged = (Column(name="judged", kind="boolean", nullable=False),) if local else ()
        added = (*(() if "document_id" in own else (_text("document_id"),)), position, *judged)
        key = ("document_id", "position", *(column.name for column in judged))
        owned = (_text("document_id"), *judged, *owned)
    elif identity not in own:
        added, key, owned = (_text("row_id"),), ("row_id",), (_text("row_id"),)
    shape = _record(_Owner(table=name, prefix=prefix, keys=owned), "", record, False)
    order = key if key != ("row_id",) else (*(column.name for column in columns_of(shape)), "row_id")
    if name == "judgements":  # what was decided later is applied later
        order = ("when", "row_id")
    return Layout(
        table=prefix + name,
        record=record,
        added=added,
        key=key,
        order=order,
        identity=tuple(column.name for column in owned),
        shape=shape,
    )


@cache
def local(name: str) -> Layout:
    """Where the records of one document are kept: as the stages wrote them, and (``judged``) as people judged
    them."""
    return _layout(name, per_document=True, local=name in LOCAL_TABLES)


@cache
def account(name: str) -> Layout:
    """Where the account's table ``name`` is read: every id is the account's."""
    return _layout(name, per_document=name in DOCUMENT_TABLES and name not in ("actors", "places"))
