"""Documents for tests of actor resolution, from trees written by hand or read by the parser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import document
from whence.extract import extract
from whence.handover import Extraction, Name, ParsedDocument, Phrase, Referent, Sentence, Word
from whence.records import Actor
from whence.resolve.actors import resolve_actors

Tree = str
"""One sentence, a word per line: "form lemma upos head deprel [type] [PER|ORG|LOC]"; names are runs of words
with the same label."""
Resolved = tuple[dict[str, Referent], dict[str, Actor]]


@pytest.fixture
def read_actors(parse: Callable[..., ParsedDocument]) -> Callable[..., Resolved]:
    """Referents by phrase text (the last of equals) and actors by name of a text read by the parser."""

    def read(text: str, published: str | None = "2015-10-01") -> Resolved:
        parsed = parse(text, published=published)
        extraction = extract(parsed)
        actors, referents = resolve_actors(parsed, extraction, ())
        by_text = {p.text: referents[p.index] for p in extraction.phrases if p.index in referents}
        return by_text, {actor.name: actor for actor in actors}

    return read


@pytest.fixture
def tree_document() -> Callable[..., tuple[ParsedDocument, Extraction]]:
    """A parsed document of hand-written trees and phrases "(sentence, head, first, last, kind, form)"."""

    def build(
        trees: list[Tree],
        phrases: list[tuple[int, int, int, int, str, str]],
        published: str | None = "2015-10-01",
    ) -> tuple[ParsedDocument, Extraction]:
        text, sentences, names = "", [], []
        for number, tree in enumerate(trees):
            words, labels = [], []
            for index, line in enumerate(filter(None, map(str.split, tree.strip().splitlines())), start=1):
                start = len(text)
                text += line[0] + " "
                words.append(
                    Word(
                        index=index,
                        start=start,
                        end=start + len(line[0]),
                        text=line[0],
                        lemma=line[1],
                        upos=line[2],
                        xpos="_",
                        feats="Number=Plur" if line[0] != line[1] and line[2] == "NOUN" else None,
                        head=int(line[3]),
                        deprel=line[4],
                        head_type=line[5] if len(line) > 5 and line[5] != "_" else None,
                    )
                )
                labels.append(line[6] if len(line) > 6 else None)
            at = 0
            while at < len(labels):
                end = at
                while end + 1 < len(labels) and labels[end + 1] == labels[at]:
                    end += 1
                if labels[at]:
                    names.append(
                        Name(
                            sentence=number,
                            first=at + 1,
                            last=end + 1,
                            start=words[at].start,
                            end=words[end].end,
                            kind=labels[at],  # type: ignore[arg-type]
                        )
                    )
                at = end + 1
            sentences.append(
                Sentence(
                    index=number,
                    start=words[0].start,
                    end=words[-1].end,
                    passage="body",
                    paragraph=0,
                    words=tuple(words),
                )
            )
        parsed = ParsedDocument(
            document=document("d-1", text=text, published=published),
            passages=(),
            sentences=tuple(sentences),
            names=tuple(names),
        )
        made = []
        for sentence, head, first, last, kind, form in phrases:
            words_ = sentences[sentence].words
            start, end = words_[first - 1].start, words_[last - 1].end
            name = next((n for n in names if n.sentence == sentence and n.first <= head <= n.last), None)
            made.append(
                Phrase(
                    index=len(made),
                    sentence=sentence,
                    head=head,
                    start=start,
                    end=end,
                    text=text[start:end],
                    kind=kind,  # type: ignore[arg-type]
                    form=form,  # type: ignore[arg-type]
                    name=name,
                )
            )
        return parsed, Extraction(phrases=tuple(made), events=(), relations=())

    return build
