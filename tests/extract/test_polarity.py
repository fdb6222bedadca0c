from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "cue"),
    [
        ("The army did not attack the city.", "attack", "not"),
        ("The army never attacked the city.", "attacked", "never"),
        ("The army failed to arrest the students.", "arrest", "failed"),
        ("No soldiers were killed in the city.", "killed", "No"),
        ("The army did not plan to attack the city.", "attack", "not"),
        ("The minister failed to get elected.", "elected", "failed"),
        ("No injuries or deaths were reported.", "deaths", "No"),
        ("There was no sign of an explosion.", "explosion", "no"),
        ("Police left without arresting the students.", "arresting", "without"),
    ],
)
def test_negated(read: Any, text: str, trigger: str, cue: str) -> None:
    event = read(text).event(trigger)
    assert event.polarity == "-"
    assert event.polarity_cue is not None
    assert event.polarity_cue.text == cue


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army not only attacked the city.", "attacked"),
        ("We do not believe that the army attacked the city.", "attacked"),
        ("The army attacked the city.", "attacked"),
    ],
)
def test_not_negated(read: Any, text: str, trigger: str) -> None:
    event = read(text).event(trigger)
    assert (event.polarity, event.polarity_cue) == ("+", None)
