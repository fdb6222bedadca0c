from datetime import date

import pytest

from whence.resolve.time_setting import Setting, published_day, speaking_day, told_day

THURSDAY, MONDAY = date(2015, 10, 1), date(2015, 9, 28)


def test_a_quoted_today_is_the_day_of_speaking() -> None:
    assert speaking_day(Setting(published=THURSDAY, spoken=MONDAY)) == (MONDAY, "document")
    assert speaking_day(Setting(published=THURSDAY)) == (THURSDAY, "published")


def test_a_day_that_is_not_known_fixes_nothing() -> None:
    with pytest.raises(ValueError, match="publication"):
        published_day(Setting(published=None))
    with pytest.raises(ValueError, match="told"):
        told_day(Setting(published=THURSDAY))
