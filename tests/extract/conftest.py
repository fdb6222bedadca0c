"""Readings of a text that the extraction tests share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from whence.extract import extract
from whence.extract.frame import Frame
from whence.extract.frames import frames
from whence.handover import EventCandidate, Extraction, ParsedDocument, Sentence

Parse = Callable[[str], ParsedDocument]


class Reading:
    """A text and what was extracted from it, with its values as words."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self.parsed = parsed
        self.extraction: Extraction = extract(parsed)

    def phrase(self, index: int | None) -> str | None:
        return None if index is None else self.extraction.phrases[index].text

    def event(self, trigger: str) -> EventCandidate:
        return next(e for e in self.extraction.events if e.trigger.text == trigger)

    def triggers(self) -> list[str]:
        return [event.trigger.text for event in self.extraction.events]

    def actors(self, trigger: str) -> list[str | None]:
        return [self.phrase(i) for i in self.event(trigger).actors]

    def recipients(self, trigger: str) -> list[str | None]:
        return [self.phrase(i) for i in self.event(trigger).recipients]

    def place(self, trigger: str) -> str | None:
        return self.phrase(self.event(trigger).place)

    def time(self, trigger: str) -> str | None:
        return self.phrase(self.event(trigger).time)

    def ties(self) -> set[tuple[str | None, str, str | None]]:
        found = self.extraction.relations
        return {(self.phrase(r.subject), r.type, self.phrase(r.object)) for r in found}


@pytest.fixture(scope="session")
def read(parse: Parse) -> Callable[[str], Reading]:
    return lambda text: Reading(parse(text))


@pytest.fixture(scope="session")
def tree(parse: Parse) -> Callable[[str], Sentence]:
    """The first sentence of a text."""
    return lambda text: parse(text).sentences[0]


@pytest.fixture(scope="session")
def frame(tree: Callable[[str], Sentence]) -> Callable[[str, str], Frame]:
    """The frame whose head is a word of a one-sentence text."""

    def find(text: str, head: str) -> Frame:
        return next(f for f in frames(tree(text)) if f.head.text == head)

    return find
