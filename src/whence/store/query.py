"""What to find: the conditions that a person gives, kept under a name or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from whence.records import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to find; a field that is ``None`` asks for nothing.

    ``actor`` and ``place`` are an id, a name or part of one, or an ISO 3166-1 alpha-3 country; a country's
    name also finds those that belong to it. ``from_`` and ``to`` are ISO dates, inclusive, that the
    event's date must touch; an undated event counts from its document's publication. ``source`` is part of
    a name anywhere on the chain, ``naming`` the class of the source that holds the telling.
    """

    text: str | None = None
    actor: str | None = None
    place: str | None = None
    type: str | None = None
    outlet: str | None = None
    from_: str | None = None
    to: str | None = None
    source: str | None = None
    naming: Naming | None = None
    within: Query | None = None
    """A wider query whose conditions have to be met too: what this one narrows."""


CONDITIONS = tuple(field.name for field in fields(Query) if field.name != "within")
"""The fields that ask for something themselves."""


def parts(query: Query | None) -> Iterator[Query]:
    """The query, what it is within, and so on outwards: all of them have to be met."""
    while query is not None:
        yield query
        query = query.within


def asks(query: Query) -> bool:
    """Whether there is any condition."""
    return any(getattr(part, name) is not None for part in parts(query) for name in CONDITIONS)


def narrowed(query: Query, wider: Query) -> Query:
    """``query`` within ``wider``; what asks for nothing more is the wider one itself."""
    if not asks(query):
        return wider
    return replace(query, within=wider if query.within is None else narrowed(query.within, wider))
