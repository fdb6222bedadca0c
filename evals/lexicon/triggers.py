"""Coded frames of gold articles, paired with the gold events by overlap of the trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from evals.gold import document
from whence.extract.coding import code, recode
from whence.extract.frame import Coding
from whence.extract.frames import frames
from whence.extract.topics import topics
from whence.handover import ParsedDocument
from whence.parse import Parser


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A gold event, a coded frame, or both where their triggers overlap."""

    article: str
    gold: dict[str, Any] | None
    coding: Coding | None
    lemma: str | None


def pairs(row: dict[str, Any], parsed: ParsedDocument) -> Iterator[Pair]:
    """Every gold event and every coded frame of an article once. Gold gives the realis for ``recode``."""
    open_events = sorted(row["events"], key=lambda event: (event["start"], event["end"]))
    about = topics(parsed)
    for sentence in parsed.sentences:
        for frame in frames(sentence):
            coding = code(frame, topics=about)
            if coding is None:
                continue
            match = next(
                (e for e in open_events if e["start"] < frame.head.end and e["end"] > frame.head.start), None
            )
            if match is not None:
                open_events.remove(match)
                coding = recode(coding, match["realis"])
            yield Pair(article=row["id"], gold=match, coding=coding, lemma=frame.lemma)
    for event in open_events:
        yield Pair(article=row["id"], gold=event, coding=None, lemma=None)


def parse(rows: list[dict[str, Any]]) -> list[ParsedDocument]:
    parser = Parser()
    return [parser.parse(document(row)) for row in rows]
