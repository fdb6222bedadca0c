from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.time_expressions import find_expressions


def test_the_longest_expression_wins() -> None:
    text = "on the evening of Tuesday, September 1, 2015, in Hama"
    assert [text[e.start : e.end] for e in find_expressions(text)][-1] == "Tuesday, September 1, 2015"


def test_words_that_are_months_or_days_too_are_capitalised() -> None:
    assert find_expressions("she may have sat") == ()
    assert [e.rule for e in find_expressions("in May")] == ["month"]


@given(st.text(max_size=200))
def test_expressions_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for expression in find_expressions(text):
        assert end <= expression.start < expression.end <= len(text)
        end = expression.end
