from dataclasses import replace
from typing import Any

import pytest

from builders import filled
from whence.export import single
from whence.export.gathered import Gathered, gathered
from whence.export.view import View
from whence.records import EventQuantity, Review, TimeValue
from whence.store import Store


@pytest.fixture
def reported(world: Store) -> Gathered:
    return next(one for one in gathered(View(world)) if one.event.event_id == "e-reported")


def of(found: Gathered, **fields: Any) -> Gathered:
    return replace(found, event=replace(found.event, **fields))


def killed(low: int | None, high: int | None, approximate: bool = False) -> EventQuantity:
    given: EventQuantity = filled(EventQuantity, role="killed", low=low, high=high, approximate=approximate)
    return given


@pytest.mark.parametrize(
    ("told", "number", "why"),
    [
        ([killed(12, 12)], 12, None),
        ([killed(0, 0)], 0, None),
        ([], None, None),
        ([killed(12, 12), killed(13, 13)], None, "fatalities: accounts differ"),
        ([killed(12, 12), killed(24, None, True)], None, "fatalities: accounts differ"),
        ([killed(20, None)], None, "fatalities: not an exact number"),
        ([killed(12, 12, True)], None, "fatalities: not an exact number"),
    ],
)
def test_a_number_only_if_there_is_exactly_one(
    world: Store, reported: Gathered, told: list[EventQuantity], number: int | None, why: str | None
) -> None:
    view = View(world)
    assert single.killed(view, of(reported, quantities=tuple(told))) == number
    assert dict(view.left_empty) == ({why: 1} if why else {})
    disputed = of(reported, quantities=(killed(12, 12),), disputed_fields=("quantity",))
    assert single.killed(view, disputed) is None


@pytest.mark.parametrize(
    ("from_", "to", "day"),
    [
        ("2020-03-01", "2020-03-01", "2020-03-01"),
        ("2020-03-01", "2020-03-02", None),
        ("2020-03-01", None, None),
        (None, None, None),
    ],
)
def test_a_day_only_if_it_is_known_to_the_day(
    world: Store, reported: Gathered, from_: str | None, to: str | None, day: str | None
) -> None:
    date = TimeValue(from_=from_, to=to, precision=None)
    assert single.day(View(world), of(reported, date=date)) == day
    assert single.day(View(world), of(reported, date=date, disputed_fields=("date",))) is None


def test_names_are_all_there_and_one_is_one() -> None:
    assert single.joined(["a", None, "b", "a", ""]) == "a; b"
    assert single.joined([]) is None
    assert single.only_one(["a", None, "a"]) == "a"
    assert single.only_one(["a", "b"]) is single.only_one([]) is None


def test_an_event_in_a_line_says_what_it_is(reported: Gathered) -> None:
    line = "Libyan army: ASSAULT at Karm · 2020-03-01"
    assert single.sentence(reported.event) == line
    planned = of(reported, status="planned", realis="future", disputed_fields=("date", "place"))
    assert single.sentence(planned.event) == f"{line} · planned · accounts differ on the date, the place"


def test_who_reviewed_is_named_once(reported: Gathered) -> None:
    one = Review(field="type", verdict="wrong", value="AID", who="A. Nowak", when="2031-02-03")
    assert single.reviewed(reported) is None
    many = of(reported, reviewed=(one, replace(one, field="mode"), replace(one, who=None)))
    assert single.reviewed(many) == "reviewed by A. Nowak, an unnamed reader"
