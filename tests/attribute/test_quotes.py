from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whence.attribute.quotes import quotations, trim

MARKED = st.text(alphabet="ab .,\n\"'“”‘’«»[]", max_size=80)


def inside(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, ((0, len(text)),))]


def test_curly_and_straight_marks() -> None:
    assert inside('“We left,” he said. "We are home," she said.') == ["We left,", "We are home,"]


def test_marks_inside_marks_are_not_quotations_of_their_own() -> None:
    assert inside("She said “he shouted ‘run’ and fell”.") == ["he shouted ‘run’ and fell"]
    assert inside("She said \"he shouted 'run' and fell\".") == ["he shouted 'run' and fell"]


def test_single_marks_are_told_from_apostrophes() -> None:
    assert inside("The officials' plan doesn't 'reward treason' at all.") == ["reward treason"]


def test_a_paragraph_that_opens_a_mark_continues_the_quotation() -> None:
    text = "“The first part.\n\n“The second part,” he said."
    found = quotations(text, ((0, len(text)),))
    assert [(text[q.start : q.end], q.closed) for q in found] == [
        ("The first part.", False),
        ("The second part,", True),
    ]


def test_straight_marks_continue_over_paragraphs_too() -> None:
    assert inside('"The first part.\n\n"The second part," he said.') == [
        "The first part.",
        "The second part,",
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert inside("“We left.\n\nThe town fell.") == ["We left."]


def test_a_quotation_does_not_leave_its_passage() -> None:
    text = "“We left. Then nothing” came."
    found = quotations(text, ((0, 9), (9, len(text))))
    assert all(q.end <= 9 or q.start >= 9 for q in found)


def test_trim_keeps_apostrophes_inside_words() -> None:
    text = "“don't go,”"
    start, end = trim(text, 0, len(text))
    assert text[start:end] == "don't go"


@given(MARKED)
def test_any_text_gives_disjoint_quotations_without_their_marks(text: str) -> None:
    found = quotations(text, ((0, len(text)),))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
