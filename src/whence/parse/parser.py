"""Clean documents to parsed documents: tokens, sentences, trees, lemmas, names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.handover import CleanDocument, Name, ParsedDocument, Sentence, Word
from whence.parse import names, sentences
from whence.parse.encode import MAX_SENTENCE_PIECES
from whence.parse.lemmas import Lemmatizer
from whence.parse.repair import repaired
from whence.parse.runtime import Model
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


class Parser:
    """Holds the model; one parser serves any number of documents."""

    def __init__(self) -> None:
        self._model = Model()
        self._lemmatizer = Lemmatizer(self._model.encoder.vocabulary)

    def parse(self, clean: CleanDocument) -> ParsedDocument:
        """Analyse every passage. A sentence's tree depends on nothing but its own words and its names."""
        text = clean.document.text
        width = sentences.wrap_width(text)
        breaks = [match.end() for match in _PARAGRAPH_BREAK.finditer(text)]
        places = [
            (passage, tokens)
            for passage in clean.passages
            for tokens in self._sentences(text, passage, width)
        ]
        analysed = self.analyse([[text[a:b] for a, b in tokens] for _passage, tokens in places])
        parsed, found = list[Sentence](), list[Name]()
        for (passage, tokens), (analyses, spans) in zip(places, analysed, strict=True):
            index, start, end = len(parsed), tokens[0][0], tokens[-1][1]
            words = tuple(
                Word(index=i, start=a, end=b, text=text[a:b], **analysis._asdict())
                for i, ((a, b), analysis) in enumerate(zip(tokens, analyses, strict=True), start=1)
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
                start=start,
                end=end,
                passage=passage.kind,
                paragraph=bisect_right(breaks, start),
                words=words,
            )
            parsed.append(repaired(sentence, inside))
            found.extend(inside)
        return ParsedDocument(
            document=clean.document, passages=clean.passages, sentences=tuple(parsed), names=tuple(found)
        )

    def analyse(self, document: Sequence[Sequence[str]]) -> list[tuple[list[Analysis], list[names.NameSpan]]]:
        """Words and names of the sentences of one document, given as tokens (``MAX_SENTENCE_PIECES`` at most
        per sentence), as the model gives them. Names depend on the document, all else on the sentence."""
        tagged = [names.Tagged(forms, self._model.predict(forms)) for forms in document]
        spans = names.find(tagged)
        return [(self._analyses(sentence), found) for sentence, found in zip(tagged, spans, strict=True)]

    def _analyses(self, sentence: names.Tagged) -> list[Analysis]:
        said = sentence.said
        return [
            Analysis(
                lemma=self._lemmatizer.lemma(form, said.upos[i], said.xpos[i], said.lemma[i]),
                upos=said.upos[i],
                xpos=said.xpos[i],
                feats=None if said.feats[i] == "_" else said.feats[i],
                head=said.head[i],
                deprel=said.deprel[i],
                head_type=None if said.htype[i] == "O" else said.htype[i],
            )
            for i, form in enumerate(sentence.forms)
        ]

    def _sentences(self, text: str, passage: Passage, width: int | None) -> Iterator[list[Range]]:
        """Tokens of every sentence of a passage, short enough for the model."""
        tokens = tokenize(text, passage.start, passage.end)
        weights = [len(self._model.encoder.pieces(text[a:b])) for a, b in tokens]
        for first, stop in sentences.split(text, tokens, width=width):
            for a, b in sentences.bounded(text, tokens, first, stop, weights, MAX_SENTENCE_PIECES):
                yield tokens[a:b]
