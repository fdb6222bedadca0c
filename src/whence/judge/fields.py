"""Which fields can be judged, and what can stand in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args, get_type_hints

from whence.judge.writing import items, parse_date, parse_quantity
from whence.records import Attribution, EventMention, Source, Stance
from whence.schema import cameo, plover

EVENT_LISTS = ("actor", "recipient", "context", "quantity", "code")
"""Fields to which an item can be added, and from which one can be taken."""
EVENT_FIELDS = (
    "event",
    "type",
    "mode",
    "other",
    "cameo",
    *EVENT_LISTS,
    "place",
    "date",
    "realis",
    "attribution",
    "restated",
    "principal",
)
"""``event`` is the telling as a whole: ``wrong`` if it is none, ``added`` with its type as the value."""
ATTRIBUTION_FIELDS = (
    "attribution",
    "source",
    "name",
    "kind",
    "naming",
    "affiliation",
    "number",
    "basis",
    "reason",
    "cue",
    "content",
    "act",
    "form",
    "parent",
)
STANCE_FIELDS = ("stance", "sign", "certainty")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "event": EVENT_FIELDS,
    "attribution": ATTRIBUTION_FIELDS,
    "stance": STANCE_FIELDS,
}
"""What a judgement is about (:data:`whence.judge.anchors.SUBJECTS`) → its fields."""
SPANS = ("source", "cue", "content")
"""Fields of an attribution whose value is a span alone."""
PLACED = ("actor", "recipient", "place", "date", "quantity", *SPANS)
"""Fields whose value stands in the text: its span can be given."""
ATTRIBUTIONS = ("attribution", "parent")
"""Fields whose value is an attribution, by its anchors."""
NONE = "none"
"""Their value for the article's own voice."""

NEEDED = frozenset(
    {
        ("event", "type"),
        ("event", "realis"),
        ("event", "restated"),
        ("event", "principal"),
        ("attribution", "kind"),
        ("attribution", "naming"),
        ("attribution", "act"),
        ("attribution", "form"),
        ("attribution", "content"),
        ("stance", "sign"),
        ("stance", "certainty"),
    }
)
"""Fields that are never empty: what is wrong there has to be corrected."""


def check(subject: str, field: str, value: str) -> None:
    """Whether ``value`` can stand in a field; of a list, in every item.

    Raises ``ValueError`` with what can.
    """
    single = _CHECKS.get((subject, field))
    for item in items(value) if field in EVENT_LISTS else [value]:
        if single is not None:
            single(item)


def _one_of(*allowed: str) -> Callable[[str], None]:
    def checked(value: str) -> None:
        if value not in allowed:
            raise ValueError(f"{value!r} is none of {', '.join(allowed)}")

    return checked


def _event_type(value: str) -> None:
    _one_of(*plover().types, "NONE")(value)


def _mode(value: str) -> None:
    _one_of(*sorted({mode for kind in plover().types.values() for mode in kind.modes}))(value)


def _context(value: str) -> None:
    _one_of(*plover().contexts)(value)


def _cameo(value: str) -> None:
    if value not in cameo():
        raise ValueError(f"{value!r} is no CAMEO code")


def _code(value: str) -> None:
    if not all(value.partition(":")):
        raise ValueError(f"{value!r} is no code; write it as SCHEME:CODE")


def _choice(record: type, field: str) -> Callable[[str], None]:
    hint = get_type_hints(record)[field]
    options = [
        value for part in (hint, *get_args(hint)) for value in get_args(part) if isinstance(value, str)
    ]
    return _one_of(*(options or get_args(hint)))


_CHECKS: Mapping[tuple[str, str], Callable[[str], object]] = {
    ("event", "event"): _event_type,
    ("event", "type"): _event_type,
    ("event", "mode"): _mode,
    ("event", "context"): _context,
    ("event", "cameo"): _cameo,
    ("event", "code"): _code,
    ("event", "date"): parse_date,
    ("event", "quantity"): parse_quantity,
    ("event", "realis"): _choice(EventMention, "realis"),
    ("event", "restated"): _one_of("true", "false"),
    ("event", "principal"): _one_of("true", "false"),
    ("attribution", "act"): _choice(Attribution, "act"),
    ("attribution", "form"): _choice(Attribution, "form"),
    **{("attribution", name): _choice(Source, name) for name in ("kind", "naming", "number", "basis")},
    ("stance", "sign"): _choice(Stance, "sign"),
    ("stance", "certainty"): _choice(Stance, "certainty"),
}
