from dataclasses import replace

from builders import Claim, report
from whence.link.direction import is_brief, known_direction, likely_direction
from whence.records import Document

A = report("A", [Claim()]).document
B = replace(report("B", [Claim()]).document, document_id="d-B")
NONE = {A.document_id: "", B.document_id: ""}


def told(document: Document, text: str) -> Document:
    return replace(document, text=text)


def test_a_credit_decides_else_the_day() -> None:
    assert known_direction(A, B, NONE) is None
    credited = known_direction(A, B, {**NONE, A.document_id: "By B staff"})
    assert credited is not None
    assert credited[:2] == (A, B)
    later = replace(A, published="2020-03-09")
    known = known_direction(later, B, NONE)
    assert known is not None
    assert known[:2] == (later, B)


def test_a_name_inside_another_word_is_no_credit() -> None:
    assert known_direction(A, B, {**NONE, A.document_id: "By Bert"}) is None


def test_of_one_day_what_the_other_explains_or_mostly_holds_is_below_it() -> None:
    even = {A.document_id: 0.5, B.document_id: 0.5}
    assert likely_direction(A, B, {A.document_id: (B.document_id,)}, even)[:2] == (A, B)
    assert likely_direction(A, B, {B.document_id: (A.document_id,)}, even)[:2] == (B, A)
    assert likely_direction(A, B, {}, {**even, B.document_id: 0.9})[:2] == (B, A)
    assert likely_direction(A, B, {}, even)[0] is max((A, B), key=lambda d: d.document_id)


def test_a_brief_is_short_and_names_who_published_first() -> None:
    assert is_brief(told(A, "Three drowned. The report was first published by the Post."))
    assert not is_brief(told(A, "Three drowned. It was the first death there this year."))
    assert not is_brief(told(A, "As first reported by the Post, three drowned. " + "More of our own. " * 60))
