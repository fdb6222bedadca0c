from dataclasses import replace
from datetime import date

from whence.link.compare import Telling, compare

STRIKE = Telling(
    type="ASSAULT",
    other=None,
    modes=frozenset(),
    lemmas=frozenset({"strike"}),
    actors=frozenset({"a-1"}),
    actor_kinds=frozenset(),
    recipients=frozenset({"rebels"}),
    contested=frozenset(),
    places=frozenset({"karm"}),
    within=frozenset({"land"}),
    dates=(date(2020, 3, 1), date(2020, 3, 1)),
    published=date(2020, 3, 1),
    realis=frozenset({"past"}),
    figures=frozenset(),
)


def score(a: Telling, b: Telling) -> float:
    found = compare(a, b)
    assert found is not None
    return found[0]


def test_agreement_in_every_slot_scores_highest() -> None:
    assert score(STRIKE, STRIKE) > score(STRIKE, replace(STRIKE, recipients=frozenset({"police"})))
    assert score(STRIKE, STRIKE) > score(STRIKE, replace(STRIKE, actors=frozenset({"a-2"})))


def test_another_day_place_type_or_plan_is_another_event() -> None:
    assert compare(STRIKE, replace(STRIKE, dates=(date(2020, 3, 9), date(2020, 3, 9)))) is None
    assert compare(STRIKE, replace(STRIKE, places=frozenset({"tarsk"}))) is None
    assert compare(STRIKE, replace(STRIKE, type="PROTEST")) is None
    assert compare(STRIKE, replace(STRIKE, realis=frozenset({"future"}))) is None


def test_a_day_more_or_less_is_allowed() -> None:
    assert compare(STRIKE, replace(STRIKE, dates=(date(2020, 3, 2), date(2020, 3, 2)))) is not None


def test_a_place_in_a_place_agrees() -> None:
    assert compare(STRIKE, replace(STRIKE, places=frozenset({"land"}))) is not None


def test_a_contested_target_does_not_set_apart() -> None:
    other = replace(STRIKE, recipients=frozenset({"terrorists"}))
    denied = replace(other, contested=frozenset({"recipient"}))
    assert score(STRIKE, denied) > score(STRIKE, other)


def test_undated_tellings_of_reports_far_apart_are_unlikely_one() -> None:
    near = replace(STRIKE, dates=None)
    far = replace(near, published=date(2021, 3, 1))
    assert score(near, near) > score(near, far)
