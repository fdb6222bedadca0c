"""What a brief holds: records of the account, chosen and put in order, and the passages they stand on.

``whence brief --json`` prints it. Words are made of it in :mod:`whence.brief.words`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.brief.period import When
from whence.records import Conflict, Event, Loss, Origin, Precision, QuantityRole, Sign, Story, ValueRange
from whence.store import Query

SectionKey = Literal["new", "figures", "differing", "due", "unplaced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A passage that a line stands on: ``text`` is ``document.text[start:end]`` of that report."""

    number: int
    event_mention_ids: tuple[str, ...]
    """Tellings in it that lines stand on."""
    document_id: str
    outlet: str | None
    title: str | None
    path: str | None
    url: str | None
    published: str | None
    published_precision: Precision | None
    captured: str | None
    text: str
    start: int
    end: int
    begins: bool
    """Whether it begins where the sentence begins; a long one is cut around its trigger."""
    ends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The first of some reports: when it was published, and when it was captured."""

    published: str | None
    published_precision: Precision | None
    captured: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A value that is told, or one of the accounts that differ."""

    value: str | float | ValueRange
    approximate: bool
    sign: Sign
    by: tuple[str, ...]
    """Who tells or denies it: origins, or holders where no origin is counted."""
    first: First
    reports: int
    told: When
    """Whether it is first told in the period."""
    notes: tuple[int, ...]
    in_place_of: tuple[ValueRange, ...] = ()
    """Figures that an earlier capture of the same report gave, and this one does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One event, and what about it is of the period."""

    event: Event
    origins: tuple[Origin, ...]
    first: First
    notes: tuple[int, ...]
    role: QuantityRole | None = None
    """What the figures of ``sides`` count."""
    kinds: tuple[str, ...] = ()
    """How these figures differ (:attr:`whence.records.Conflict.kind`)."""
    conflict: Conflict | None = None
    sides: tuple[Side, ...] = ()
    left_out: int = 0
    """Sides that are not among them."""
    followed_by: tuple[Line, ...] = ()
    """What is told of a plan after it."""
    due: str | None = None
    """The last day that a plan was announced for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The lines of one story, by the event's date."""

    story: Story
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    key: SectionKey
    stories: tuple[Told, ...]
    left_out: int
    """Lines that are not shown, as others are told by more reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """What of the account was not read. Losses have no date: these are all."""

    losses: tuple[Loss, ...]
    left_out: int
    reasons: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    """Languages in which no events are read, with the number of reports, in the whole account."""
    reports: int
    languages_within: tuple[tuple[str, int], ...]
    """The same of the period."""
    reports_within: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    since: str
    until: str | None
    """The last day of the period; null in an account without dates."""
    filter: Query
    version: str
    account: str
    """SHA-256 over the SHA-256 of each report, in the account's order, a line each."""
    reports: int
    """All that were read; captures of one report are one."""
    before: int
    within: int
    after: int
    undated: int
    outlets: tuple[tuple[str | None, int], ...]
    """Of the reports of the period, each with how many of them it has; null where none is known."""
    sections: tuple[Section, ...]
    unread: Unread
    notes: tuple[Note, ...]
