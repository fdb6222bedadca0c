from dataclasses import replace
from datetime import date

import numpy as np

from whence.link.evidence import BIAS, Tellings, weigh, weights
from whence.link.tellings import Telling

STRIKE = Telling(
    type="ASSAULT",
    other=None,
    mode=None,
    lemma="strike",
    actors=frozenset({"a-1"}),
    actor_kinds=frozenset(),
    recipients=frozenset({"rebels"}),
    targets=frozenset(),
    persons=frozenset(),
    contested=frozenset(),
    places=frozenset({"karm"}),
    located=True,
    within=frozenset({"land"}),
    dates=(date(2020, 3, 1), date(2020, 3, 1)),
    published=date(2020, 3, 1),
    realis="past",
    figures=frozenset(),
)


ONE, OTHER = np.array([0]), np.array([1])


def held(a: Telling, b: Telling) -> set[str]:
    """The evidence for one event in two reports."""
    found = Tellings([a, b]).evidence(ONE, OTHER, np.array([False]), np.array([False]))
    return {name for name, holds in found.items() if holds[0]} - {BIAS}


def odds(a: Telling, b: Telling) -> int:
    """Log-odds of one event, in hundredths."""
    return int(weigh(Tellings([a, b]).evidence(ONE, OTHER, np.array([False]), np.array([False])))[0])


def apart(a: Telling, b: Telling) -> bool:
    return bool(Tellings([a, b]).apart(ONE, OTHER)[0])


def compared(*tellings: Telling) -> set[tuple[int, int]]:
    ((i, j),) = Tellings(tellings).candidates()
    return set(zip(i.tolist(), j.tolist(), strict=True))


def test_agreement_in_every_slot_scores_highest() -> None:
    assert odds(STRIKE, STRIKE) > odds(STRIKE, replace(STRIKE, recipients=frozenset({"police"})))
    assert odds(STRIKE, STRIKE) > odds(STRIKE, replace(STRIKE, actors=frozenset({"a-2"})))


def test_the_log_odds_are_the_sum_of_the_weights_of_what_holds() -> None:
    other = replace(STRIKE, recipients=frozenset({"police"}), published=None)
    found = held(STRIKE, other)
    assert {"same actor", "other recipient", "same place", "same day", "same type"} <= found
    assert odds(STRIKE, other) == sum(weights()[name] for name in found | {BIAS})


def test_another_day_place_or_a_plan_is_another_event() -> None:
    assert apart(STRIKE, replace(STRIKE, dates=(date(2020, 3, 9), date(2020, 3, 9))))
    assert apart(STRIKE, replace(STRIKE, places=frozenset({"tarsk"})))
    assert apart(STRIKE, replace(STRIKE, realis="future"))
    assert not apart(STRIKE, replace(STRIKE, realis="ongoing"))


def test_a_day_more_or_less_is_allowed() -> None:
    assert not apart(STRIKE, replace(STRIKE, dates=(date(2020, 3, 2), date(2020, 3, 2))))


def test_a_place_in_a_place_agrees_and_an_unknown_one_only_differs() -> None:
    land = replace(STRIKE, places=frozenset({"land"}))
    assert not apart(STRIKE, land)
    assert "place in place" in held(STRIKE, land)
    hospital = replace(STRIKE, places=frozenset({"hospital"}), located=False)
    assert not apart(STRIKE, hospital)
    assert "other place" in held(STRIKE, hospital)


def test_a_contested_target_does_not_set_apart() -> None:
    other = replace(STRIKE, recipients=frozenset({"terrorists"}))
    denied = replace(other, contested=frozenset({"recipient"}))
    assert odds(STRIKE, denied) > odds(STRIKE, other)


def test_undated_tellings_of_reports_far_apart_are_unlikely_one() -> None:
    near = replace(STRIKE, dates=None)
    far = replace(near, published=date(2021, 3, 1))
    assert odds(near, near) > odds(near, far)


def test_what_was_done_to_two_named_persons_is_two_events() -> None:
    lopez = replace(STRIKE, targets=frozenset({"lopez"}), persons=frozenset({"lopez"}))
    baker = replace(STRIKE, targets=frozenset({"baker"}), persons=frozenset({"baker"}))
    both = replace(STRIKE, targets=frozenset({"baker", "lopez"}), persons=frozenset({"baker", "lopez"}))
    assert apart(lopez, baker)
    assert not apart(lopez, both)
    assert not apart(lopez, STRIKE)
    assert not apart(lopez, replace(baker, contested=frozenset({"recipient"})))


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
    assert odds(a_met_b, b_met_a) == odds(a_met_b, a_and_b_met) == odds(a_met_b, a_met_b)
    assert apart(a_met_b, with_c)
    assert odds(replace(a_met_b, type="ASSAULT"), replace(b_met_a, type="ASSAULT")) < odds(a_met_b, b_met_a)


def test_compared_is_what_is_of_one_type_or_means_something_alike() -> None:
    shot = replace(STRIKE, lemma="shoot")
    murder = replace(STRIKE, type="NONE", lemma="murder")
    killing = replace(STRIKE, type="NONE", lemma="killing")
    resigned = replace(STRIKE, type="NONE", lemma="resign")
    assert compared(STRIKE, shot) == {(0, 1)}
    assert compared(murder, killing, resigned) == {(0, 1)}
    assert compared() == set()
