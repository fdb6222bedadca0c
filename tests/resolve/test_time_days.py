from datetime import date

import pytest

from resolve_builders import days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
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
        ("5 p.m. on Wednesday", "2015-09-30", "2015-09-30"),
    ],
)
def test_days_behind(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on Thursday", "2015-10-01", "2015-10-01"),
        ("on Friday", "2015-10-02", "2015-10-02"),
        ("next Wednesday", "2015-10-07", "2015-10-07"),
    ],
)
def test_days_ahead(text: str, first: str, last: str) -> None:
    assert days(text, tense="future") == (first, last)


@pytest.mark.parametrize("text", ["yesterday", "on Thursday", "day one"])
def test_without_a_publication_date_none_is_fixed(text: str) -> None:
    assert days(text, published=None) is None


def test_the_following_weekday_and_the_evening_follow_what_was_told() -> None:
    told = date(2015, 9, 10)
    assert days("the following Monday", told=told) == ("2015-09-14", "2015-09-14")
    assert days("the previous evening", told=told) == ("2015-09-09", "2015-09-09")
    assert days("the following Monday") is None
