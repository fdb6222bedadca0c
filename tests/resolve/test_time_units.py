from datetime import date

import pytest

from resolve_builders import days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the last 10 days", "2015-09-21", "2015-10-01"),
        ("last week", "2015-09-21", "2015-09-27"),
        ("next month", "2015-11-01", "2015-11-30"),
        ("two days ago", "2015-09-29", "2015-09-29"),
        ("two years ago", "2013-01-01", "2013-12-31"),
        ("late last year", "2014-10-01", "2014-12-31"),
        ("earlier this year", "2015-01-01", "2015-10-01"),
        ("earlier in the year", "2015-01-01", "2015-10-01"),
        ("last weekend", "2015-09-26", "2015-09-27"),
        ("9/11", "2001-09-11", "2001-09-11"),
    ],
)
def test_units_behind(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in two days", "2015-10-03", "2015-10-03"),
        ("within 45 days", "2015-10-01", "2015-11-15"),
        ("this weekend", "2015-10-03", "2015-10-04"),
        ("the end of the year", "2015-10-01", "2015-12-31"),
    ],
)
def test_units_ahead(text: str, first: str, last: str) -> None:
    assert days(text, tense="future") == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("in recent months", "several years ago", "9999 years ago", "two weeks before the vote"),
        "in the coming weeks",
    ],
)
def test_what_has_no_bounds_is_left(text: str) -> None:
    assert days(text) is None


@pytest.mark.parametrize("text", ["last week", "two days ago"])
def test_without_a_publication_date_none_is_fixed(text: str) -> None:
    assert days(text, published=None) is None


def test_what_was_told_before_anchors_the_next_day() -> None:
    told = date(2015, 9, 10)
    assert days("the next day", told=told) == ("2015-09-11", "2015-09-11")
    assert days("the previous day", told=told) == ("2015-09-09", "2015-09-09")
    assert days("the same day", told=told) == ("2015-09-10", "2015-09-10")
    assert days("two days later", told=told) == ("2015-09-12", "2015-09-12")
    assert days("that week", told=told) == ("2015-09-07", "2015-09-13")
    assert days("the next day") is None


def test_the_unit_before_counts_from_what_was_told() -> None:
    assert days("the year before", told=date(2012, 5, 1)) == ("2011-01-01", "2011-12-31")
    assert days("the month after", told=date(2012, 5, 1)) == ("2012-06-01", "2012-06-30")
    assert days("the year before") is None
