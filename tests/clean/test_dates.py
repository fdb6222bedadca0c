from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.clean.dates import parse_date, parse_moment


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2015-10-01", "2015-10-01"),
        ("2015-10-01T23:30:00-04:00", "2015-10-01"),
        ("2015-10-01 06:00:00", "2015-10-01"),
        ("2015/10/1", "2015-10-01"),
        ("20151001", "2015-10-01"),
        ("20151001T060000Z", "2015-10-01"),
        ("Friday, January 4, 2019\u00a0", "2019-01-04"),
        ("Jan. 4, 2019", "2019-01-04"),
        ("4 January 2019", "2019-01-04"),
        ("4th of September, 2019", "2019-09-04"),
        ("Published on Sept 3rd, 2019 at 10:30 GMT", "2019-09-03"),
        ("Thu, 01 Oct 2015 06:00:00 +0000", "2015-10-01"),
        ("03-Oct-2015", "2015-10-03"),
        ("25/12/2019", "2019-12-25"),
        ("12/25/2019", "2019-12-25"),
        ("01.10.2015", "2015-10-01"),
        ("1443679200", "2015-10-01"),
        ("1443679200000", "2015-10-01"),
    ],
)
def test_days(value, day):
    assert parse_date(value) == (day, "day")


def test_months_and_years():
    assert parse_date("2015-10") == ("2015-10-01", "month")
    assert parse_date("October 2015") == ("2015-10-01", "month")
    assert parse_date("2015") == ("2015-01-01", "year")


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "soon",
        "03/04/2019",  # the third of April or the fourth of March
        "2019-02-30",
        "2019-13-01",
        "31 June 2019",
        "0000-01-01",
        "9999-12-31",
        "January 4, 2019 was a Friday",
        "x" * 5_000,
        "1" * 30,
    ],
)
def test_what_is_no_date(value):
    assert parse_date(value) is None


def test_a_date_after_the_capture_is_refused():
    assert parse_date("2015-10-02", captured="2015-10-01T12:00:00") is None
    assert parse_date("2015-10-01", captured="2015-10-01T12:00:00") == ("2015-10-01", "day")


def test_moments_keep_the_clock_time():
    assert parse_moment("2015-10-01T06:00:00Z") == "2015-10-01T06:00:00+00:00"
    assert parse_moment("2015-10-01 06:00:00") == "2015-10-01T06:00:00"
    assert parse_moment("Oct 1, 2015") == "2015-10-01"
    assert parse_moment("then") is None
    assert parse_moment(None) is None


@given(st.text(max_size=60))
def test_any_text(value):
    parse_date(value)
    parse_moment(value)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_written_out(day):
    assert parse_date(f"{day:%B} {day.day}, {day.year}") == (day.isoformat(), "day")
    assert parse_date(day.isoformat()) == (day.isoformat(), "day")
