from __future__ import annotations

import pytest

from whence.brief.period import MomentError, moment, period
from whence.store.told import Dated


def report(
    published: str | None,
    captured: str | None = None,
    *,
    precision: str = "day",
    version_of: str | None = None,
) -> Dated:
    return Dated("d-1", None, published, precision, captured, version_of, "en", "")  # type: ignore[arg-type]


def when(one: Dated, since: str, until: str | None = None) -> str:
    times = period([one], moment(since), moment(until) if until else None)
    (found,) = [name for name in ("before", "within", "after", "undated") if "d-1" in getattr(times, name)]
    return found


@pytest.mark.parametrize(
    "text", ["2015-09-30", "2015-09-30T06:00", "2015-09-30T06:00:30Z", "2015-09-30T06:00+02:00"]
)
def test_a_day_and_an_hour_are_moments(text: str) -> None:
    assert (moment(text).text, moment(text).day) == (text, "2015-09-30")
    assert (moment(text).time is None) == ("T" not in text)


@pytest.mark.parametrize(
    "text",
    ["", "2015", "2015-09", "yesterday", "2015-13-01", "2015-02-30", "20150930", "2015-09-30 06:00",
     "2015-09-30T25:00", "2015-W40-3", "2015-09-30T", "\u0662\u0660\u0661\u0665-09-30"],
)  # fmt: skip
def test_anything_else_says_how_to_write_one(text: str) -> None:
    with pytest.raises(MomentError, match="2015-09-30T06:00"):
        moment(text)


def test_the_day_of_publication_decides() -> None:
    assert when(report("2031-03-11"), "2031-03-12") == "before"
    assert when(report("2031-03-12"), "2031-03-12") == "within"
    assert when(report("2031-03-14"), "2031-03-12", "2031-03-13") == "after"
    assert when(report("2031-03-13"), "2031-03-12", "2031-03-13") == "within"


def test_a_capture_that_comes_much_later_makes_an_old_report_no_news() -> None:
    assert when(report("2015-01-01", "2031-03-12T08:00"), "2031-03-12") == "before"


def test_on_the_first_day_the_capture_decides_if_it_is_known() -> None:
    since = "2031-03-12T06:00"
    assert when(report("2031-03-12", "2031-03-12T05:59"), since) == "before"
    assert when(report("2031-03-12", "2031-03-12T06:00"), since) == "within"
    assert when(report("2031-03-12", "2031-03-12"), since) == "within", "no hour of it is known"
    assert when(report("2031-03-12"), since) == "within", "rather twice than not at all"


def test_hours_of_two_zones_are_compared_as_moments() -> None:
    captured = report("2031-03-12", "2031-03-12T07:30:00+02:00")
    assert when(captured, "2031-03-12T06:00Z") == "before"
    assert when(captured, "2031-03-12T05:00Z") == "within"
    assert when(captured, "2031-03-12T07:00") == "within", "without a zone, by the clock of the capture"


def test_a_later_capture_of_a_known_report_counts_by_its_capture() -> None:
    since = "2031-03-12T20:00"
    changed = report("2031-03-11", "2031-03-12T21:45", version_of="d-0")
    assert when(changed, since) == "within"
    assert when(report("2031-03-11", "2031-03-12T19:00", version_of="d-0"), since) == "before"
    assert when(changed, "2031-03-11", "2031-03-11") == "after"
    assert when(report("2031-03-11", version_of="d-0"), since) == "before", "nothing says when it was seen"


def test_what_has_no_publication_counts_by_its_capture_and_without_either_is_in_neither() -> None:
    assert when(report(None, "2031-03-12T08:00"), "2031-03-12") == "within"
    assert when(report(None, "2031-03-11T08:00"), "2031-03-12") == "before"
    assert when(report(None, "2031-03-14"), "2031-03-12", "2031-03-13") == "after"
    assert when(report(None), "2031-03-12") == "undated"


@pytest.mark.parametrize(("precision", "since"), [("month", "2031-02-28"), ("year", "2031-12-31")])
def test_a_month_or_year_may_be_its_last_day(precision: str, since: str) -> None:
    first = {"month": "2031-02-01", "year": "2031-01-01"}[precision]
    assert when(report(first, precision=precision), since) == "within"
    assert when(report(first), since) == "before"


def test_it_ends_with_the_latest_publication_unless_a_day_is_given() -> None:
    reports = [report("2031-03-12"), report(None, "2031-03-20"), report("2031-03-13")]
    assert period(reports, moment("2031-03-01")).last == "2031-03-13"
    assert period(reports, moment("2031-03-01"), moment("2031-03-30T10:00")).last == "2031-03-30"
    assert period([], moment("2031-03-01")).last is None


def test_new_is_what_no_earlier_report_tells() -> None:
    times = period([report("2031-03-12")], moment("2031-03-12"))
    assert (times.told(["d-1"]), times.told(["undated"])) == ("new", "other")
    assert period([report("2031-03-12")], moment("2031-03-13")).told(["d-1"]) == "before"
    assert times.new(["d-1"]) and times.new(["d-1", "undated"])
    assert not times.new([]) and not times.new(["undated"])
    earlier = period([report("2031-03-12")], moment("2031-03-13"))
    assert not earlier.new(["d-1"])
