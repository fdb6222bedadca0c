from datetime import date

from whence.resolve.calendar_intervals import of_month
from whence.resolve.time_modifiers import directed, direction_named, part_named, year_named
from whence.resolve.time_setting import Setting

THURSDAY = date(2015, 10, 1)
SETTING = Setting(published=THURSDAY)


def test_parts_and_directions_by_their_words() -> None:
    july = of_month(2015, 7, "explicit")
    assert part_named({"part": "Late"}, july).first == date(2015, 7, 21)
    assert part_named({}, july) == july
    assert direction_named({"direction": "Past"}) == "last"
    assert direction_named({}) is None


def test_years_by_number_or_direction() -> None:
    assert year_named({"year": "1999"}, Setting(published=None)) == 1999
    assert year_named({"year_direction": "last"}, SETTING) == 2014
    assert year_named({}, SETTING) is None


def test_a_direction_picks_among_recurrences() -> None:
    octobers = [of_month(year, 10, "published") for year in (2014, 2015, 2016)]
    assert directed(octobers, {"direction": "last"}, SETTING, THURSDAY) == octobers[0]
    assert directed(octobers, {"direction": "this"}, SETTING, THURSDAY) == octobers[1]
    assert directed(octobers, {"direction": "next"}, SETTING, THURSDAY) == octobers[2]
