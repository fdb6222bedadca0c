from datetime import date

from whence.resolve.time_dates import DATES
from whence.resolve.time_days import DAYS
from whence.resolve.time_expressions import find_expressions
from whence.resolve.time_grammar import interpret
from whence.resolve.time_patterns import patterns
from whence.resolve.time_setting import Setting
from whence.resolve.time_units import UNITS


def test_an_expression_is_read_against_its_setting() -> None:
    (yesterday,) = find_expressions("yesterday")
    interval = interpret(yesterday, Setting(published=date(2015, 10, 1)))
    assert interval is not None
    assert interval.first == interval.last == date(2015, 9, 30)
    assert interpret(yesterday, Setting(published=None)) is None


def test_every_pattern_has_a_reader() -> None:
    assert sorted(patterns()) == sorted([*DATES, *DAYS, *UNITS])
