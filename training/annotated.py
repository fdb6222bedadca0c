"""Corpora whose annotation is spans of characters: attribution (PolNeAR, GUM), events (own gold, silver).

They are divided into words and sentences as the product does it, by the model of the stage before; its trees
only tell which word is the head of a span. Silver events are those of the product's lexicon.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from training.document import NOWHERE, UNKNOWN, LabelledDocument
from training.labels import NO_MODE, ROLES, Labels
from training.treebanks import NON_COMMERCIAL
from training.words import Words
from whence.clean import document_of
from whence.extract import extract
from whence.handover import Extraction, ParsedDocument
from whence.parse import Parser
from whence.parse.tokenize import tokenize

Row = Mapping[str, Any]

SURE, LIKELY = 0.9, 0.5
"""Probability given to a trigger of the lexicon, and to one that only the second pass over the gold articles
has, which adds generously and was not reviewed. Judgements; no other values were tried."""
SILVER_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Told:
    """One attribution as annotated; an empty part was not expressed."""

    source: list[int]
    cue: list[int]
    content: list[int]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where a corpus lies under the data folder, how a row is read, whether it is free to share."""

    name: str
    path: str
    read: Callable[[Row, ParsedDocument, Labels], LabelledDocument]
    wanted: Callable[[Row], bool] = bool
    open: bool = True


def documents(
    corpus: Corpus, data: Path, labels: Labels, model: Path, processes: int = 2
) -> list[LabelledDocument]:
    """All documents of a corpus, parsed by the model in ``model``."""
    rows = [row for row in _rows(data / corpus.path) if corpus.wanted(row)]
    with get_context("spawn").Pool(processes, _load, (model,)) as pool:
        return pool.map(partial(_one, corpus, labels), rows, chunksize=4)


_parser: Parser | None = None


def _load(model: Path) -> None:
    global _parser
    _parser = Parser(model)


def _one(corpus: Corpus, labels: Labels, row: Row) -> LabelledDocument:
    assert _parser is not None
    parsed = _parser.parse(
        document_of(row["text"], published=row.get("published") or row.get("date"), title=row.get("title"))
    )
    return corpus.read(row, parsed, labels)


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def polnear(row: Row, parsed: ParsedDocument, labels: Labels) -> LabelledDocument:
    """PolNeAR (Newell et al. 2018): every attribution of an article; silver events."""
    words = Words.of(parsed)
    told = [
        Told(*(words.within(a[part]) for part in ("source", "cue", "content"))) for a in row["attributions"]
    ]
    made = _document("polnear", words)
    _attribution(made, words, told, labels)
    for word in words.within(row.get("discard") or ()):
        for layer in (*made.tags.values(), *made.links.values()):
            layer[word] = UNKNOWN
    silver(made, extract(parsed), words, labels)
    return made


def georgetown(row: Row, parsed: ParsedDocument, labels: Labels) -> LabelledDocument:
    """Attribution of GUM (Zeldes 2017): sources and contents; its cues are not annotated by hand."""
    words = Words.of(parsed)
    told = [
        Told(
            words.within([tuple(s) for s in a["source"]]), [], words.within([tuple(s) for s in a["content"]])
        )
        for a in row["attributions"]
    ]
    made = _document("gum-attribution", words)
    _attribution(made, words, told, labels)
    del made.tags["cue"]
    made.links.clear()
    silver(made, extract(parsed), words, labels)
    return made


def is_shareable(row: Row) -> bool:
    return row["genre"] not in NON_COMMERCIAL and "NC" not in row["licence"]


def gold(row: Row, parsed: ParsedDocument, labels: Labels, *, dense: Mapping[str, Row]) -> LabelledDocument:
    """Own gold articles: events with types, arguments, realis, sign and certainty; attributions. ``dense``
    holds the second pass over the same articles, by id."""
    words = Words.of(parsed)
    sources = {source["id"]: source for source in row["sources"]}
    told, elsewhere = list[Told](), list[int]()
    for a in row["attributions"]:
        source = sources.get(a["source"], {})
        cue = words.within([(a["cue_start"], a["cue_end"])]) if a.get("cue_start") is not None else []
        found = words.within([(source["start"], source["end"])]) if source.get("start") is not None else []
        if cue and found and words.sentence(cue[0]) != words.sentence(found[0]):
            # A source is annotated once, at its fullest mention; the mention at this cue is not known.
            elsewhere.append(words.sentence(cue[0]))
            found = []
        told.append(Told(found, cue, words.within(a["content"])))
    made = _document("gold", words)
    _attribution(made, words, told, labels)
    for number in elsewhere:
        first, after = made.bounds(number)
        for word in range(first, after):
            if made.tags["source"][word] == labels["source"].index("O"):
                made.tags["source"][word] = made.links["source_cue"][word] = UNKNOWN
    _events(made, words, row["events"], labels)
    for event in dense[row["id"]]["events"] if row["id"] in dense else ():
        span = words.within([(event["start"], event["end"])])
        if not span or made.trigger is None or made.trigger[words.head(span)]:
            continue
        word = words.head(span)
        if event["type"] == "NONE":
            made.trigger[word] = UNKNOWN
        else:
            made.trigger[word] = LIKELY
            _describe(made, word, event, labels)
    return made


def _document(corpus: str, words: Words) -> LabelledDocument:
    return LabelledDocument(corpus=corpus, forms=words.forms, sentences=words.sentences)


def _attribution(made: LabelledDocument, words: Words, told: Iterable[Told], labels: Labels) -> None:
    """BIO tags of sources, cues and contents, and the cue that each word of a source or content leads to:
    the innermost one, whose part is the shortest."""
    n = len(words.forms)
    told = list(told)
    for part in ("source", "cue", "content"):
        outside, begin, inside = (labels[part].index(tag) for tag in "OBI")
        tags = made.tags[part] = [outside] * n
        for one in sorted(told, key=lambda t: -len(getattr(t, part))):
            previous = None
            for word in getattr(one, part):
                tags[word] = inside if previous == word - 1 else begin
                previous = word
    for part, layer in (("source", "source_cue"), ("content", "content_cue")):
        links = made.links[layer] = [NOWHERE] * n
        for one in sorted(told, key=lambda t: -len(getattr(t, part))):
            for word in getattr(one, part):
                links[word] = words.head(one.cue) if one.cue else UNKNOWN


def _blank_events(made: LabelledDocument) -> None:
    n = len(made.forms)
    made.trigger = [0.0] * n
    for layer in ("event_type", "event_mode", "realis", "sign", "certainty"):
        made.tags[layer] = [UNKNOWN] * n


def _events(made: LabelledDocument, words: Words, events: Iterable[Row], labels: Labels) -> None:
    _blank_events(made)
    assert made.trigger is not None
    for event in events:
        span = words.within([(event["start"], event["end"])])
        if not span:
            continue
        word = words.head(span)
        made.trigger[word] = 1.0
        _describe(made, word, event, labels)
        made.roles[word] = list(_arguments(words, word, event))


def _describe(made: LabelledDocument, word: int, event: Row, labels: Labels) -> None:
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
    if place and place.get("start") is not None and (span := words.within([(place["start"], place["end"])])):
        yield words.head(span), ROLES.index("place")
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
    _blank_events(made)
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


def corpora(folder: Path) -> dict[str, Corpus]:
    """The corpora that annotate events and attribution; ``folder`` is the shared folder."""
    path = folder / "gold" / "train_dense.jsonl"
    dense = {row["id"]: row for row in _rows(path)} if path.exists() else {}
    listed = (
        Corpus("polnear", "data/attribution/polnear_train.jsonl", polnear, open=False),
        Corpus("gum-attribution", "data/attribution/gum_attr_train.jsonl", georgetown, wanted=is_shareable),
        Corpus("gold", "gold/train.jsonl", partial(gold, dense=dense)),
    )
    return {corpus.name: corpus for corpus in listed}
