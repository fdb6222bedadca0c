"""Time phrases of a document as intervals, read against its publication date."""

from __future__ import annotations

from datetime import date

from whence.handover import Extraction, ParsedDocument, Phrase, Sentence, Word
from whence.records import EventDate
from whence.resolve.calendar_intervals import Tense
from whence.resolve.time_grammar import Setting, interpret_at

_AROUND = 60
"""Characters looked at on either side of a phrase: its prepositions, "ago", the other end of a range."""
_LONGEST = 160
"""Characters of a phrase that are looked at; a longer one is a parse error or a clause."""

_FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_FUTURE_GOVERNORS = frozenset(
    {
        "plan",
        "expect",
        "schedule",
        "due",
        "set",
        "slate",
        "intend",
        "hope",
        "promise",
        "vow",
        "pledge",
        "agree",
        "go",
    }
)
"""Verbs and adjectives whose infinitive complement lies ahead ("is due to meet", "is going to vote")."""


def resolve_times(parsed: ParsedDocument, extraction: Extraction) -> dict[int, EventDate]:
    """Phrase index → interval, for the time phrases that fix one. Without a publication date only
    explicit dates do."""
    published = publication_day(parsed)
    told: date | None = None
    found: dict[int, EventDate] = {}
    phrases = sorted((p for p in extraction.phrases if p.kind == "time"), key=lambda p: (p.start, p.index))
    for phrase in phrases:
        sentence = parsed.sentences[phrase.sentence]
        setting = Setting(published=published, told=told, tense=tense_at(sentence, phrase))
        value = _date_of(parsed, phrase, sentence, setting)
        if value is None:
            continue
        found[phrase.index] = value
        if value.precision == "day" and value.from_ is not None and sentence.analysed:
            told = date.fromisoformat(value.from_)
    return found


def publication_day(parsed: ParsedDocument) -> date | None:
    """The day of publication if it is known to the day."""
    published = parsed.document.published
    if published is None or len(published) < 10:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _date_of(
    parsed: ParsedDocument, phrase: Phrase, sentence: Sentence, setting: Setting
) -> EventDate | None:
    start = max(sentence.start, phrase.start - _AROUND)
    end = min(sentence.end, phrase.start + _LONGEST, phrase.end + _AROUND)
    text = parsed.text[start:end]
    read = interpret_at(text, phrase.start - start, min(phrase.end, end) - start, setting)
    if read is None:
        return None
    first, last, interval = read
    span = parsed.span(start + first, start + last)
    return EventDate(
        from_=interval.first.isoformat() if interval.first else None,
        to=interval.last.isoformat() if interval.last else None,
        text=span.text,
        start=span.start,
        end=span.end,
        precision=interval.precision,
        anchor=interval.anchor,
    )


def tense_at(sentence: Sentence, phrase: Phrase) -> Tense | None:
    """Whether the clause that holds the phrase tells of the past or of what lies ahead."""
    for word in sentence.ancestors(sentence.word(phrase.head)):
        if word.upos not in ("VERB", "AUX", "ADJ"):
            continue
        tense = _tense_of(sentence, word)
        if tense is not None:
            return tense
    return None


def _tense_of(sentence: Sentence, word: Word) -> Tense | None:
    auxiliaries = [word, *sentence.children(word, "aux", "cop")]
    if any(
        a.lemma.lower() in _FUTURE_AUXILIARIES or a.text.lower() in _FUTURE_AUXILIARIES for a in auxiliaries
    ):
        return "future"
    governor = sentence.head(word)
    infinitive = any(m.text.lower() == "to" for m in sentence.children(word, "mark"))
    if infinitive and (governor is None or governor.lemma.lower() in _FUTURE_GOVERNORS):
        return "future"
    if any(a.feature("Tense") == "Past" and a.feature("VerbForm") == "Fin" for a in auxiliaries):
        return "past"
    perfect = any(a.lemma.lower() == "have" for a in auxiliaries[1:])
    return "past" if perfect else None
