from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from whence.records import Event, Precision
from whence.show.web.lines import day_of
from whence.store import Store


@pytest.mark.parametrize(
    ("precision", "day"), [("day", "2031-01-01"), ("month", "2031-01"), ("year", "2031")]
)
def test_an_event_stands_under_what_is_told_of_its_date(
    example: Path, precision: Precision, day: str
) -> None:
    with Store.open(example) as store:
        event: Event = next(e for e in store.table("events") if e.date and e.date.precision == "month")
    assert event.date is not None and event.date.from_ == "2031-01-01"
    assert day_of(replace(event, date=replace(event.date, precision=precision))) == day
    assert day_of(replace(event, date=None)) == "undated"
