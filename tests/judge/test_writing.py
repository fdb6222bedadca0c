"""Values as text, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import mention
from whence.judge.writing import date_text, event_text, items, parse_date, parse_quantity, quantity_text
from whence.records import EventDate, Quantity


def dated(from_: str | None, to: str | None) -> EventDate:
    return EventDate(from_=from_, to=to, text=None, start=None, end=None, precision=None, anchor=None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2015-10-01", ("2015-10-01", "2015-10-01", "day")),
        ("2016-02", ("2016-02-01", "2016-02-29", "month")),
        ("2015", ("2015-01-01", "2015-12-31", "year")),
        ("2015-09-21/2015-10-01", ("2015-09-21", "2015-10-01", "range")),
        ("../2015-10-01", (None, "2015-10-01", "range")),
        ("2015-10/..", ("2015-10-01", None, "range")),
    ],
)
def test_a_date_is_written_in_iso(text: str, value: tuple[str | None, str | None, str]) -> None:
    assert parse_date(text) == value
    expected = "2015-10-01/.." if text == "2015-10/.." else text
    assert date_text(dated(*value[:2])) == expected


@pytest.mark.parametrize(
    "text", ["", "..", "../..", "1 October", "2015-13", "2015-02-30", "2016/2015", "a/b/c"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|interval|begins"):
        parse_date(text)


def test_an_interval_that_begins_and_ends_a_month_apart_is_no_month() -> None:
    assert date_text(dated("2015-01-01", "2015-02-28")) == "2015-01-01/2015-02-28"
    assert date_text(dated(None, None)) is None


@given(st.none() | st.integers(0, 10**9), st.none() | st.integers(0, 10**9), st.booleans())
def test_a_quantity_is_read_as_it_was_written(low: int | None, high: int | None, approximate: bool) -> None:
    if low is None and high is None:
        return
    if low is not None and high is not None:
        low, high = sorted((low, high))
    quantity = Quantity(role="killed", text="", start=0, end=0, low=low, high=high, approximate=approximate)
    assert parse_quantity(quantity_text(quantity)) == ("killed", low, high, approximate)


@pytest.mark.parametrize("text", ["12", "killed", "killed many", "dead 12", "killed ..", "killed 20..12", ""])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"quantity|begins"):
        parse_quantity(text)


def test_a_list_is_parted_by_semicolons() -> None:
    assert items(" Russia; the Syrian army ;; ") == ["Russia", "the Syrian army"]


def test_what_a_mention_says_in_a_field() -> None:
    told = mention("n-1", restated=True)
    assert event_text(told, "actor") == "army"
    assert event_text(told, "restated") == "true"
    assert [event_text(told, field) for field in ("mode", "place", "date", "quantity", "event")] == [None] * 5
