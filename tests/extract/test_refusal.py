"""Who says that they will not do something refuses it."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "mode"),
    [
        ("Chile said it will not accept the refugees.", "accept", "assist"),
        ("Chile said that it would not lift the blockade of Peru.", "lift", "yield"),
        ("The rebels will not hold talks with the government.", "talks", "meet"),
    ],
)
def test_what_somebody_will_not_do_is_refused(read: Any, text: str, trigger: str, mode: str) -> None:
    event = read(text).event(trigger)
    assert (event.type, event.mode, event.polarity, event.realis) == ("REJECT", mode, "+", "past")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chile did not accept the refugees.", "accept"),
        ("Chile would not have accepted the refugees.", "accepted"),
        ("If Chile will not accept the refugees, Peru will.", "accept"),
        ("The army will not attack the town.", "attack"),
    ],
)
def test_what_is_not_refused_keeps_its_type(read: Any, text: str, trigger: str) -> None:
    event = read(text).event(trigger)
    assert event.type != "REJECT"
    assert event.polarity == "-"
