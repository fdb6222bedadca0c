"""Times that count from an event: "a day after the attack", "two weeks before rebels took the town"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from whence.handover import EventCandidate, Extraction, ParsedDocument, Phrase
from whence.records import EventDate, TimeValue
from whence.resolve.time_ranges import interpret_at
from whence.resolve.time_setting import Setting

_BESIDE = re.compile(r"\s+(?P<word>after|following|before|prior\s+to|ahead\s+of)\s+", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|that|this|these|those|its|his|her|their)\s+(?:\w+\s+)?(?P<noun>\w+)", re.I)
_LATER = frozenset({"after", "following"})
_LONGEST = 40
"""Characters of a count of units, and of a preposition with the blanks around it."""
_REACH = 60
"""Characters between the preposition and the trigger of the event that is counted from."""


def anchored_times(
    parsed: ParsedDocument, extraction: Extraction, times: Mapping[int, EventDate]
) -> dict[int, tuple[EventDate, TimeValue]]:
    """Time phrases that stand before the event they count from, if that is dated to the day: phrase index →
    the interval that many units from it. ``times`` are the phrases dated so far."""
    found: dict[int, tuple[EventDate, TimeValue]] = {}
    for phrase in extraction.phrases:
        if phrase.kind != "time" or phrase.index in times:
            continue
        beside = _BESIDE.search(
            parsed.text, phrase.start, min(phrase.end, phrase.start + _LONGEST) + _LONGEST
        )
        # The preposition is in the phrase or right behind it, as the tree has it.
        if beside is None or beside.start() > phrase.end:
            continue
        amount = parsed.text[phrase.start : beside.start()]
        day = _day(extraction, phrase, beside.end(), times) or _day_taken_up(
            parsed, extraction, beside, times
        )
        if day is None:
            continue
        # "A day after the attack" is "a day later", told on the day of the attack.
        text = f"{amount} {'later' if beside['word'].lower() in _LATER else 'earlier'}"
        read = interpret_at(text, 0, len(text), Setting(published=None, told=day))
        if read is None or read.whole.first is None or read.whole.last is None:
            continue
        first, last = read.whole.first.isoformat(), read.whole.last.isoformat()
        value = EventDate(
            from_=first,
            to=last,
            text=amount,
            start=phrase.start,
            end=beside.start(),
            precision=read.whole.precision,
            anchor="document",
        )
        found[phrase.index] = value, TimeValue(from_=first, to=last, precision=read.whole.precision)
    return found


def _day(extraction: Extraction, phrase: Phrase, start: int, times: Mapping[int, EventDate]) -> date | None:
    """The day of the first event told after the preposition, as any mention of it in the document says."""
    after = (
        event
        for event in extraction.events
        if event.sentence == phrase.sentence and start <= event.trigger.start <= start + _REACH
    )
    anchor = min(after, key=lambda event: event.trigger.start, default=None)
    if anchor is None:
        return None
    same = (event for event in extraction.events if event.cluster == anchor.cluster)
    return next((day for event in (anchor, *same) if (day := _of(event, times)) is not None), None)


def _day_taken_up(
    parsed: ParsedDocument, extraction: Extraction, beside: re.Match[str], times: Mapping[int, EventDate]
) -> date | None:
    """The day of the event that "*the* attack" takes up: the last one told before it with a day, first of
    those told by the same noun."""
    noun = _DEFINITE.match(parsed.text, beside.end())
    if noun is None:
        return None
    before = [e for e in extraction.events if e.trigger.end <= beside.start() and _of(e, times) is not None]
    before.sort(key=lambda e: (e.lemma == noun["noun"].lower(), e.trigger.start))
    return _of(before[-1], times) if before else None


def _of(event: EventCandidate, times: Mapping[int, EventDate]) -> date | None:
    told = times.get(event.time) if event.time is not None else None
    fixed = told is not None and told.from_ is not None and told.from_ == told.to
    return date.fromisoformat(told.from_) if told is not None and fixed and told.from_ else None
