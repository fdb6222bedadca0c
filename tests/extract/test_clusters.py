from __future__ import annotations

from typing import Any

import pytest


def test_definite_noun_points_back(read: Any) -> None:
    told = read("Gunmen attacked a hotel in Oslo on Monday. The attack lasted two hours.")
    assert told.event("attacked").cluster == told.event("attack").cluster


def test_toll_belongs_to_the_attack_beside_it(read: Any) -> None:
    told = read("A bombing in Oslo killed seven people.")
    assert told.event("bombing").cluster == told.event("killed").cluster


def test_other_names_are_other_events(read: Any) -> None:
    told = read("Police arrested Anna Berg. Police arrested Ivan Orlov.")
    first, second = (e for e in told.extraction.events if e.trigger.text == "arrested")
    assert first.cluster != second.cluster


def test_a_plan_is_not_what_happened(read: Any) -> None:
    told = read("The army will attack the town. Last year the army attacked the town.")
    assert told.event("attack").cluster != told.event("attacked").cluster


def test_somebody_further_is_another_event(read: Any) -> None:
    told = read("Police arrested a man in Oslo. Police arrested a second man on Friday.")
    first, second = (e for e in told.extraction.events if e.trigger.text == "arrested")
    assert first.cluster != second.cluster


def test_singular_and_plural_are_not_one(read: Any) -> None:
    told = read("An airstrike hit the town. Airstrikes have killed many people.")
    assert told.event("airstrike").cluster != told.event("Airstrikes").cluster


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Norwegian airstrikes targeted rebels near the town.", "airstrikes", "targeted"),
        (
            "A bus crashed on Monday. Ten people were hurt. Police saw the crash.",
            "crashed",
            "crash",
        ),
        (
            "Gunmen shot a guard in Oslo. Police came. People ran. The attack lasted an hour.",
            "shot",
            "attack",
        ),
    ],
)
def test_one_event(read: Any, text: str, one: str, other: str) -> None:
    told = read(text)
    assert told.event(one).cluster == told.event(other).cluster


def test_other_figures_are_other_events(read: Any) -> None:
    told = read("Fishermen rescued 700 people off Sicily. Sailors rescued 900 people off Malta.")
    first, second = (e for e in told.extraction.events if e.trigger.text == "rescued")
    assert first.cluster != second.cluster


def test_a_later_mention_inherits_the_date(read: Any) -> None:
    told = read("Gunmen attacked a hotel in Oslo on Monday. The attack lasted two hours.")
    assert told.time("attack") == "Monday"
    assert told.event("attack").time_inherited
    assert not told.event("attacked").time_inherited


def test_a_plan_inherits_no_date(read: Any) -> None:
    told = read("Gunmen attacked a hotel in Oslo on Monday. The group may attack another hotel.")
    assert told.time("attack") is None
