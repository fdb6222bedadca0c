"""Clean documents to parsed documents: tokens, sentences, trees, lemmas, names, what the heads see."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from itertools import groupby
from typing import NamedTuple

from whence.handover import (
    ANALYSED,
    CleanDocument,
    CueScore,
    Name,
    ParsedDocument,
    Sentence,
    TriggerScore,
    Word,
)
from whence.parse import names, sentences
from whence.parse.coreference import Antecedents, TaggedSentence
from whence.parse.encode import MAX_SENTENCE_PIECES, windows
from whence.parse.heads import cues, triggers
from whence.parse.lemmas import Lemmatizer
from whence.parse.reading import Prediction, predictions
from whence.parse.repair import repaired
from whence.parse.runtime import PACKAGED, Model, Probabilities, Scores, softmax
from whence.parse.tails import with_tail
from whence.parse.tokenize import tokenize
from whence.records import Passage, Range

_PARAGRAPH_BREAK = re.compile(r"\S(?=[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n))")


class Analysis(NamedTuple):
    """What is known of a word apart from its place in the text; see :class:`whence.handover.Word`."""

    lemma: str
    upos: str
    xpos: str
    feats: str | None
    head: int
    deprel: str
    head_type: str | None


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences read together: the tokens and the passage of each, and what the model says of all."""

    sentences: list[list[Range]]
    passages: list[Passage]
    scores: Scores

    def bounds(self) -> list[tuple[int, int]]:
        """First word of each sentence in the window and one past its last."""
        found, first = [], 0
        for tokens in self.sentences:
            found.append((first, first + len(tokens)))
            first += len(tokens)
        return found


class Parser:
    """Holds the model; one parser serves any number of documents. ``folder`` holds other weights than the
    package's."""

    def __init__(self, folder: Traversable | None = None) -> None:
        self.model = Model(folder)
        self._folder = folder or PACKAGED
        self._types = {label: i for i, label in enumerate(self.model.labels["head_type"])}
        self._lemmatizer = Lemmatizer(self.model.encoder.vocabulary)

    @cached_property
    def antecedents(self) -> Antecedents:
        """The network that links mentions."""
        return Antecedents(self._folder)

    def parse(self, clean: CleanDocument) -> ParsedDocument:
        """Analyse every passage. What is said of a word depends on its document alone."""
        text = clean.document.text
        breaks = [match.end() for match in _PARAGRAPH_BREAK.finditer(text)]
        places, tagged = list[tuple[Passage, list[Range]]](), list[names.Tagged]()
        events, told = list[TriggerScore](), list[CueScore]()
        for window in self.windows(clean):  # scores are large: those of one window at a time are held
            bounds = window.bounds()
            events += triggers(window.scores, self.model.labels, bounds, len(places))
            told += cues(window.scores, self.model.labels, bounds, len(places))
            tagged += self._tagged([[text[a:b] for a, b in s] for s in window.sentences], window.scores)
            places += zip(window.passages, window.sentences, strict=True)
        parsed, found = list[Sentence](), list[Name]()
        for (passage, tokens), said, spans in zip(places, tagged, names.find(tagged), strict=True):
            paragraph = bisect_right(breaks, tokens[0][0])
            sentence, inside = self._sentence(text, tokens, len(parsed), passage, paragraph, said, spans)
            parsed.append(sentence)
            found += inside
        return ParsedDocument(
            document=clean.document,
            passages=clean.passages,
            sentences=tuple(parsed),
            names=tuple(found),
            triggers=tuple(events),
            cues=tuple(told),
            entities=self.antecedents.entities([self._referring(sentence) for sentence in tagged]),
        )

    def analyse(self, document: Sequence[Sequence[str]]) -> list[tuple[list[Analysis], list[names.NameSpan]]]:
        """Words and names of the sentences of one document, given as tokens (``MAX_SENTENCE_PIECES`` at most
        per sentence), as the model gives them."""
        tagged = [
            tagged
            for part, scores in self.scores(document)
            for tagged in self._tagged([document[i] for i in part], scores)
        ]
        spans = names.find(tagged)
        return [(self._analyses(sentence), found) for sentence, found in zip(tagged, spans, strict=True)]

    def tagged(self, document: Sequence[Sequence[str]]) -> list[TaggedSentence]:
        """The sentences of one document, given as tokens, as coreference reads them."""
        return [
            self._referring(sentence)
            for part, scores in self.scores(document)
            for sentence in self._tagged([document[i] for i in part], scores)
        ]

    def _referring(self, sentence: names.Tagged) -> TaggedSentence:
        said = sentence.said
        return TaggedSentence(
            forms=sentence.forms,
            upos=said.upos,
            feats=said.feats,
            heads=said.head,
            relations=said.deprel,
            types=[self._types[label] for label in said.head_type],
            vectors=said.vectors,
        )

    def scores(self, document: Sequence[Sequence[str]]) -> Iterator[tuple[range, Scores]]:
        """What the model says of sentences given as tokens, window by window: which, and the scores."""
        sizes = [sum(len(self.model.encoder.pieces(form)) for form in forms) for forms in document]
        for part in windows(sizes):
            yield part, self.model.read([form for i in part for form in document[i]])

    def windows(self, clean: CleanDocument) -> Iterator[Window]:
        """The sentences of a document, by rule and as the model corrects them, with its scores. Headlines
        and body are read together, and apart from the furniture between them."""
        text = clean.document.text
        width = sentences.wrap_width(text)
        for _analysed, passages in groupby(clean.passages, lambda p: p.kind in ANALYSED):
            by_rule = [(p, tokens) for p in passages for tokens in self._by_rule(text, p, width)]
            for part, scores in self.scores([[text[a:b] for a, b in tokens] for _, tokens in by_rule]):
                starts = softmax(scores["sentence_start"])[:, 1]
                yield self._window(text, [by_rule[i] for i in part], starts, scores)

    def _window(
        self, text: str, by_rule: Sequence[tuple[Passage, list[Range]]], starts: Probabilities, scores: Scores
    ) -> Window:
        divided = list[list[Range]]()
        passages = list[Passage]()
        number = 0
        for passage, group in groupby(by_rule, lambda pair: pair[0]):
            inside = [tokens for _, tokens in group]
            after = number + sum(map(len, inside))
            divided += sentences.revised(text, inside, starts[number:after])
            passages += [passage] * (len(divided) - len(passages))
            number = after
        return Window(divided, passages, scores)

    def _by_rule(self, text: str, passage: Passage, width: int | None) -> Iterator[list[Range]]:
        """Tokens of every sentence of a passage, short enough for the model."""
        tokens = tokenize(text, passage.start, passage.end)
        weights = [len(self.model.encoder.pieces(text[a:b])) for a, b in tokens]
        for first, stop in sentences.split(text, tokens, width=width):
            for a, b in sentences.bounded(text, tokens, first, stop, weights, MAX_SENTENCE_PIECES):
                yield tokens[a:b]

    def _tagged(self, forms: Sequence[Sequence[str]], scores: Scores) -> Iterator[names.Tagged]:
        """The sentences of a window as the finder of names reads them."""
        bounds, first = [], 0
        for words in forms:
            bounds.append((first, first + len(words)))
            first += len(words)
        said = predictions(scores, self.model.labels, bounds)
        for words, prediction in zip(forms, said, strict=True):
            shares, labels = prediction.name_shares, self.model.labels["name"]
            yield names.Tagged(words, prediction, names.parts(shares, labels), names.kinds(shares, labels))

    def _analyses(self, sentence: names.Tagged) -> list[Analysis]:
        said: Prediction = sentence.said
        return [
            Analysis(
                lemma=self._lemmatizer.lemma(form, said.upos[i], said.xpos[i], said.lemma[i]),
                upos=said.upos[i],
                xpos=said.xpos[i],
                feats=None if said.feats[i] == "_" else said.feats[i],
                head=said.head[i],
                deprel=said.deprel[i],
                head_type=None if said.head_type[i] == "O" else said.head_type[i],
            )
            for i, form in enumerate(sentence.forms)
        ]

    def _sentence(
        self,
        text: str,
        tokens: Sequence[Range],
        index: int,
        passage: Passage,
        paragraph: int,
        said: names.Tagged,
        spans: Sequence[names.NameSpan],
    ) -> tuple[Sentence, list[Name]]:
        words = tuple(
            Word(index=i, start=a, end=b, text=text[a:b], **analysis._asdict())
            for i, ((a, b), analysis) in enumerate(zip(tokens, self._analyses(said), strict=True), start=1)
        )
        inside = [
            Name(
                sentence=index,
                first=first,
                last=last,
                start=tokens[first - 1][0],
                end=tokens[last - 1][1],
                kind=kind,
            )
            for first, last, kind in spans
        ]
        sentence = Sentence(
            index=index,
            start=tokens[0][0],
            end=tokens[-1][1],
            passage=passage.kind,
            paragraph=paragraph,
            words=words,
        )
        return with_tail(repaired(sentence, inside)), inside
