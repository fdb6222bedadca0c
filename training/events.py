"""Labels of events: as they were annotated, or as the product's lexicon and rules find them (silver)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from training.document import UNKNOWN, LabelledDocument
from training.labels import NO_MODE, ROLES, Labels
from training.words import Words
from whence.handover import Extraction
from whence.parse.tokenize import tokenize

Row = Mapping[str, Any]

SURE = 0.9
"""Probability given to a trigger of the lexicon. A judgement; no other value was tried."""
SILVER_WEIGHT = 0.3


def blank(made: LabelledDocument) -> None:
    n = len(made.forms)
    made.trigger = [0.0] * n
    for layer in ("event_type", "event_mode", "realis", "sign", "certainty"):
        made.tags[layer] = [UNKNOWN] * n


def mark(made: LabelledDocument, words: Words, events: Iterable[Row], labels: Labels) -> None:
    blank(made)
    assert made.trigger is not None
    for event in events:
        span = words.within([(event["start"], event["end"])])
        if not span:
            continue
        word = words.head(span)
        made.trigger[word] = 1.0
        describe(made, word, event, labels)
        made.roles[word] = list(_arguments(words, word, event))


def describe(made: LabelledDocument, word: int, event: Row, labels: Labels) -> None:
    mode = f"{event['type']} {event['mode']}" if event["mode"] else NO_MODE
    values = {
        "event_type": event["type"],
        "event_mode": mode,
        "realis": event["realis"],
        "sign": event["sign"],
        "certainty": event["certainty"],
    }
    for layer, value in values.items():
        made.tags[layer][word] = labels[layer].index(value) if value in labels[layer] else UNKNOWN


def _arguments(words: Words, trigger: int, event: Row) -> Iterator[tuple[int, int]]:
    for part, role in (("actors", "actor"), ("recipients", "recipient")):
        for argument in event[part]:
            span = words.within([(argument["start"], argument["end"])])
            if span:
                yield words.head(span), ROLES.index(role)
    place, date = event.get("place"), event.get("date")
    for argument, role in ((place, "place"), (date, "time")):
        if argument and argument.get("start") is not None:
            span = words.within([(argument["start"], argument["end"])])
            if span:
                yield words.head(span), ROLES.index(role)
    if date and date.get("text"):
        text = date["text"]
        span = _said(words, trigger, [text[a:b] for a, b in tokenize(text)])
        if span:
            yield words.head(span), ROLES.index("time")


def _said(words: Words, trigger: int, forms: Sequence[str]) -> list[int]:
    """Where the words of a date, annotated without its place, stand in the sentence of the trigger."""
    number = words.sentence(trigger)
    after = words.sentences[number + 1] if number + 1 < len(words.sentences) else len(words.forms)
    for i in range(words.sentences[number], after - len(forms) + 1):
        if [form.lower() for form in words.forms[i : i + len(forms)]] == [form.lower() for form in forms]:
            return list(range(i, i + len(forms)))
    return []


def silver(made: LabelledDocument, extraction: Extraction, words: Words, labels: Labels) -> None:
    """Events as the lexicon and the rules of the product find them."""
    blank(made)
    assert made.trigger is not None
    made.trigger_weight = SILVER_WEIGHT

    def at(sentence: int, index: int) -> int:
        return words.sentences[sentence] + index - 1

    for event in extraction.events:
        word = at(event.sentence, event.head)
        made.trigger[word] = SURE
        mode = f"{event.type} {event.mode}" if event.mode else NO_MODE
        for layer, value in (("event_type", event.type), ("event_mode", mode), ("realis", event.realis)):
            if value in labels[layer]:
                made.tags[layer][word] = labels[layer].index(value)
        filled = {"actor": event.actors, "recipient": event.recipients}
        filled |= {"place": (event.place,) if event.place is not None else ()}
        filled |= {"time": (event.time,) if event.time is not None and not event.time_inherited else ()}
        made.roles[word] = [
            (at(phrase.sentence, phrase.head), ROLES.index(role))
            for role, indices in filled.items()
            for phrase in (extraction.phrases[i] for i in indices)
        ]
