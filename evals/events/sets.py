"""The human-coded sets as plain rows; what they hold and where they come from is in their README."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.events.coded import Span
from evals.gold import articles

FOLDER = Path("../shared/data/events")

FILES = {
    "plover_gsr": ("plover_gsr",),
    "plv": ("plv",),
    "petr2_gsr": ("petr2_gsr",),
    "null": ("petr2_gsr", "cameo_annot"),
    "cameo_annot": ("cameo_annot",),
    "cameo_penta": ("cameo_penta",),
}
"""Set → the files (without ``_dev.jsonl``) it is made of."""

GSR_DATE = "2000-01-01"
UNDATED = "2017-01-01"
"""Dates for sentences without one, the same as the peers were given."""

YIELD = frozenset({"CONCEDE", "RETREAT"})
"""The PLOVER types that plv has as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One text to be coded; ``published`` in ISO 8601."""

    id: str
    text: str
    published: str | None = UNDATED


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSentence:
    """plover_gsr: the one event coded of a sentence, with the codes of its actors and recipients."""

    sentence: Sentence
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """plv: what one marked phrase does to another, of 15 types, and the type ZSP gave (ACL 2024), which was
    told both phrases. A phrase that is not marked (25 of 1,228 rows) is ``None``."""

    sentence: Sentence
    source: Span | None
    target: Span | None
    type: str
    zsp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuples:
    """petr2_gsr: source, target and CAMEO code of every event of a sentence."""

    sentence: Sentence
    events: frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """One person's coding of a sentence of cameo_annot: is it relevant, and the CAMEO roots in it."""

    relevant: bool
    roots: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """cameo_annot: what more than half of the coders say of a sentence, and what each says."""

    sentence: Sentence
    relevant: bool
    roots: frozenset[str]
    coders: tuple[Coder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Null:
    """A sentence without an event, from petr2_gsr or, with ``coders``, from cameo_annot."""

    sentence: Sentence
    coders: tuple[Coder, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Classed:
    """cameo_penta: "0" statement, "1" verbal and "2" material cooperation, "3" verbal and "4" material
    conflict."""

    sentence: Sentence
    penta: str


Row = TypedSentence | Pair | Tuples | Annotated | Null | Classed


def rows(folder: Path, name: str, *, sample: int | None = None) -> list[Row]:
    """The rows of one set of ``FILES``: all, or about so many spread over it."""
    loaded = {file: articles(folder / f"{file}_dev.jsonl") for file in FILES[name]}
    every: list[Row]
    match name:
        case "plover_gsr":
            every = [_typed(row) for row in loaded[name]]
        case "plv":
            every = [_pair(row) for row in loaded[name]]
        case "petr2_gsr":
            every = [_tuples(row) for row in loaded[name]]
        case "cameo_annot":
            every = [_annotated(row) for row in loaded[name]]
        case "cameo_penta":
            every = [Classed(sentence=_sentence(row), penta=row["penta"]) for row in loaded[name]]
        case _:
            every = [
                Null(sentence=_sentence(row, _day(row["date"])))
                for row in loaded["petr2_gsr"]
                if row["null_gold"]
            ]
            every += [
                Null(sentence=row.sentence, coders=row.coders)
                for row in map(_annotated, loaded["cameo_annot"])
                if not row.relevant
            ]
    return every if sample is None else every[:: max(1, len(every) // sample)][:sample]


def others(folder: Path, *, sample: int | None = None) -> list[Sentence]:
    """The texts of the folder's other sets, which are read to see that nothing fails: all, or about so many
    of each."""
    scored = {f"{file}_dev" for files in FILES.values() for file in files}
    return [
        _sentence(row)
        for path in sorted(folder.glob("*_dev.jsonl"))
        if path.stem not in scored
        for row in articles(path, sample=sample)
    ]


def _sentence(row: Mapping[str, Any], published: str = UNDATED) -> Sentence:
    return Sentence(id=row["id"], text=row["text"], published=published)


def _day(digits: str) -> str:
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"


def _typed(row: Mapping[str, Any]) -> TypedSentence:
    (event,) = row["events"]
    return TypedSentence(
        sentence=_sentence(row, GSR_DATE),
        type=event["event"],
        actors=tuple(each["code"] or "" for each in event["actors"]),
        recipients=tuple(each["code"] or "" for each in event["recipients"]),
    )


def _pair(row: Mapping[str, Any]) -> Pair:
    marks: dict[str, Span] = {}
    tags = 0
    for tag in re.finditer(r"<(/?)([st])>", row["marked"]):
        place = tag.start() - tags
        tags += len(tag[0])
        marks[tag[2]] = (marks[tag[2]][0], place) if tag[1] else (place, place)
    return Pair(
        sentence=_sentence(row),
        source=marks.get("s"),
        target=marks.get("t"),
        type=row["event_zsp"],
        zsp=row["zsp_L2_pred"],
    )


def _tuples(row: Mapping[str, Any]) -> Tuples:
    events = frozenset((each["source"], each["target"], each["code"]) for each in row["events"])
    return Tuples(sentence=_sentence(row, _day(row["date"])), events=events)


def _annotated(row: Mapping[str, Any]) -> Annotated:
    return Annotated(
        sentence=_sentence(row),
        relevant=row["relevant_majority"],
        roots=frozenset(row["roots_majority"]),
        coders=tuple(
            Coder(
                relevant=each["relevant"],
                roots=frozenset(action["root"] for action in each["actions"] if action["root"]),
            )
            for _, each in sorted(row["raters"].items())
        ),
    )
