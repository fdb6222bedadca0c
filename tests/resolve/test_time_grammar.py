from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.calendar_intervals import Tense
from whence.resolve.time_grammar import Setting, find_expressions, interpret_at

THURSDAY = date(2015, 10, 1)


def read(
    text: str, tense: Tense | None = "past", published: date | None = THURSDAY, told: date | None = None
) -> tuple[str | None, str | None] | None:
    found = interpret_at(text, 0, len(text), Setting(published=published, tense=tense, told=told))
    if found is None:
        return None
    interval = found[2]
    return (
        interval.first.isoformat() if interval.first else None,
        interval.last.isoformat() if interval.last else None,
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015-07-03", "2015-07-03", "2015-07-03"),
        ("July 2015", "2015-07-01", "2015-07-31"),
        ("late July", "2015-07-21", "2015-07-31"),
        ("early July", "2015-07-01", "2015-07-10"),
        ("mid-July", "2015-07-11", "2015-07-20"),
        ("in the last 10 days", "2015-09-21", "2015-10-01"),
        ("last week", "2015-09-21", "2015-09-27"),
        ("on Thursday", "2015-10-01", "2015-10-01"),
        ("on Friday", "2015-09-25", "2015-09-25"),
        ("Friday night", "2015-09-25", "2015-09-25"),
        ("last Thursday", "2015-09-24", "2015-09-24"),
        ("Monday last week", "2015-09-21", "2015-09-21"),
        ("yesterday", "2015-09-30", "2015-09-30"),
        ("the day before yesterday", "2015-09-29", "2015-09-29"),
        ("tonight", "2015-10-01", "2015-10-01"),
        ("this morning", "2015-10-01", "2015-10-01"),
        ("last night", "2015-09-30", "2015-09-30"),
        ("overnight", "2015-09-30", "2015-10-01"),
        ("next month", "2015-11-01", "2015-11-30"),
        ("two days ago", "2015-09-29", "2015-09-29"),
        ("two years ago", "2013-01-01", "2013-12-31"),
        ("since March", "2015-03-01", "2015-10-01"),
        ("from 3 to 5 May", "2015-05-03", "2015-05-05"),
        ("from 20 November to 11 December 2014", "2014-11-20", "2014-12-11"),
        ("from December 2014 to February 2015", "2014-12-01", "2015-02-28"),
        ("between 1980 and 2012", "1980-01-01", "2012-12-31"),
        ("Monday and Tuesday", "2015-09-28", "2015-09-29"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the sixties", "1960-01-01", "1969-12-31"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("late last year", "2014-10-01", "2014-12-31"),
        ("earlier this year", "2015-01-01", "2015-10-01"),
        ("earlier in the year", "2015-01-01", "2015-10-01"),
        ("last summer", "2015-06-01", "2015-08-31"),
        ("on 24 February", "2015-02-24", "2015-02-24"),
        ("Dec. 24", "2014-12-24", "2014-12-24"),
        ("December 22, last year", "2014-12-22", "2014-12-22"),
        ("Tuesday, September 1, 2015", "2015-09-01", "2015-09-01"),
        ("5 p.m. on Wednesday", "2015-09-30", "2015-09-30"),
        ("the third quarter of 2014", "2014-07-01", "2014-09-30"),
        ("before 2015", None, "2014-12-31"),
        ("13/10/2015", "2015-10-13", "2015-10-13"),
        ("last weekend", "2015-09-26", "2015-09-27"),
    ],
)
def test_expressions_of_the_past(text: str, first: str | None, last: str | None) -> None:
    assert read(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on Thursday", "2015-10-01", "2015-10-01"),
        ("on Friday", "2015-10-02", "2015-10-02"),
        ("by Friday", "2015-10-01", "2015-10-02"),
        ("in November", "2015-11-01", "2015-11-30"),
        ("on 24 February", "2016-02-24", "2016-02-24"),
        ("in two days", "2015-10-03", "2015-10-03"),
        ("within 45 days", "2015-10-01", "2015-11-15"),
        ("next Wednesday", "2015-10-07", "2015-10-07"),
        ("this weekend", "2015-10-03", "2015-10-04"),
        ("the end of the year", "2015-10-01", "2015-12-31"),
    ],
)
def test_expressions_of_what_lies_ahead(text: str, first: str, last: str) -> None:
    assert read(text, tense="future") == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("February 30", "31 April 2015", "day one", "in recent months", "several years ago", "9/11/2001"),
        *("9999 years ago", "may", "two weeks before the vote", "2015-13-45", "in the coming weeks", ""),
    ],
)
def test_no_interval_is_fixed(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["yesterday", "on Thursday", "last week", "in May", "two days ago", "1 May"])
def test_relative_expressions_need_a_publication_date(text: str) -> None:
    assert read(text, published=None) is None


@pytest.mark.parametrize("text", ["1 May 2015", "2014", "the 1990s", "July 2015"])
def test_explicit_dates_do_not(text: str) -> None:
    assert read(text, published=None) is not None


def test_what_was_told_before_anchors_the_next_day() -> None:
    told = date(2015, 9, 10)
    assert read("the next day", told=told) == ("2015-09-11", "2015-09-11")
    assert read("the previous day", told=told) == ("2015-09-09", "2015-09-09")
    assert read("the same day", told=told) == ("2015-09-10", "2015-09-10")
    assert read("two days later", told=told) == ("2015-09-12", "2015-09-12")
    assert read("that week", told=told) == ("2015-09-07", "2015-09-13")
    assert read("the next day") is None


def test_a_quoted_today_is_the_day_of_speaking() -> None:
    setting = Setting(published=THURSDAY, told=date(2015, 9, 28), spoken=date(2015, 9, 28))
    found = interpret_at("today", 0, 5, setting)
    assert found is not None
    assert (found[2].first, found[2].anchor) == (date(2015, 9, 28), "document")


def test_the_longest_expression_wins() -> None:
    text = "on the evening of Tuesday, September 1, 2015, in Hama"
    assert [text[e.start : e.end] for e in find_expressions(text)][-1] == "Tuesday, September 1, 2015"


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "late",
                "the",
                "last",
                "May",
                "31",
                "30",
                "2015",
                "Feb",
                ".",
                ",",
                "-",
                "to",
                "and",
                "since",
                "ago",
                "two",
                "Friday",
                "next",
                "week",
                "0",
                "99999",
            ]
        ),
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
    for expression in find_expressions(text):
        assert 0 <= expression.start < expression.end <= len(text)
    found = interpret_at(text, 0, len(text), setting)
    if found is not None:
        start, end, interval = found
        assert 0 <= start < end <= len(text)
        assert interval.first is None or interval.last is None or interval.first <= interval.last
