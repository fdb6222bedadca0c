"""Scores of heads: tokens of attribution, types of mention heads, triggers and what is said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from evals.syntax.conllu import GoldDocument, head_of
from whence.clean import document_of
from whence.handover import ParsedDocument, TriggerScore, WordRef
from whence.parse import Parser
from whence.parse.heads import TRIGGER
from whence.records import Range

Row = Mapping[str, Any]


@dataclass
class Tally:
    """Counts of one measure after the other: right, said by the system, true by gold."""

    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)

    def add(self, measure: str, right: int, said: int, true: int) -> None:
        self.right[measure] += right
        self.said[measure] += said
        self.true[measure] += true

    def precision(self, measure: str) -> float:
        return 100 * self.right[measure] / max(1, self.said[measure])

    def recall(self, measure: str) -> float:
        return 100 * self.right[measure] / max(1, self.true[measure])

    def f1(self, measure: str) -> float:
        """In per cent; also an accuracy, where as much is said as is true."""
        return 200 * self.right[measure] / max(1, self.said[measure] + self.true[measure])


def attribution(parser: Parser, rows: Iterable[Row], tally: Tally) -> None:
    """Tokens inside a source or a content, against PolNeAR; what its annotators set aside does not count."""
    for row in rows:
        clean = document_of(row["text"], published=row["date"], title=row["title"])
        aside = [tuple(span) for span in row.get("discard") or ()]
        for part in ("source", "content"):
            gold = [tuple(span) for a in row["attributions"] for span in a[part]]
            outside = parser.model.labels[part].index("O")
            for window in parser.windows(clean):
                tokens = [token for sentence in window.sentences for token in sentence]
                tags = window.scores[part].argmax(-1).tolist()
                for token, tag in zip(tokens, tags, strict=True):
                    if not _meets(token, aside):
                        true, said = _meets(token, gold), tag != outside
                        tally.add(f"{part} tokens", true and said, said, true)


def _meets(token: Range, spans: Iterable[Range]) -> bool:
    return any(start < token[1] and token[0] < end for start, end in spans)


def mention_types(parser: Parser, documents: Iterable[GoldDocument], tally: Tally, measure: str) -> None:
    """Words that head a mention, with its type; gold tokens of GUM."""
    for document in documents:
        analysed = parser.analyse([sentence.forms for sentence in document.sentences])
        for sentence, (words, _names) in zip(document.sentences, analysed, strict=True):
            gold: dict[int, str] = {}
            for entity in sorted(sentence.entities or (), key=lambda e: e.first - e.last):
                gold[head_of(sentence, entity)] = entity.kind
            said = {i: word.head_type for i, word in enumerate(words) if word.head_type}
            right = sum(gold.get(i) == kind for i, kind in said.items())
            tally.add(measure, right, len(said), len(gold))


def events(parser: Parser, rows: Iterable[Row], tally: Tally, *, least: float = TRIGGER) -> None:
    """Triggers by the head alone against own gold, one to one where the word lies in the span; type, mode,
    realis, sign, certainty and arguments (head words) of the matched ones. ``words`` counts words."""
    for row in rows:
        parsed = parser.parse(document_of(row["text"], published=row["published"], title=row["title"]))
        said = [trigger for trigger in parsed.triggers if trigger.probability >= least]
        by_word = {_range(parsed, (t.sentence, t.word)): t for t in said}
        matched: list[tuple[Row, TriggerScore]] = []
        for event in row["events"]:
            inside = [r for r in by_word if r[0] < event["end"] and event["start"] < r[1]]
            if inside:
                matched.append((event, by_word.pop(inside[0])))
        tally.true["words"] += sum(len(sentence.words) for sentence in parsed.sentences)
        tally.add("trigger", len(matched), len(said), len(row["events"]))
        typed = sum(next(iter(t.types)) == event["type"] for event, t in matched)
        tally.add("typed", typed, len(said), len(row["events"]))
        for event, trigger in matched:
            _described(event, trigger, tally)
            _arguments(parsed, event, trigger, tally)


def _described(event: Row, trigger: TriggerScore, tally: Tally) -> None:
    for measure in ("realis", "sign", "certainty"):
        tally.add(measure, getattr(trigger, measure) == event[measure], 1, 1)
    tally.add("type", next(iter(trigger.types)) == event["type"], 1, 1)
    if event["mode"]:
        tally.add("mode", trigger.mode == event["mode"], 1, 1)


def _arguments(parsed: ParsedDocument, event: Row, trigger: TriggerScore, tally: Tally) -> None:
    for part, role in (("actors", "actor"), ("recipients", "recipient"), ("place", "place")):
        value = event[part]
        listed: Sequence[Row] = value if isinstance(value, list) else [value] if value else []
        gold = [(a["start"], a["end"]) for a in listed if a.get("start") is not None]
        said = [
            _range(parsed, (a.sentence, a.word))
            for a in trigger.arguments
            if a.role == role and a.probability >= 0.5
        ]
        right = sum(any(_meets(span, [one]) for one in said) for span in gold)
        tally.add(role, right, len(said), len(gold))


def _range(parsed: ParsedDocument, place: WordRef) -> Range:
    word = parsed.sentences[place[0]].word(place[1])
    return word.start, word.end
