"""Clean documents to parsed documents: tokens, sentences, trees, lemmas, names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from whence.handover import CleanDocument, Name, ParsedDocument, Sentence, Word
from whence.parse import names, sentences
from whence.parse.encode import MAX_SENTENCE_PIECES
from whence.parse.lemmas import Lemmatizer
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
        """Analyse every passage. A sentence's analysis depends on nothing but its own words."""
        text = clean.document.text
        width = sentences.wrap_width(text)
        breaks = [match.end() for match in _PARAGRAPH_BREAK.finditer(text)]
        parsed, found = list[Sentence](), list[Name]()
        for passage in clean.passages:
            tokens = tokenize(text, passage.start, passage.end)
            weights = [len(self._model.encoder.pieces(text[a:b])) for a, b in tokens]
            for first, stop in sentences.split(text, tokens, width=width):
                for a, b in sentences.bounded(text, tokens, first, stop, weights, MAX_SENTENCE_PIECES):
                    paragraph = bisect_right(breaks, tokens[a][0])
                    sentence, spans = self._sentence(text, tokens[a:b], len(parsed), passage, paragraph)
                    parsed.append(sentence)
                    found.extend(spans)
        return ParsedDocument(
            document=clean.document, passages=clean.passages, sentences=tuple(parsed), names=tuple(found)
        )

    def parse_many(self, documents: Sequence[CleanDocument]) -> list[ParsedDocument]:
        """Each document as :meth:`parse` gives it."""
        return [self.parse(document) for document in documents]

    def analyse(self, forms: Sequence[str]) -> tuple[list[Analysis], list[names.NameSpan]]:
        """Words and names of one sentence given as tokens (at most 500 word pieces)."""
        said = self._model.predict(forms)
        analyses = [
            Analysis(
                lemma=self._lemmatizer.lemma(form, said.upos[i], said.xpos[i], said.lemma[i]),
                upos=said.upos[i],
                xpos=said.xpos[i],
                feats=None if said.feats[i] == "_" else said.feats[i],
                head=said.head[i],
                deprel=said.deprel[i],
                head_type=None if said.htype[i] == "O" else said.htype[i],
            )
            for i, form in enumerate(forms)
        ]
        return analyses, names.from_tags(said.ner)

    def _sentence(
        self, text: str, tokens: Sequence[Range], index: int, passage: Passage, paragraph: int
    ) -> tuple[Sentence, list[Name]]:
        forms = [text[a:b] for a, b in tokens]
        analyses, spans = self.analyse(forms)
        words = tuple(
            Word(index=i, start=start, end=end, text=form, **analysis._asdict())
            for i, (form, (start, end), analysis) in enumerate(zip(forms, tokens, analyses, strict=True), 1)
        )
        sentence = Sentence(
            index=index,
            start=tokens[0][0],
            end=tokens[-1][1],
            passage=passage.kind,
            paragraph=paragraph,
            words=words,
        )
        found = [
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
        return sentence, found
