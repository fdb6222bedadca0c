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
    targets=frozenset(),
    persons=frozenset(),
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


def test_what_was_done_to_two_named_persons_is_two_events() -> None:
    lopez = replace(STRIKE, targets=frozenset({"lopez"}), persons=frozenset({"lopez"}))
    baker = replace(STRIKE, targets=frozenset({"baker"}), persons=frozenset({"baker"}))
    both = replace(STRIKE, targets=frozenset({"baker", "lopez"}), persons=frozenset({"baker", "lopez"}))
    assert compare(lopez, baker) is None
    assert compare(lopez, both) is not None
    assert compare(lopez, STRIKE) is not None
    assert compare(lopez, replace(baker, contested=frozenset({"recipient"}))) is not None


def test_a_meeting_is_one_whoever_is_named_first() -> None:
    a_met_b = replace(
        STRIKE, type="CONSULT", actors=frozenset({"a"}), recipients=frozenset({"b"}),
        targets=frozenset({"b"}), persons=frozenset({"a", "b"}),
    )  # fmt: skip
    b_met_a = replace(a_met_b, actors=frozenset({"b"}), recipients=frozenset({"a"}), targets=frozenset({"a"}))
    a_and_b_met = replace(a_met_b, actors=frozenset({"a", "b"}), recipients=frozenset(), targets=frozenset())
    with_c = replace(
        a_met_b, recipients=frozenset({"c"}), targets=frozenset({"c"}), persons=frozenset({"a", "c"})
    )
    assert score(a_met_b, b_met_a) == score(a_met_b, a_and_b_met) == score(a_met_b, a_met_b)
    assert compare(a_met_b, with_c) is None
    assert score(replace(a_met_b, type="ASSAULT"), replace(b_met_a, type="ASSAULT")) < score(a_met_b, b_met_a)
