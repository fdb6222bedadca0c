from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whence.show.web.brush import BARS, bars

DAYS = st.dictionaries(st.dates(date(1990, 1, 1), date(2035, 12, 31)), st.integers(1, 50), min_size=1)


def test_days_without_events_have_an_empty_bar() -> None:
    found = bars([("2031-03-11", 4), ("2031-03-13", 1)], None, None)
    assert [(bar.from_, bar.to, bar.events) for bar in found] == [
        ("2031-03-11", "2031-03-11", 4),
        ("2031-03-12", "2031-03-12", 0),
        ("2031-03-13", "2031-03-13", 1),
    ]
    assert [bar.height for bar in found] == [40, 0, 10]


def test_many_days_are_drawn_by_month() -> None:
    found = bars([("2030-12-30", 1), ("2031-04-02", 2), ("2031-04-30", 1)], None, None)
    assert [(bar.from_, bar.to, bar.events) for bar in found] == [
        ("2030-12-01", "2030-12-31", 1),
        ("2031-01-01", "2031-01-31", 0),
        ("2031-02-01", "2031-02-28", 0),
        ("2031-03-01", "2031-03-31", 0),
        ("2031-04-01", "2031-04-30", 3),
    ]


def test_what_lies_inside_the_span_asked_for_is_chosen() -> None:
    found = bars([("2031-03-11", 4), ("2031-03-13", 1)], "2031-03-12", "2031-03-12")
    assert [bar.chosen for bar in found] == [False, True, False]


def test_what_is_no_day_is_left_out() -> None:
    assert bars([("2031", 3), ("2031-02-31", 1)], None, None) == []


@given(DAYS)
def test_every_event_is_in_one_bar_and_bars_follow_one_another(days: dict[date, int]) -> None:
    found = bars([(day.isoformat(), events) for day, events in sorted(days.items())], None, None)
    assert len(found) <= BARS
    assert sum(bar.events for bar in found) == sum(days.values())
    for before, after in pairwise(found):
        assert date.fromisoformat(before.to) + timedelta(days=1) == date.fromisoformat(after.from_)
