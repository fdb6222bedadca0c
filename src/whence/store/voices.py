"""What holders are committed to on some events, in one query: a page of claims needs little of many rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from whence.records import Certainty, Naming, Sign, SourceKind
from whence.store import definition
from whence.store.select import among

_VIEWS = definition.views().tables
_STANCES, _TOLD, _DOCUMENTS, _HOLDERS = (
    _VIEWS[name] for name in ("stances", "event_mentions", "documents", "attributions")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One holder's stance on one telling of an event; without a ``naming`` it is the article's own."""

    event_id: str
    sign: Sign
    certainty: Certainty
    document_id: str
    start: int
    """Of the trigger."""
    outlet: str | None
    title: str | None
    path: str | None
    published: str | None
    naming: Naming | None
    kind: SourceKind | None
    name: str | None
    text: str | None
    actor_id: str | None


def held(connection: sa.Connection, events: Collection[str]) -> Iterator[Held]:
    """Stances on the occurrence of events, in the order of their ids."""
    event_of = definition.tables().tables["event_of"].c
    s, m, d, a = _STANCES.c, _TOLD.c, _DOCUMENTS.c, _HOLDERS.c
    query = (
        sa.select(
            event_of.event_id, s.sign, s.certainty, d.document_id, m.trigger_start.label("start"), d.outlet,
            d.title, d.path, d.published, a.source_naming.label("naming"), a.source_kind.label("kind"),
            a.source_name.label("name"), a.source_text.label("text"), a.source_actor_id.label("actor_id"),
        )
        .join(_STANCES, s.event_mention_id == event_of.event_mention_id)
        .join(_TOLD, m.event_mention_id == event_of.event_mention_id)
        .join(_DOCUMENTS, d.document_id == m.document_id)
        .outerjoin(_HOLDERS, a.attribution_id == s.attribution_id)
        .where(among(event_of.event_id, events), s.scope == "event")
        .order_by(s.stance_id)
    )  # fmt: skip
    return (Held(**row._mapping) for row in connection.execute(query).all())
