"""ECB+ (Cybulska and Vossen 2014) as the linker gets it: event mentions where people marked them.

Only sentences of which the annotation was checked count. A gold trigger is read by the product as if a user's
codebook had named its head, so that its type, parties, place and time are the product's own; a trigger whose
head tells no event by its grammar ("it", "on the loose") gets a mention with nothing but its lemma. Each is a
telling of its own: rules of coreference inside a report are written for the product's types, and most gold
triggers have none. ECB+ puts a plan and its fulfilment into one chain and the product does not, so all are
told as past.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from whence.clean import clean
from whence.extract import Codebook
from whence.extract.codebook import UNLISTED
from whence.extract.frame import Frame
from whence.handover import Capture, CleanDocument, ParsedDocument, Sentence, Word
from whence.own import NOTHING, Own
from whence.pipeline import coded, parser
from whence.records import Code, EventMention, Span, stable_id
from whence.tables import DocumentRecords

Key = tuple[int, int]
"""Number of the document, number of the gold mention in it: what scorers compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    key: Key
    cluster: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    name: str
    subtopic: str
    triggers: tuple[Trigger, ...]
    at_gold: DocumentRecords
    """With the gold triggers for event mentions."""
    read: DocumentRecords
    """As a user gets it."""
    mention_of: Mapping[Key, str]
    """Gold trigger → event_mention_id in ``at_gold``."""


@dataclass(frozen=True, slots=True)
class _AtGold:
    """Stands in for a user's codebook: gives a code to the frames with the given heads."""

    heads: frozenset[tuple[int, int]]
    scheme: str = "gold"
    digest: str = ""

    def codes(self, frame: Frame, *, topics: frozenset[str] = frozenset()) -> tuple[Code, ...]:
        del topics
        at = (frame.sentence.index, frame.head.index)
        return (Code(scheme=self.scheme, code="event", why="gold"),) if at in self.heads else ()


def read(folder: Path, split: str) -> list[Document]:
    """The documents of a split that have a checked event mention."""
    gold: dict[str, list[tuple[str, Sequence[Sequence[int]]]]] = {}
    for row in _rows(folder / "ecbplus_mentions.jsonl"):
        if row["split"] == split and row["kind"] == "event" and row["validated"] and row["spans"]:
            gold.setdefault(str(row["doc"]), []).append((str(row["cluster"]), row["spans"]))
    rows = [row for row in _rows(folder / "ecbplus_docs.jsonl") if str(row["id"]) in gold]
    return [_document(number, row, gold[str(row["id"])]) for number, row in enumerate(rows)]


def _document(
    number: int, row: Mapping[str, Any], gold: Sequence[tuple[str, Sequence[Sequence[int]]]]
) -> Document:
    parsed = _parsed(str(row["id"]), str(row["text"]))
    heads: dict[Key, tuple[Sentence, Word]] = {}
    triggers = []
    for place, (cluster, spans) in enumerate(gold):
        head = _head(parsed, spans)
        if head is not None:
            heads[number, place] = head
            key = (number, place)
            triggers.append(Trigger(key=key, cluster=cluster, start=head[1].start, end=head[1].end))
    wanted = frozenset((sentence.index, word.index) for sentence, word in heads.values())
    marked = coded(parsed, Own(codebook=cast(Codebook, _AtGold(wanted))))
    mentions: dict[str, EventMention] = {}
    mention_of: dict[Key, str] = {}
    for key, (sentence, word) in heads.items():
        told = next((m for m in marked.event_mentions if _covers(m.trigger, word)), None)
        told = told or _bare(marked.document.document_id, sentence, word)
        alone = stable_id("e", told.event_mention_id)
        mentions[told.event_mention_id] = replace(told, event_id=alone, realis="past")
        mention_of[key] = told.event_mention_id
    return Document(
        name=str(row["id"]),
        subtopic=str(row["subtopic"]),
        triggers=tuple(triggers),
        at_gold=replace(marked, event_mentions=tuple(mentions.values())),
        read=coded(parsed, NOTHING),
        mention_of=mention_of,
    )


def _parsed(name: str, text: str) -> ParsedDocument:
    capture = Capture(path=f"{name}.txt", record=None, media_type="text/plain", data=text.encode())
    document = clean(capture)
    assert isinstance(document, CleanDocument), document
    assert document.document.text == text, name
    return parser().parse(document)


def _head(parsed: ParsedDocument, spans: Sequence[Sequence[int]]) -> tuple[Sentence, Word] | None:
    """The first word of the trigger whose governor is not in it."""
    for sentence in parsed.sentences:
        words = [word for word in sentence.words if any(word.start < b and a < word.end for a, b in spans)]
        inside = {word.index for word in words}
        for word in words:
            if word.head not in inside:
                return sentence, word
    return None


def _covers(trigger: Span, word: Word) -> bool:
    return trigger.start < word.end and word.start < trigger.end


def _bare(document_id: str, sentence: Sentence, word: Word) -> EventMention:
    """A mention of which nothing is read but its trigger."""
    key = stable_id("n", document_id, word.start, word.end)
    return EventMention(
        event_mention_id=key,
        event_id=stable_id("e", key),
        document_id=document_id,
        sentence=(sentence.start, sentence.end),
        trigger=Span(text=word.text, start=word.start, end=word.end),
        lemma=word.lemma,
        type="NONE",
        mode=None,
        contexts=(),
        other=UNLISTED,
        cameo=None,
        actors=(),
        recipients=(),
        place=None,
        date=None,
        realis="past",
        factuality=(),
        quantities=(),
        attribution_id=None,
        restated=False,
        principal=False,
        confidence={},
        political=False,
        codes=(),
        why={},
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
