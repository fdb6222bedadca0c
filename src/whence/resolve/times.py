"""Time phrases of a document as intervals, read against its publication date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from whence.handover import Extraction, ParsedDocument, Phrase, Sentence, Word
from whence.records import EventDate, TimeValue
from whence.resolve.calendar_intervals import Interval, Tense, of_month, of_year
from whence.resolve.time_ranges import Reading, interpret_at
from whence.resolve.time_setting import Setting

_AROUND = 60
"""Characters looked at on either side of a phrase: its prepositions, "ago", the other end of a range."""
_LONGEST = 160
"""Characters of a phrase that are looked at; a longer one is a parse error or a clause."""

_LONGEST_PARAGRAPH = 5000
"""Characters looked back for an opening quotation mark."""

_MONTH = 31

_FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_PROSPECTIVE = frozenset(
    {
        *("agree", "anticipate", "be", "due", "expect", "forecast", "go", "hope", "intend", "plan", "pledge"),
        *("predict", "prepare", "promise", "schedule", "set", "slate", "vow"),
    }
)
"""Verbs and adjectives whose infinitive or object lies ahead ("is due to meet", "is to leave", "predict
landfall")."""


def resolve_times(
    parsed: ParsedDocument, extraction: Extraction
) -> tuple[dict[int, EventDate], dict[int, TimeValue]]:
    """Phrase index → the interval in which what it dates lies, and phrase index → what it names by itself,
    for the time phrases that fix one. Without a publication date only explicit dates do; with one known to
    the month or year see :func:`_read`."""
    days = publication_days(parsed)
    told: date | None = None
    found: dict[int, EventDate] = {}
    named: dict[int, TimeValue] = {}
    phrases = sorted((p for p in extraction.phrases if p.kind == "time"), key=lambda p: (p.start, p.index))
    for phrase in phrases:
        sentence = parsed.sentences[phrase.sentence]
        spoken = None
        if told is not None and len(days) == 1 and (days[0] - told).days in range(8):
            spoken = told if is_quoted(parsed.text, phrase.start) else None
        setting = Setting(published=None, told=told, spoken=spoken, tense=tense_at(sentence, phrase))
        read = _read_phrase(parsed, phrase, sentence, setting, days)
        if read is None:
            continue
        value, named[phrase.index] = read
        found[phrase.index] = value
        if value.precision == "day" and value.from_ is not None and sentence.analysed:
            day = date.fromisoformat(value.from_)
            # A plan's date is not what "the next day" follows.
            told = day if not days or day <= days[-1] else told
    return found, named


def is_quoted(text: str, offset: int) -> bool:
    """Whether an odd number of quotation marks has been opened before ``offset`` in its paragraph."""
    before = text[max(0, offset - _LONGEST_PARAGRAPH, text.rfind("\n", 0, offset) + 1) : offset]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def publication_days(parsed: ParsedDocument) -> tuple[date, ...]:
    """The day of publication; the first and the last it can be if only the month or year is known; none
    if nothing is."""
    published, precision = parsed.document.published, parsed.document.published_precision
    year, month, day = (*(published or "").partition("T")[0].split("-"), "", "")[:3]
    try:
        if not day or precision in ("month", "year"):
            whole = (
                of_month(int(year), int(month), "published")
                if month and precision != "year"
                else of_year(int(year), "published")
            )
            return (whole.first, whole.last) if whole.first and whole.last else ()
        return (date(int(year), int(month), int(day)),)
    except ValueError:
        return ()


def _read_phrase(
    parsed: ParsedDocument, phrase: Phrase, sentence: Sentence, setting: Setting, days: tuple[date, ...]
) -> tuple[EventDate, TimeValue] | None:
    start = max(sentence.start, phrase.start - _AROUND)
    end = min(sentence.end, phrase.start + _LONGEST, phrase.end + _AROUND)
    text = parsed.text[start:end]
    read = _read(text, phrase.start - start, min(phrase.end, end) - start, setting, days)
    if read is None:
        return None
    span = parsed.span(start + read.start, start + read.end)
    whole = _value(read.whole)
    return EventDate(
        from_=whole.from_,
        to=whole.to,
        text=span.text,
        start=span.start,
        end=span.end,
        precision=whole.precision,
        anchor=read.whole.anchor,
    ), _value(read.named)


def _value(interval: Interval) -> TimeValue:
    return TimeValue(
        from_=interval.first.isoformat() if interval.first else None,
        to=interval.last.isoformat() if interval.last else None,
        precision=interval.precision,
    )


def _read(text: str, start: int, end: int, setting: Setting, days: tuple[date, ...]) -> Reading | None:
    """The expression at ``start``..``end``, read on the first and on the last day that may be the day of
    publication: "this month" is the same on both. What differs ("on Thursday") is as wide as both together
    where the month is known, and unresolved where only the year is."""
    readings = [interpret_at(text, start, end, replace(setting, published=day)) for day in days or (None,)]
    first, last = readings[0], readings[-1]
    if first is None or last is None or first == last:
        return first if first == last else None
    if (days[-1] - days[0]).days > _MONTH or (first.start, first.end) != (last.start, last.end):
        return None
    whole, named = _both(first.whole, last.whole), _both(first.named, last.named)
    return Reading(first.start, first.end, whole, named) if whole and named else None


def _both(early: Interval, late: Interval) -> Interval | None:
    if early.first is None or early.last is None or late.first is None or late.last is None:
        return None
    return Interval(min(early.first, late.first), max(early.last, late.last), "range", late.anchor)


def tense_at(sentence: Sentence, phrase: Phrase) -> Tense | None:
    """Whether the clause that holds the phrase tells of the past or of what lies ahead."""
    for word in sentence.ancestors(sentence.word(phrase.head)):
        if word.upos in ("VERB", "AUX", "ADJ"):
            tense = _tense_of(sentence, word)
            if tense is not None:
                return None if tense == "open" else tense
    return None


def _tense_of(sentence: Sentence, word: Word) -> Tense | Literal["open"] | None:
    """The tense of one verb or predicate adjective with its auxiliaries; ``open`` if it is finite but
    leaves the time open ("was scheduled for Monday", "the deadline is 2 August"), ``None`` if the clause
    above it has to tell."""
    verbs = [word, *sentence.children(word, "aux", "cop")]
    if any(v.text.lower() in _FUTURE_AUXILIARIES or v.lemma.lower() in _FUTURE_AUXILIARIES for v in verbs):
        return "future"
    if word.xpos == "VBG" and any(v.lemma == "be" and v.feature("Tense") == "Pres" for v in verbs[1:]):
        return "future"  # what is happening now needs no date: "I am playing in Mexico in January"
    past = any(v.feature("Tense") == "Past" and v.feature("VerbForm") == "Fin" for v in verbs)
    if word.lemma.lower() in _PROSPECTIVE - {"be", "go"}:
        return "open" if past else "future"
    if any(m.text.lower() == "to" for m in sentence.children(word, "mark")):
        if any(v.lemma.lower() == "be" and v.feature("VerbForm") == "Fin" for v in verbs[1:]):
            return "open" if past else "future"
        governor = sentence.head(word)
        if governor is None:
            return "future"
        if governor.lemma.lower() not in _PROSPECTIVE:
            return None
        finite_past = governor.feature("Tense") == "Past" and governor.feature("VerbForm") == "Fin"
        return "open" if finite_past else "future"
    if past or any(v.lemma.lower() == "have" for v in verbs[1:]):
        return "past"
    return "open" if any(v.feature("VerbForm") == "Fin" for v in verbs) else None
