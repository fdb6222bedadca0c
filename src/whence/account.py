"""An account to read from Python: tables to iterate over, events as cards in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
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
from whence.show.card import EventCard, event_card
from whence.show.notebook import Card, card
from whence.store import Hit, Store

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

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

    def df(self) -> pd.DataFrame | pl.DataFrame:
        """The rows as a data frame of pandas, or of polars where only that is installed: nested objects as
        flat columns (``place_name``), lists as lists.

        Raises ``ImportError`` if neither is.
        """
        rows, columns = self._flat()
        try:
            import pandas as pd
        except ImportError:
            try:
                import polars as pl
            except ImportError as error:
                raise ImportError(
                    "A data frame needs pandas or polars. Install one with: pip install 'whence[dataframe]'"
                ) from error
            return pl.DataFrame(rows, schema=columns, infer_schema_length=None)
        return pd.DataFrame(rows, columns=columns)

    def arrow(self) -> pa.Table:
        """The rows as an Arrow table, nested as the records are, with the types of the Parquet export.

        Raises ``ImportError`` if pyarrow is not installed.
        """
        try:
            import pyarrow as pa
        except ImportError as error:
            raise ImportError(
                "An Arrow table needs pyarrow. Install it with: pip install 'whence[parquet]'"
            ) from error
        from whence.export.parquet import nested

        schema, value = nested(self.name)
        return pa.Table.from_pylist([value(record) for record in self], schema=schema)

    def _flat(self) -> tuple[list[dict[str, Any]], list[str]]:
        from whence.store.layout import account, flat

        shape = account(self.name).shape
        return [flat(shape, to_dict(record)) for record in self], list(flat(shape, None))


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

    def event(self, prefix: str) -> EventCard:
        """The event whose id begins with ``prefix``, with everything it stands on; a card in a notebook.

        Raises :class:`whence.store.StoreError` if none does, or several do.
        """
        _, event_id = self.store.resolve(prefix, "events")
        return event_card(self.store, event_id)

    def story(self, prefix: str) -> Card:
        """The story whose id begins with ``prefix``, its events by day.

        Raises :class:`whence.store.StoreError` if none does, or several do.
        """
        from whence.show.web.screens.stories import story

        return card(self.store, prefix, story)

    def claims(self, prefix: str) -> Card:
        """Who says what in the story whose id begins with ``prefix``: claims against voices."""
        from whence.show.web.screens.claims import claims

        return card(self.store, prefix, claims)

    def document(self, prefix: str) -> Card:
        """The report whose id begins with ``prefix``: what was read in it, and what it took from others."""
        from whence.show.web.screens.document import document

        return card(self.store, prefix, document)

    def attribution(self, prefix: str) -> Card:
        """The speech act whose id begins with ``prefix``: who says what, inside whose words."""
        from whence.show.web.screens.attribution import attribution

        return card(self.store, prefix, attribution)

    def _repr_html_(self) -> str:
        from whence.show.web.screens.stories import stories

        return card(self.store, "", stories)._repr_html_()

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
