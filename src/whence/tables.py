"""Records that travel together: one document's tables, and the tables that span documents.

A :class:`DocumentRecords` is written once, as the stages made it, and never edited. What ``link`` and
``assess`` found across documents is a :class:`Linked` and an :class:`Assessment`, replaced as a whole on
every run; the account that people see is the first with the mappings of the second applied.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import filterfalse
from typing import Protocol, TypeVar

from whence.records import (
    Actor,
    Argument,
    Attribution,
    Conflict,
    Derivation,
    Document,
    Event,
    EventMention,
    Mention,
    Origin,
    Passage,
    Place,
    Relation,
    Reprint,
    Stance,
    Story,
    Token,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """What the parser made of a document, kept for coding it again."""

    key: str
    """The ``analysis_key`` of the document as it is without a codebook of the user's."""
    data: bytes | None
    """See :mod:`whence.parse.stored`; none of a document that is not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecords:
    """Everything the per-document stages say about one document; ids as those stages gave them.

    ``actors`` and ``places`` are local to the document: an id that two documents share stands for the
    same canonical thing, any other is turned into an account-wide one by :attr:`Linked.actor_of`.
    """

    document: Document
    passages: tuple[Passage, ...] = ()
    tokens: tuple[Token, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    stances: tuple[Stance, ...] = ()
    relations: tuple[Relation, ...] = ()
    parse: Parse | None = None

    def with_known_parties(self) -> DocumentRecords:
        """The same without actors and recipients that are pronouns of unknown referent: "they" of one report
        and "they" of another are nobody to compare, and no name to show."""
        unknown = {
            (m.start, m.end) for m in self.mentions if m.form == "pronoun" and m.refers_to is None
        }  # fmt: skip

        def nobody(argument: Argument) -> bool:
            return argument.actor_id is None and (argument.start, argument.end) in unknown

        def known(mention: EventMention) -> EventMention:
            if not any(map(nobody, (*mention.actors, *mention.recipients))):
                return mention
            actors, recipients = (
                tuple(filterfalse(nobody, arguments)) for arguments in (mention.actors, mention.recipients)
            )
            return replace(mention, actors=actors, recipients=recipients)

        return replace(self, event_mentions=tuple(map(known, self.event_mentions)))


Pairs = Sequence[tuple[str, str]]
"""Of document_ids."""
Found = TypeVar("Found")


class Documents(Protocol):
    """The documents of an account, as the stages across documents get them: they go through all of them and
    come back to some, and no more are in memory than they keep."""

    def __iter__(self) -> Iterator[DocumentRecords]:
        """Each once, in any order: nothing depends on it."""

    def of(self, document_ids: Collection[str]) -> Iterator[DocumentRecords]:
        """Those with these ids, in any order."""

    def compared(
        self, compare: Callable[[Mapping[str, DocumentRecords], Pairs], Found], batches: Iterable[Pairs]
    ) -> Iterator[Found]:
        """``compare`` of the documents of each batch of pairs (by id, of which no more is needed than the
        text and its passages) and the batch, in order. It may be called in another process."""


class Held:
    """Documents that are all in memory."""

    def __init__(self, analyses: Iterable[DocumentRecords]) -> None:
        self._by_id = {item.document.document_id: item for item in analyses}

    def __iter__(self) -> Iterator[DocumentRecords]:
        return iter(self._by_id.values())

    def of(self, document_ids: Collection[str]) -> Iterator[DocumentRecords]:
        return (self._by_id[key] for key in sorted(document_ids))

    def compared(
        self, compare: Callable[[Mapping[str, DocumentRecords], Pairs], Found], batches: Iterable[Pairs]
    ) -> Iterator[Found]:
        return (
            compare({key: self._by_id[key] for pair in pairs for key in pair}, pairs) for pairs in batches
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What ``link`` found across documents."""

    reprints: tuple[Reprint, ...] = ()
    stories: tuple[Story, ...] = ()
    event_of: Mapping[str, str]
    """event_mention_id → the account's event_id."""
    actor_of: Mapping[str, str]
    """A document's actor_id → the account's."""
    actors: tuple[Actor, ...] = ()
    """The account's actors, merged."""
    version_of: Mapping[str, str] = field(default_factory=dict)
    """A later capture → the earliest document of the same address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What ``assess`` concluded from the derivations."""

    events: tuple[Event, ...] = ()
    origins: tuple[Origin, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
