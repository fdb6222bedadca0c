import json
import zlib
from dataclasses import replace

import pytest

from builders import clean
from whence.handover import ArgumentScore, CueScore, Name, ParsedDocument, Sentence, TriggerScore, Word
from whence.parse import dumps, loads

TEXT = "Don't fire, said Berg."


def word(index: int, start: int, end: int, text: str | None = None) -> Word:
    return Word(
        index=index,
        start=start,
        end=end,
        text=TEXT[start:end] if text is None else text,
        lemma="do",
        upos="VERB",
        xpos="VB",
        feats="Mood=Imp|VerbForm=Fin" if index == 1 else None,
        head=0 if index == 1 else 1,
        deprel="root" if index == 1 else "nsubj:pass",
        head_type="person" if index == 2 else None,
    )


@pytest.fixture
def parsed() -> ParsedDocument:
    given = clean(TEXT)
    # The second word is written otherwise than the text has it, as halves of a contraction can be.
    words = (word(1, 0, 2), word(2, 2, 5, "not"), word(3, 6, 10))
    argument = ArgumentScore(role="actor", sentence=0, word=2, probability=0.1 + 0.2)
    return ParsedDocument(
        document=given.document,
        passages=given.passages,
        sentences=(Sentence(index=0, start=0, end=22, passage="body", paragraph=3, words=words),),
        names=(Name(sentence=0, first=2, last=3, start=2, end=10, kind="PER"),),
        triggers=(
            TriggerScore(
                sentence=0, word=3, probability=1 / 3, types={"ASSAULT": 2 / 3, "NONE": 0.1}, mode=None,
                realis="past", sign="?", certainty="possible", arguments=(argument,),
            ),
        ),
        cues=(CueScore(cue=((0, 3),), probability=0.7, source=((0, 1), (0, 2)), content=()),),
        entities=(((0, 1), (0, 2)),),
    )  # fmt: skip


def test_a_parse_comes_back_as_it_was(parsed: ParsedDocument) -> None:
    again = loads(dumps(parsed), parsed.document, parsed.passages)
    assert again == parsed
    assert list(again.triggers[0].types) == ["ASSAULT", "NONE"]


def test_lone_surrogates_come_back(parsed: ParsedDocument) -> None:
    (sentence,) = parsed.sentences
    odd = replace(sentence, words=(replace(sentence.words[0], lemma="\ud800"), *sentence.words[1:]))
    parsed = replace(parsed, sentences=(odd,))
    assert loads(dumps(parsed), parsed.document, parsed.passages) == parsed


@pytest.mark.parametrize(
    "data", [b"", b"{}", zlib.compress(b"{}"), zlib.compress(b"[1]"), zlib.compress(json.dumps("x").encode())]
)
def test_what_is_no_parse_is_refused(parsed: ParsedDocument, data: bytes) -> None:
    with pytest.raises(ValueError, match="no parse that was kept"):
        loads(data, parsed.document, parsed.passages)
