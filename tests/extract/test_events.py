from __future__ import annotations

from typing import Any


def test_purpose_clause(read: Any) -> None:
    told = read("Troops will arrive soon to recapture the city.")
    purpose = told.event("arrive").purpose
    assert purpose is not None
    assert told.parsed.text[slice(*purpose)] == "to recapture the city"


def test_every_decision_says_why(read: Any) -> None:
    event = read("Police arrested the student in Oslo on Monday.").event("arrested")
    assert {"type", "realis", "place", "time"} <= set(event.why)


def test_reading_twice_gives_the_same(read: Any) -> None:
    text = "Russian airstrikes killed at least 20 people in Syria, human rights groups say."
    assert read(text).extraction == read(text).extraction


def test_trigger_is_the_head_with_what_belongs_to_it(read: Any) -> None:
    assert "shot down" in read("The army shot down a drone.").triggers()
    assert "cease-fire" in read("The cease-fire in Mali held.").triggers()
