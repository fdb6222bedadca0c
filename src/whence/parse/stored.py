"""A parsed document as bytes, and back: what takes longest to make is kept, so that coding can be done again.

Compressed JSON, read without running anything. Numbers come back exactly: whatever is decided from a parse
that was kept is what was decided from the fresh one.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import astuple
from typing import Any

from whence.handover import (
    ArgumentScore,
    CueScore,
    Name,
    ParsedDocument,
    Sentence,
    TriggerScore,
    Word,
    WordRef,
)
from whence.records import Document, Passage

_LEVEL = 6
"""Of zlib: 1 is no faster to write in all and a tenth larger, 9 no smaller."""


def dumps(parsed: ParsedDocument) -> bytes:
    """Everything of a parse but the document and its passages."""
    told = {
        "sentences": [
            [s.start, s.end, s.passage, s.paragraph, [_word(w, parsed.text) for w in s.words]]
            for s in parsed.sentences
        ],
        "names": [astuple(name) for name in parsed.names],
        "triggers": [[*_fields(t), [astuple(argument) for argument in t.arguments]] for t in parsed.triggers],
        "cues": [astuple(cue) for cue in parsed.cues],
        "entities": parsed.entities,
    }
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"), _LEVEL)


def loads(data: bytes, document: Document, passages: tuple[Passage, ...]) -> ParsedDocument:
    """The parse of ``document`` that :func:`dumps` wrote.

    Raises:
        ValueError: ``data`` is nothing that it wrote.
    """
    try:
        told: dict[str, Any] = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        return ParsedDocument(
            document=document,
            passages=passages,
            sentences=tuple(
                Sentence(
                    index=index,
                    start=start,
                    end=end,
                    passage=passage,
                    paragraph=paragraph,
                    words=tuple(_read(i, word, document.text) for i, word in enumerate(words, start=1)),
                )
                for index, (start, end, passage, paragraph, words) in enumerate(told["sentences"])
            ),
            names=tuple(
                Name(sentence=s, first=first, last=last, start=start, end=end, kind=kind)
                for s, first, last, start, end, kind in told["names"]
            ),
            triggers=tuple(map(_trigger, told["triggers"])),
            cues=tuple(
                CueScore(
                    cue=_refs(cue), probability=probability, source=_refs(source), content=_refs(content)
                )
                for cue, probability, source, content in told["cues"]
            ),
            entities=tuple(map(_refs, told["entities"])),
        )
    except (zlib.error, KeyError, TypeError, ValueError) as error:
        raise ValueError("This is no parse that was kept.") from error


def _word(word: Word, text: str) -> list[Any]:
    fields = [word.start, word.end, word.lemma, word.upos, word.xpos, word.feats]
    fields += [word.head, word.deprel, word.head_type]
    return fields if text[word.start : word.end] == word.text else [*fields, word.text]


def _read(index: int, fields: list[Any], text: str) -> Word:
    start, end, lemma, upos, xpos, feats, head, deprel, head_type, *form = fields
    return Word(
        index=index,
        start=start,
        end=end,
        text=form[0] if form else text[start:end],
        lemma=lemma,
        upos=upos,
        xpos=xpos,
        feats=feats,
        head=head,
        deprel=deprel,
        head_type=head_type,
    )


def _fields(score: TriggerScore) -> tuple[Any, ...]:
    told = (score.sentence, score.word, score.probability, dict(score.types))
    return (*told, score.mode, score.realis, score.sign, score.certainty)


def _trigger(fields: list[Any]) -> TriggerScore:
    sentence, word, probability, types, mode, realis, sign, certainty, arguments = fields
    return TriggerScore(
        sentence=sentence,
        word=word,
        probability=probability,
        types=types,
        mode=mode,
        realis=realis,
        sign=sign,
        certainty=certainty,
        arguments=tuple(
            ArgumentScore(role=role, sentence=at, word=index, probability=share)
            for role, at, index, share in arguments
        ),
    )


def _refs(pairs: list[list[int]]) -> tuple[WordRef, ...]:
    return tuple((sentence, word) for sentence, word in pairs)
