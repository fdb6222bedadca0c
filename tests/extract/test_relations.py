from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Russian President Ivan Orlov left.", ("Russian President Ivan Orlov", "holds_office", "Russian")),
        ("The forces are under the command of Omar Daud.", ("Omar Daud", "leads", "The forces")),
        ("Hezbollah, a Russian and Iranian ally, left.", ("Hezbollah", "ally_of", "Russian")),
        ("Hezbollah, a Russian and Iranian ally, left.", ("Hezbollah", "ally_of", "Iranian")),
        ("US-backed rebels left.", ("US", "supports", "US-backed rebels")),
        ("The US-led coalition left.", ("US", "leads", "The US-led coalition")),
        (
            "The Quds Force of the Revolutionary Guard left.",
            ("The Quds Force of the Revolutionary Guard", "part_of", "the Revolutionary Guard"),
        ),
        ("His father, Abdullah Kurdi, left.", ("Abdullah Kurdi", "family_of", "His")),
        (
            "The London-based Amnesty International protested.",
            ("The London-based Amnesty International", "located_in", "London"),
        ),
    ],
)
def test_tie(read: Any, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in read(text).ties()


def test_past_leading_is_an_event_not_a_tie(read: Any) -> None:
    assert read("The general led the army into the town.").ties() == set()
