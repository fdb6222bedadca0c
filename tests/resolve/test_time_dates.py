import pytest

from resolve_builders import days


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015-07-03", "2015-07-03", "2015-07-03"),
        ("July 2015", "2015-07-01", "2015-07-31"),
        ("late July", "2015-07-21", "2015-07-31"),
        ("early July", "2015-07-01", "2015-07-10"),
        ("mid-July", "2015-07-11", "2015-07-20"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the sixties", "1960-01-01", "1969-12-31"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("last summer", "2015-06-01", "2015-08-31"),
        ("on 24 February", "2015-02-24", "2015-02-24"),
        ("Dec. 24", "2014-12-24", "2014-12-24"),
        ("December 22, last year", "2014-12-22", "2014-12-22"),
        ("Tuesday, September 1, 2015", "2015-09-01", "2015-09-01"),
        ("the third quarter of 2014", "2014-07-01", "2014-09-30"),
        ("13/10/2015", "2015-10-13", "2015-10-13"),
    ],
)
def test_of_recurring_names_the_latest_is_meant_in_the_past(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in November", "2015-11-01", "2015-11-30"),
        ("on 24 February", "2016-02-24", "2016-02-24"),
    ],
)
def test_of_recurring_names_the_next_is_meant_ahead(text: str, first: str, last: str) -> None:
    assert days(text, tense="future") == (first, last)


@pytest.mark.parametrize("text", ["February 30", "31 April 2015", "9/11/2001", "may", "2015-13-45"])
def test_what_is_no_date_or_two_is_left(text: str) -> None:
    assert days(text) is None


@pytest.mark.parametrize("text", ["in May", "1 May"])
def test_without_a_year_a_publication_date_is_needed(text: str) -> None:
    assert days(text, published=None) is None


@pytest.mark.parametrize("text", ["1 May 2015", "2014", "the 1990s", "July 2015"])
def test_explicit_dates_need_none(text: str) -> None:
    assert days(text, published=None) is not None
