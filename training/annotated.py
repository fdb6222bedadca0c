"""Corpora whose annotation is spans of characters: attribution (PolNeAR, GUM), events (own gold, silver).

They are divided into words and sentences as the product does it, by the model of the stage before; its trees
only tell which word is the head of a span. Silver events are those of the product's lexicon.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from training import events
from training.document import NOWHERE, UNKNOWN, LabelledDocument
from training.events import Row
from training.labels import Labels
from training.treebanks import NON_COMMERCIAL
from training.words import Words
from whence.clean import document_of
from whence.extract import extract
from whence.handover import ParsedDocument
from whence.parse import Parser

REVIEWED = Path(__file__).with_name("reviewed.tsv")
"""Which events of the second, generous pass over the gold articles stand, and as what."""
POLNEAR_EVENTS = Path(__file__).with_name("polnear_events.jsonl")
"""Events annotated in some articles of PolNeAR, as gold has them, by their characters alone; an article is
named by the beginning of the SHA-256 of its id, which has words of its headline."""


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


def polnear(
    row: Row, parsed: ParsedDocument, labels: Labels, *, coded: Mapping[str, Sequence[Row]]
) -> LabelledDocument:
    """PolNeAR (Newell et al. 2018): every attribution of an article; silver events, or ours from ``coded``
    where it has any, which makes the article one of a corpus of its own."""
    words = Words.of(parsed)
    told = [
        Told(*(words.within(a[part]) for part in ("source", "cue", "content"))) for a in row["attributions"]
    ]
    made = _document("polnear", words)
    _attribution(made, words, told, labels)
    for word in words.within(row.get("discard") or ()):
        for layer in (*made.tags.values(), *made.links.values()):
            layer[word] = UNKNOWN
    key = hashlib.sha256(row["id"].encode()).hexdigest()[:16]
    if key in coded:
        made.corpus = "polnear-events"
        events.mark(made, words, coded[key], labels)
    else:
        events.silver(made, extract(parsed), words, labels)
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
    events.silver(made, extract(parsed), words, labels)
    return made


def is_shareable(row: Row) -> bool:
    return row["genre"] not in NON_COMMERCIAL and "NC" not in row["licence"]


def gold(
    row: Row, parsed: ParsedDocument, labels: Labels, *, added: Mapping[str, Sequence[Row]]
) -> LabelledDocument:
    """Own gold articles: events with types, arguments, realis, sign and certainty; attributions. ``added``
    holds the events that a second pass found, by article."""
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
    events.mark(made, words, [*added.get(row["id"], ()), *row["events"]], labels)
    return made


def _listed(path: Path) -> Iterator[tuple[str, list[Row]]]:
    for row in _rows(path):
        yield row["id"], row["events"]


def _added(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Events of the second pass that were kept when it was reviewed, as corrected then, by article. Its
    arguments were not reviewed."""
    with REVIEWED.open(encoding="utf-8", newline="") as file:
        kept = {
            (row["article"], row["event"]): {key: row[key] or None for key in ("type", "mode", "other")}
            for row in csv.DictReader(file, delimiter="\t")
            if row["keep"] == "1"
        }
    for row in _rows(path):
        events = ((event, kept.get((row["id"], event["id"]))) for event in row["events"])
        yield row["id"], [{**event, **corrected} for event, corrected in events if corrected]


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


def corpora(folder: Path) -> dict[str, Corpus]:
    """The corpora that annotate events and attribution; ``folder`` is the shared folder."""
    path = folder / "gold" / "train_dense.jsonl"
    added = dict(_added(path)) if path.exists() else {}
    listed = (
        Corpus(
            "polnear",
            "data/attribution/polnear_train.jsonl",
            partial(polnear, coded=dict(_listed(POLNEAR_EVENTS))),
            open=False,
        ),
        Corpus("gum-attribution", "data/attribution/gum_attr_train.jsonl", georgetown, wanted=is_shareable),
        Corpus("gold", "gold/train.jsonl", partial(gold, added=added)),
    )
    return {corpus.name: corpus for corpus in listed}
