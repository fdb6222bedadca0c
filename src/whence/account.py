"""An account to read from Python: tables to iterate over, events as cards in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from whence.records import (
    Actor,
    Attribution,
    Change,
    Conflict,
    Derivation,
    Document,
    Event,
    EventMention,
    Judgement,
    Loss,
    Mention,
    Naming,
    Origin,
    Passage,
    Place,
    Relation,
    Reprint,
    Run,
    Stance,
    Story,
    Token,
    to_dict,
)
from whence.store import Hit, Store

if TYPE_CHECKING:
    import pandas as pd

R = TypeVar("R")


class Table(Generic[R]):
    """One table of an account: iterate for records, ``len()``, ``.where(…)``, ``.df()``."""

    def __init__(self, store: Store, name: str, where: dict[str, Any] | None = None) -> None:
        self.name = name
        self._store = store
        self._where = where or {}

    def __iter__(self) -> Iterator[R]:
        return self._store.table(self.name, **self._where)

    def __len__(self) -> int:
        return sum(1 for _ in self) if self._where else self._store.count(self.name)

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self)} rows>"

    def where(self, **fields: Any) -> Table[R]:
        """The rows whose field is the value, or one of several: ``events.where(type="ASSAULT")``.

        Raises ``KeyError`` for a field the table does not have.
        """
        return Table(self._store, self.name, {**self._where, **fields})

    def df(self) -> pd.DataFrame:
        """The rows as a pandas DataFrame: nested objects as flat columns (``place_name``), lists as lists.

        Raises ``ImportError`` if pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise ImportError(
                "A data frame needs pandas. Install it with: pip install 'whence[dataframe]'"
            ) from error
        from whence.store.layout import account, flat

        shape = account(self.name).shape
        return pd.DataFrame(
            [flat(shape, to_dict(record)) for record in self], columns=list(flat(shape, None))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One event and what stands behind it; a card in a notebook."""

    event: Event
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    mentions: tuple[EventMention, ...]
    stances: tuple[Stance, ...]
    attributions: tuple[Attribution, ...]
    """Every attribution of the documents that tell it, so that each chain can be followed to its root."""
    documents: tuple[Document, ...]
    reports_read: int
    """Documents in the account."""

    def chain(self, mention: EventMention) -> tuple[Attribution, ...]:
        """Who the telling is attributed to, nearest the article first, the terminal source last."""
        of = {one.attribution_id: one for one in self.attributions if one.document_id == mention.document_id}
        chain: list[Attribution] = []
        at = of.get(mention.attribution_id or "")
        while at is not None and at not in chain:
            chain.insert(0, at)
            at = of.get(at.parent_id or "")
        return tuple(chain)

    def _repr_html_(self) -> str:
        event = self.event
        documents = {document.document_id: document for document in self.documents}
        rows = []
        for mention in self.mentions:
            document = documents[mention.document_id]
            steps = [document.outlet or document.path or document.document_id]
            steps += [one.source.name or one.source.text or one.source.naming for one in self.chain(mention)]
            quote = document.text[slice(*mention.sentence)].strip()
            rows.append(f"<li>{escape(' → '.join(steps))}<blockquote>{escape(quote)}</blockquote></li>")
        facts = {
            "who": ", ".join(party.name for party in event.actors),
            "to whom": ", ".join(party.name for party in event.recipients),
            "where": event.place.name if event.place else "",
            "when": _interval(event),
            "accounts differ on": ", ".join(event.disputed_fields),
        }
        told = "".join(
            f"<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>"
            for label, value in facts.items()
            if value
        )
        low, high = event.origins.low, event.origins.high
        origins = f"{low}–{high}" if low != high else str(high)
        reports = "report" if self.reports_read == 1 else "reports"
        title = " ".join(filter(None, (event.type, event.mode, event.other)))
        return (
            f'<div class="whence-event"><h4>{escape(title)} <code>{escape(event.event_id)}</code></h4>'
            f"<p>{escape(event.status)}; separate origins: {origins}; told by {event.reports}"
            f" in the {self.reports_read} {reports} read</p>"
            f"<table>{told}</table><ol>{''.join(rows)}</ol></div>"
        )


def _interval(event: Event) -> str:
    if event.date is None:
        return ""
    sides = (event.date.from_ or "…", event.date.to or "…")
    return sides[0] if sides[0] == sides[1] else " to ".join(sides)


class Account:
    """A sourced account in a file. Every table of the vocabulary is a property; ids can be shortened to any
    prefix that only they have."""

    def __init__(self, path: str | Path) -> None:
        """Raises :class:`whence.store.StoreError` if there is no account at ``path``."""
        self.store = Store.open(path)

    def close(self) -> None:
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        tables: tuple[Table[Any], ...] = (self.documents, self.stories, self.events)
        counts = ", ".join(f"{table.name}: {len(table)}" for table in tables)
        return f"<account {self.store.path}: {counts}>"

    @property
    def documents(self) -> Table[Document]:
        return Table(self.store, "documents")

    @property
    def passages(self) -> Table[Passage]:
        return Table(self.store, "passages")

    @property
    def tokens(self) -> Table[Token]:
        return Table(self.store, "tokens")

    @property
    def mentions(self) -> Table[Mention]:
        return Table(self.store, "mentions")

    @property
    def actors(self) -> Table[Actor]:
        return Table(self.store, "actors")

    @property
    def places(self) -> Table[Place]:
        return Table(self.store, "places")

    @property
    def attributions(self) -> Table[Attribution]:
        return Table(self.store, "attributions")

    @property
    def event_mentions(self) -> Table[EventMention]:
        return Table(self.store, "event_mentions")

    @property
    def stances(self) -> Table[Stance]:
        return Table(self.store, "stances")

    @property
    def relations(self) -> Table[Relation]:
        return Table(self.store, "relations")

    @property
    def reprints(self) -> Table[Reprint]:
        return Table(self.store, "reprints")

    @property
    def derivations(self) -> Table[Derivation]:
        return Table(self.store, "derivations")

    @property
    def stories(self) -> Table[Story]:
        return Table(self.store, "stories")

    @property
    def events(self) -> Table[Event]:
        return Table(self.store, "events")

    @property
    def origins(self) -> Table[Origin]:
        return Table(self.store, "origins")

    @property
    def conflicts(self) -> Table[Conflict]:
        return Table(self.store, "conflicts")

    @property
    def judgements(self) -> Table[Judgement]:
        return Table(self.store, "judgements")

    @property
    def changes(self) -> Table[Change]:
        return Table(self.store, "changes")

    @property
    def losses(self) -> Table[Loss]:
        return Table(self.store, "losses")

    @property
    def runs(self) -> Table[Run]:
        return Table(self.store, "runs")

    def event(self, prefix: str) -> EventView:
        """The event whose id begins with ``prefix``, with everything it stands on.

        Raises :class:`whence.store.StoreError` if none does, or several do.
        """
        _, event_id = self.store.resolve(prefix, "events")
        (event,) = self.events.where(event_id=event_id)
        mentions = tuple(self.event_mentions.where(event_id=event_id))
        told = [mention.event_mention_id for mention in mentions]
        where = [mention.document_id for mention in mentions]
        return EventView(
            event=event,
            origins=tuple(self.origins.where(event_id=event_id)),
            conflicts=tuple(self.conflicts.where(event_ids=event_id)),
            mentions=mentions,
            stances=tuple(self.stances.where(event_mention_id=told)),
            attributions=tuple(self.attributions.where(document_id=where)),
            documents=tuple(self.documents.where(document_id=where)),
            reports_read=len(self.documents),
        )

    def find(
        self,
        text: str | None = None,
        *,
        actor: str | None = None,
        place: str | None = None,
        type: str | None = None,
        outlet: str | None = None,
        from_: str | None = None,
        to: str | None = None,
        source: str | None = None,
        naming: Naming | None = None,
    ) -> list[Hit]:
        """Tellings and documents, best first; see :class:`whence.store.Query` for the conditions."""
        found = self.store.find(
            text,
            actor=actor,
            place=place,
            type=type,
            outlet=outlet,
            from_=from_,
            to=to,
            source=source,
            naming=naming,
        )
        return list(found)
