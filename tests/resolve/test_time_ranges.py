from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolve_builders import TIME_WORDS, days
from whence.resolve.calendar_intervals import Tense
from whence.resolve.time_ranges import interpret_at
from whence.resolve.time_setting import Setting


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("since March", "2015-03-01", "2015-10-01"),
        ("from 3 to 5 May", "2015-05-03", "2015-05-05"),
        ("from 20 November to 11 December 2014", "2014-11-20", "2014-12-11"),
        ("from December 2014 to February 2015", "2014-12-01", "2015-02-28"),
        ("between 1980 and 2012", "1980-01-01", "2012-12-31"),
        ("Monday and Tuesday", "2015-09-28", "2015-09-29"),
        ("before 2015", None, "2014-12-31"),
    ],
)
def test_what_opens_closes_or_continues_an_expression(text: str, first: str | None, last: str) -> None:
    assert days(text) == (first, last)


def test_a_plan_closes_after_publication() -> None:
    assert days("by Friday", tense="future") == ("2015-10-01", "2015-10-02")


def test_a_text_without_a_time_has_none() -> None:
    assert days("") is None


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(TIME_WORDS),
        max_size=12,
    ).map(" ".join),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.sampled_from(["past", "future", None]),
)
def test_any_text_is_read_or_left(
    text: str, published: date | None, told: date | None, tense: Tense | None
) -> None:
    setting = Setting(published=published, told=told, tense=tense)
    found = interpret_at(text, 0, len(text), setting)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        for interval in (found.whole, found.named):
            assert interval.first is None or interval.last is None or interval.first <= interval.last
