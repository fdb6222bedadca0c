"""Conditions on tellings: who, where, what, when, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from whence.store import definition
from whence.store.query import Query, parts

_TABLES = definition.views().tables
_MENTIONS, _ARGUMENTS = _TABLES["event_mentions"].c, _TABLES["event_arguments"].c
_ACTORS, _ALIASES = _TABLES["actors"].c, _TABLES["actor_aliases"].c
_PLACES, _DOCUMENTS = _TABLES["places"].c, _TABLES["documents"].c
_ATTRIBUTIONS = _TABLES["attributions"]

Condition = sa.ColumnElement[bool]


def asks_of_tellings(query: Query) -> bool:
    """Whether anything but words and outlet is asked for."""
    return any(
        any((part.actor, part.place, part.type, part.from_, part.to, part.source, part.naming))
        for part in parts(query)
    )


def of_documents(query: Query) -> Iterator[Condition]:
    for part in parts(query):
        if part.outlet:
            yield _named(part.outlet, _DOCUMENTS.outlet)


def meeting(query: Query) -> Iterator[Condition]:
    """What rows of ``event_mentions`` have to meet."""
    for part in parts(query):
        yield from _meeting(part)


def _meeting(query: Query) -> Iterator[Condition]:
    if query.outlet:
        outlet = _named(query.outlet, _DOCUMENTS.outlet)
        yield _MENTIONS.document_id.in_(sa.select(_DOCUMENTS.document_id).where(outlet))
    if query.type:
        wanted = query.type.casefold()
        yield sa.or_(sa.func.casefold(_MENTIONS.type) == wanted, sa.func.casefold(_MENTIONS.mode) == wanted)
    if query.actor:
        held = sa.select(_ARGUMENTS.event_mention_id).where(_is_actor(query.actor))
        yield _MENTIONS.event_mention_id.in_(held)
    if query.place:
        yield _is_place(query.place)
    if query.from_ or query.to:
        yield from _dated(query.from_, query.to)
    if query.source:
        yield _MENTIONS.attribution_id.in_(_told_by(query.source))
    if query.naming:
        naming = sa.select(_ATTRIBUTIONS.c.attribution_id).where(
            _ATTRIBUTIONS.c.source_naming == query.naming
        )
        yield _MENTIONS.attribution_id.in_(naming)


def _named(wanted: str, *columns: sa.ColumnElement[str | None]) -> Condition:
    """One of the columns holds the words of ``wanted``, whatever their case (see ``database.names``)."""
    return sa.or_(*(sa.func.names(column, wanted) for column in columns))


def _countries(wanted: str) -> sa.CompoundSelect[Any]:
    """Codes of the countries of that name, as far as the account has them."""
    name = wanted.casefold()
    called = sa.select(_ALIASES.actor_id).where(sa.func.casefold(_ALIASES.alias) == name)
    actors = sa.select(_ACTORS.country).where(
        _ACTORS.kind == "country",
        sa.or_(sa.func.casefold(_ACTORS.name) == name, _ACTORS.actor_id.in_(called)),
    )
    places = sa.select(_PLACES.country).where(
        _PLACES.kind == "country", sa.func.casefold(_PLACES.name) == name
    )
    return actors.union(places)


def _is_actor(wanted: str) -> Condition:
    called = sa.select(_ALIASES.actor_id).where(_named(wanted, _ALIASES.alias))
    actors = sa.select(_ACTORS.actor_id).where(
        sa.or_(_named(wanted, _ACTORS.name), _ACTORS.actor_id.in_(called))
    )
    return sa.or_(
        _ARGUMENTS.actor_id == wanted,
        _ARGUMENTS.actor_id.in_(actors),
        _named(wanted, _ARGUMENTS.name, _ARGUMENTS.text),
        _ARGUMENTS.country == wanted,
        _ARGUMENTS.country.in_(_countries(wanted)),
    )


def _is_place(wanted: str) -> Condition:
    places = sa.select(_PLACES.place_id).where(
        sa.or_(
            _named(wanted, _PLACES.name, _PLACES.admin1),
            _PLACES.country == wanted,
            _PLACES.country.in_(_countries(wanted)),
        )
    )
    return sa.or_(
        _MENTIONS.place_id == wanted,
        _MENTIONS.place_id.in_(places),
        _named(wanted, _MENTIONS.place_name, _MENTIONS.place_text),
    )


def _dated(from_: str | None, to: str | None) -> Iterator[Condition]:
    """The event's interval touches the one asked for, compared at the coarser of two precisions."""
    published = (
        sa.select(_DOCUMENTS.published)
        .where(_DOCUMENTS.document_id == _MENTIONS.document_id)
        .correlate(_TABLES["event_mentions"])
        .scalar_subquery()
    )
    undated = sa.and_(_MENTIONS.date_from.is_(None), _MENTIONS.date_to.is_(None))
    if from_:
        last = sa.case((undated, published), else_=sa.func.coalesce(_MENTIONS.date_to, "9999"))
        yield last >= sa.func.substr(from_, 1, sa.func.length(last))
    if to:
        first = sa.case((undated, published), else_=sa.func.coalesce(_MENTIONS.date_from, "0000"))
        yield sa.func.substr(first, 1, len(to)) <= to


def _told_by(wanted: str) -> sa.Select[tuple[str]]:
    """Attributions to such a source, and all that are told inside one."""
    own = _ATTRIBUTIONS.c
    told = (
        sa.select(own.attribution_id)
        .where(
            sa.or_(
                own.source_actor_id == wanted,
                _named(wanted, own.source_name, own.source_text, own.source_affiliation),
            )
        )
        .cte(recursive=True)
    )
    inner = _ATTRIBUTIONS.alias()
    # UNION drops what is there already, so a parent that is its own child ends too.
    told = told.union(sa.select(inner.c.attribution_id).where(inner.c.parent_id == told.c.attribution_id))
    return sa.select(told.c.attribution_id)
