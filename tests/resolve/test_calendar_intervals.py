from datetime import date

import pytest

from whence.resolve.calendar_intervals import (
    choose,
    of_month,
    of_season,
    of_week,
    of_weekend,
    of_year,
    part_of,
    shift_months,
)


def test_a_week_runs_from_monday_to_sunday() -> None:
    # 1 October 2015 was a Thursday.
    week = of_week(date(2015, 10, 1), "published")
    assert (week.first, week.last) == (date(2015, 9, 28), date(2015, 10, 4))
    weekend = of_weekend(date(2015, 10, 1), "published")
    assert (weekend.first, weekend.last) == (date(2015, 10, 3), date(2015, 10, 4))


def test_months_end_on_their_last_day() -> None:
    assert of_month(2016, 2, "explicit").last == date(2016, 2, 29)
    assert shift_months(date(2015, 3, 31), -1) == date(2015, 2, 28)


def test_the_winter_of_a_year_begins_the_december_before() -> None:
    winter = of_season(2015, 0, "explicit")
    assert (winter.first, winter.last) == (date(2014, 12, 1), date(2015, 2, 28))


def test_parts() -> None:
    july = of_month(2015, 7, "explicit")
    assert part_of(july, "early").last == date(2015, 7, 10)
    assert part_of(july, "mid").first == date(2015, 7, 11)
    assert part_of(july, "late").first == date(2015, 7, 21)
    assert part_of(july, "late").last == date(2015, 7, 31)
    assert part_of(of_year(2018, "explicit"), "late").first == date(2018, 10, 1)


def test_choice_follows_the_tense() -> None:
    marches = [of_month(year, 3, "published") for year in (2014, 2015, 2016)]
    published = date(2015, 10, 1)
    assert choose(marches, published, "past").first == date(2015, 3, 1)
    assert choose(marches, published, "future").first == date(2016, 3, 1)
    assert choose(marches, published, None).first == date(2015, 3, 1)


def test_years_out_of_range_are_an_error() -> None:
    with pytest.raises(OverflowError):
        shift_months(date(9999, 12, 1), 1)
