"""One article's account, whoever wrote it: the form in which gold and prediction are compared.

Chains run from the innermost source outwards; an empty chain is the article's own voice.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of the text that refers to somebody or some place. ``name`` is what it resolves to."""

    start: int
    end: int
    text: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks; ``start`` and ``end`` are ``None`` for a withheld source."""

    start: int | None
    end: int | None
    text: str | None
    name: str | None
    kind: str
    naming: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    key: str
    parent: str | None
    source: Source
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    act: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """An interval of ISO days, inclusive; ``None`` is open."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    role: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What the holder with this chain is committed to."""

    chain: tuple[Source, ...]
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One telling of an event. ``cluster`` is shared by the mentions of one event within the article."""

    start: int
    end: int
    text: str
    lemma: str | None
    type: str
    mode: str | None
    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    place: Phrase | None
    date: Days | None
    realis: str
    sign: str | None
    certainty: str | None
    chain: tuple[Source, ...]
    others: tuple[Stance, ...]
    numbers: tuple[Number, ...]
    cluster: str
    flags: frozenset[str] = frozenset()
    """PLOVER's auxiliary modes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    start: int
    end: int
    subject: str | None
    type: str
    object: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """All that one side says of one article; ``words`` is the article's length."""

    words: int
    published: str | None
    events: tuple[Event, ...]
    attributions: tuple[Attribution, ...]
    relations: tuple[Relation, ...]


def chain_of(key: str | None, attributions: dict[str, Attribution]) -> tuple[Source, ...]:
    """The sources from attribution ``key`` outwards to the article. A parent that closes a circle, or is
    not there, ends the chain."""
    chain: list[Source] = []
    seen: set[str] = set()
    while key is not None and key in attributions and key not in seen:
        seen.add(key)
        chain.append(attributions[key].source)
        key = attributions[key].parent
    return tuple(chain)
