from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The senate is to meet on Monday.", "meet", ("+", "probable")),
        ("Rebels may attack the port.", "attack", ("+", "possible")),
        ("Police arrested a man on suspicion of murder.", "murder", ("+", "probable")),
        ("If rebels attack the port, ships will leave.", "attack", ("?", "possible")),
        ("Nurses want the minister to resign.", "resign", ("?", "possible")),
        ("Troops could not agree on a truce.", "agree", ("-", "certain")),
    ],
)
def test_a_hedge_of_the_clause(read, text: str, trigger: str, expected: tuple[str, str]) -> None:
    assert read(text).stances(trigger)["article"] == expected


def test_a_plan_that_came_about_is_no_hedge(read) -> None:
    assert read("The army began a planned withdrawal on Monday.").stances("withdrawal")["article"][0] == "+"
