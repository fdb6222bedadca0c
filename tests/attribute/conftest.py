"""The real stages up to attribution, and readings of a text that the tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from whence.attribute import attribute
from whence.extract import extract
from whence.handover import AttributionResult, EventCandidate, ParsedDocument, StanceCandidate
from whence.records import Attribution
from whence.resolve import resolve

Parse = Callable[..., ParsedDocument]


class Reading:
    """A text with its attributions, holders and stances, its values as words."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self.text = parsed.text
        self.extraction = extract(parsed)
        self.resolution = resolve(parsed, self.extraction)
        self.result: AttributionResult = attribute(parsed, self.extraction, self.resolution)
        self.by_id = {a.attribution_id: a for a in self.result.attributions}

    def by(self, source: str | None) -> Attribution:
        """The first attribution whose source is worded so."""
        return next(a for a in self.result.attributions if a.source.text == source)

    def sources(self) -> list[str | None]:
        return sorted((a.source.text for a in self.result.attributions), key=lambda s: s or "")

    def content(self, source: str | None) -> list[str]:
        return [self.text[a:b] for a, b in self.by(source).content]

    def chain(self, attribution: Attribution | None) -> list[str | None]:
        """Sources from the innermost outwards."""
        found: list[str | None] = []
        while attribution is not None:
            found.append(attribution.source.text)
            parent = attribution.parent_id
            attribution = self.by_id[parent] if parent is not None else None
        return found

    def event(self, trigger: str) -> EventCandidate:
        return next(e for e in self.extraction.events if e.trigger.text == trigger)

    def event_chain(self, trigger: str) -> list[str | None]:
        holder = self.result.holder[self.event(trigger).index]
        return self.chain(self.by_id[holder] if holder is not None else None)

    def stances(self, trigger: str, scope: str = "event") -> dict[str | None, tuple[str, str]]:
        """Source words (``"article"`` for the article) → sign and certainty."""
        index = self.event(trigger).index
        return {
            self.by_id[s.attribution_id].source.text if s.attribution_id else "article": (s.sign, s.certainty)
            for s in self.rows(index)
            if s.scope == scope
        }

    def rows(self, event: int) -> Iterator[StanceCandidate]:
        return (s for s in self.result.stances if s.event == event)


@pytest.fixture(scope="session")
def read(parse: Parse) -> Callable[..., Reading]:
    return lambda text, *passages: Reading(parse(text, *passages))
