"""Relations aligned by cue and content, their tokens and the constructions they are in."""

from typing import Any

from evals.attribution.gold import Tally
from evals.attribution.relations import score

from builders import filled
from whence.clean import document_of
from whence.handover import ParsedDocument, Sentence, Word
from whence.records import Attribution, Source, Span

TEXT = "Police said rebels left ."


def parsed() -> ParsedDocument:
    words, start = [], 0
    for index, form in enumerate(TEXT.split(), start=1):
        words.append(
            Word(
                index=index, start=start, end=start + len(form), text=form, lemma=form, upos="X", xpos="X",
                feats=None, head=0, deprel="root", head_type=None,
            )
        )  # fmt: skip
        start += len(form) + 1
    clean = document_of(TEXT)
    sentence = Sentence(index=0, start=0, end=len(TEXT), passage="body", paragraph=0, words=tuple(words))
    return ParsedDocument(document=clean.document, passages=clean.passages, sentences=(sentence,), names=())


def told(cue: tuple[int, int], content: tuple[int, int]) -> Attribution:
    source: Any = filled(Source, text="Police", start=0, end=6)
    made: Attribution = filled(
        Attribution,
        source=source,
        cue=Span(text=TEXT[slice(*cue)], start=cue[0], end=cue[1]),
        content=(content,),
    )
    return made


GOLD = {
    "text": TEXT,
    "attributions": [{"source": [[0, 6]], "cue": [[7, 11]], "content": [[12, 23]]}],
}


def counted(*ours: Attribution, row: dict[str, Any] = GOLD) -> Tally:
    tally = Tally()
    score("polnear", row, parsed(), ours, tally)
    return tally


def test_cue_and_content_must_overlap() -> None:
    right = counted(told((7, 11), (12, 18)))
    assert (right.counts["polnear relation"], right.counts["polnear sentence"]) == (1, 1)
    wrong = counted(told((12, 18), (19, 23)))
    assert (wrong.counts["polnear relation"], wrong.counts["polnear relation_predicted"]) == (0, 1)


def test_tokens_are_counted_each_once() -> None:
    tally = counted(told((7, 11), (12, 18)), told((7, 11), (12, 18)))
    assert (tally.counts["polnear content"], tally.counts["polnear content_gold"]) == (1, 2)
    assert tally.counts["polnear content_predicted"] == 1


def test_what_annotators_set_aside_is_not_counted() -> None:
    tally = counted(told((7, 11), (12, 18)), row=GOLD | {"discard": [[7, 11]]})
    assert tally.counts["polnear relation_predicted"] == 0


def test_constructions_are_told_apart() -> None:
    first = {"source": [], "cue": [[12, 18]], "content": [[0, 6], [7, 11]]}
    tally = counted(told((12, 18), (0, 6)), row={"text": TEXT, "attributions": [first]})
    found = {kind for kind in ("content first", "fragments", "no source", "pronoun", "nested")
             if tally.counts[f"polnear {kind}_gold"]}  # fmt: skip
    assert found == {"content first", "fragments", "no source"}
