"""Reprints as people judged them."""

from dataclasses import replace
from typing import Any

from builders import Claim, report, reprints
from whence.judge.anchors import of_document
from whence.link.judged_reprints import judge_reprints
from whence.records import Judgement
from whence.tables import DocumentRecords

EARLY = report("A", [Claim(voice="Ada Brook", killed=12)], published="2020-03-01")
LATE = report("B", [Claim(voice="Ada Brook", target="Lomi")], published="2020-03-02")
COPY = replace(
    EARLY, document=replace(EARLY.document, document_id="d-copy", outlet="C", published="2020-03-03")
)


def said(verdict: Any, *items: DocumentRecords, when: str = "2031-02-03") -> Judgement:
    return Judgement(
        anchors=tuple(of_document(item.document) for item in items),
        verdict=verdict,
        field="document",
        value=None,
        who="A. Nowak",
        when=when,
        note=None,
    )


def test_an_edge_that_is_judged_none_goes() -> None:
    analyses = [EARLY, COPY]
    found = reprints(analyses)
    assert len(found) == 1
    assert judge_reprints(found, analyses, [said("different", EARLY, COPY)]) == ()
    assert (
        judge_reprints(
            found, analyses, [said("different", EARLY, COPY), said("unsure", EARLY, COPY, when="2031-02-04")]
        )
        == found
    )


def test_an_edge_that_is_judged_one_is_certain() -> None:
    analyses = [EARLY, COPY]
    (edge,) = judge_reprints(reprints(analyses), analyses, [said("same", EARLY, COPY)])
    assert (edge.document_id, edge.of_document_id, edge.probability) == (
        "d-copy",
        EARLY.document.document_id,
        1.0,
    )
    (review,) = edge.reviewed
    assert (review.field, review.verdict, review.who) == ("document", "same", "A. Nowak")


def test_an_edge_that_too_few_words_show_is_laid_along_those() -> None:
    analyses = [EARLY, LATE]
    assert reprints(analyses) == ()
    (edge,) = judge_reprints((), analyses, [said("same", LATE, EARLY)])
    assert (edge.document_id, edge.of_document_id) == (LATE.document.document_id, EARLY.document.document_id)
    assert (edge.direction, edge.probability) == ("known", 1.0)
    # "Ada Brook said that the army shelled": the only run of words in both.
    assert [(LATE.document.text[a:b], EARLY.document.text[c:d]) for a, b, c, d in edge.spans] == [
        ("Ada Brook said that the army shelled",) * 2
    ]


def test_a_text_that_is_gone_says_nothing() -> None:
    assert judge_reprints((), [EARLY], [said("same", EARLY, LATE)]) == ()
