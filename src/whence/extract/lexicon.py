"""The event lexicon: rows that say which predicate, with what in its slots, is which PLOVER event.

A row's ``slots`` are constraints that must all hold, separated by spaces::

    agent=@forces  patient=*  in=custody,prison  !patient=@place  number=Plur

The left side names a slot of a frame (``agent``, ``patient``, ``indirect``, ``complement``, ``infinitive``:
an open complement, ``modifier``, ``governor``, ``light``), a group of slots (``oblique``: any preposition,
``argument``: agent, patient, indirect or oblique, ``sentence``: any other word of it), a feature of the head
(``number``, ``voice``, ``relation``: its relation in the tree), is the ``topic`` of the document, or is a
preposition. The right side lists lemmas and ``@classes``; ``*`` is anything. ``!`` negates. Tables:
``data/events`` (see its ``SOURCE.md``).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Part = Literal["VERB", "NOUN", "ADJ"]
FEATURES = frozenset({"number", "voice", "relation"})
"""Left sides of a constraint that are features of the head, not slots."""
NOT_AN_EVENT = "-"
"""Type of the rows that only say that a use of a predicate is no event ("strike a chord")."""


@dataclass(frozen=True, slots=True)
class WordClass:
    """What a slot may hold: lemmas (lower case), types of mention (GUM), parts of speech."""

    lemmas: frozenset[str]
    types: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Constraint:
    slot: str
    values: WordClass | None
    """``None`` is ``*``: any word."""
    negated: bool

    @property
    def weight(self) -> int:
        """How much it narrows a row down: a closed list of words 3, a class open to any name, pronoun or
        mention of a type 2, anything else ("any word", "none of these") 1."""
        if self.negated or self.values is None or self.slot in FEATURES:
            return 1
        return 2 if self.values.types or self.values.parts else 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One sense of one or more predicates that mean the same."""

    id: str
    lemmas: tuple[str, ...]
    """With particle ("shoot_down"); a noun may carry its modifier ("air_strike")."""
    upos: Part
    constraints: tuple[Constraint, ...]
    type: str
    mode: str | None
    other: str | None
    polarity: Literal["+", "-"]
    contexts: tuple[str, ...]
    cameo: str | None
    actor: tuple[str, ...]
    """Slots that fill the actor; empty when the predicate has none ("the earthquake")."""
    recipient: tuple[str, ...]
    certain: bool
    """Whether the predicate is an event even if nobody acts in it and nobody undergoes it."""
    source: str
    licence: str
    example: str
    counterexample: str

    @property
    def specificity(self) -> int:
        return sum(constraint.weight for constraint in self.constraints)


@dataclass(frozen=True, slots=True)
class ModeRow:
    """A mode that the words around an event of a type decide ("stabbed *with a knife*")."""

    type: str
    constraints: tuple[Constraint, ...]
    mode: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    rows: tuple[Row, ...]
    modes: tuple[ModeRow, ...]
    by_predicate: Mapping[tuple[Part, str], tuple[Row, ...]]
    """Most specific rows first; of rows equally specific those that say "no event", then table order."""

    def lookup(self, part: Part, lemma: str) -> tuple[Row, ...]:
        return self.by_predicate.get((part, lemma.lower()), ())


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Rows of ``data/events/<name>``: tab-separated, first line the column names, no quoting."""
    text = resources.files("whence").joinpath("data", "events", name).read_text("utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def word_classes() -> Mapping[str, WordClass]:
    """``@name`` → class, from ``classes.tsv``; a member is a lemma, ``type:…``, ``upos:…`` or another class
    that stands above it in the table."""
    found: dict[str, WordClass] = {}
    for line in read_table("classes.tsv"):
        found[f"@{line['class']}"] = _members(line["members"].split(), found)
    return found


def _members(members: list[str], classes: Mapping[str, WordClass]) -> WordClass:
    lemmas: set[str] = set()
    types: set[str] = set()
    parts: set[str] = set()
    for member in members:
        if member.startswith("@"):
            included = classes[member]
            lemmas |= included.lemmas
            types |= included.types
            parts |= included.parts
        elif member.startswith("type:"):
            types.add(member.removeprefix("type:"))
        elif member.startswith("upos:"):
            parts.add(member.removeprefix("upos:"))
        else:
            lemmas.add(member.lower())
    return WordClass(frozenset(lemmas), frozenset(types), frozenset(parts))


def parse_constraints(text: str) -> tuple[Constraint, ...]:
    """The constraints written in a ``slots`` field.

    Raises:
        ValueError: a constraint has no ``=``.
        KeyError: a class is not in ``classes.tsv``.
    """
    constraints = []
    for item in text.split():
        slot, equals, values = item.partition("=")
        if not equals:
            raise ValueError(f"constraint {item!r} has no '='")
        members = None if values == "*" else _members(values.split(","), word_classes())
        constraints.append(Constraint(slot.removeprefix("!"), members, slot.startswith("!")))
    return tuple(constraints)


def _row(line: Mapping[str, str]) -> Row:
    part, polarity = line["upos"], line["polarity"] or "+"
    if part not in ("VERB", "NOUN", "ADJ") or polarity not in ("+", "-"):
        raise ValueError(f"row {line['id']}: upos {part!r}, polarity {polarity!r}")
    return Row(
        id=line["id"],
        lemmas=tuple(line["lemma"].split("|")),
        upos=part,  # type: ignore[arg-type]
        constraints=parse_constraints(line["slots"]),
        type=line["type"],
        mode=line["mode"] or None,
        other=line["other"] or None,
        polarity=polarity,  # type: ignore[arg-type]
        contexts=tuple(line["contexts"].split()),
        cameo=line["cameo"] or None,
        actor=tuple(line["actor"].split()),
        recipient=tuple(line["recipient"].split()),
        certain=line["certain"] == "1",
        source=line["source"],
        licence=line["licence"],
        example=line["example"],
        counterexample=line["counterexample"],
    )


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon: ``lexicon.tsv`` (written for whence), then ``cameo.tsv`` (imported)."""
    rows = tuple(_row(line) for name in ("lexicon.tsv", "cameo.tsv") for line in read_table(name))
    modes = tuple(
        ModeRow(line["type"], parse_constraints(line["slots"]), line["mode"])
        for line in read_table("modes.tsv")
    )
    found: dict[tuple[Part, str], list[Row]] = {}
    for row in rows:
        for lemma in row.lemmas:
            found.setdefault((row.upos, lemma), []).append(row)
    ranked = {
        predicate: tuple(sorted(senses, key=lambda row: (-row.specificity, row.type != NOT_AN_EVENT)))
        for predicate, senses in found.items()
    }
    return Lexicon(rows, modes, ranked)
