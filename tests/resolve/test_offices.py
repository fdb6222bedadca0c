from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("The governor of Louisiana spoke.", "The governor of Louisiana", "Bobby Jindal"),
        ("On Monday the Quds Force commander met him.", "the Quds Force commander", "Qasem Soleimani"),
        ("The leader of Hezbollah spoke.", "The leader of Hezbollah", "Hassan Nasrallah"),
        ("The mayor of London spoke.", "The mayor of London", "Boris Johnson"),
    ],
)
def test_who_led_a_state_city_or_body_on_the_date(
    read_actors: Read, text: str, phrase: str, name: str
) -> None:
    referents, _ = read_actors(text, published="2015-10-01")
    assert referents[phrase].name == name


def test_an_office_is_of_whom_it_is_said(read_actors: Read) -> None:
    referents, _ = read_actors("Ana Lima left. Lima served as the mayor of Porto for six years.")
    assert referents["the mayor of Porto"].name == "Ana Lima"
    referents, _ = read_actors("The council named Ana Lima as the police chief on Monday.")
    assert referents["the police chief"].name == "Ana Lima"


def test_of_two_holders_the_one_the_report_is_about(read_actors: Read) -> None:
    text = (
        "President Barack Obama met officers. Obama said troops would stay. Obama praised them. "
        "President Bashar al-Assad objected. On Monday the president left Washington."
    )
    assert read_actors(text)[0]["the president"].name == "Barack Obama"


def test_a_former_office_is_of_a_former_holder(read_actors: Read) -> None:
    text = "Hillary Clinton of the United States spoke. The former secretary of state attacked her rival."
    referents, _ = read_actors(text, published="2016-09-20")
    assert referents["The former secretary of state"].name == "Hillary Clinton"


def test_a_president_it_deserves_is_nobody_told_of(read_actors: Read) -> None:
    text = "President Barack Obama spoke. A voter wants the president who was promised."
    referents, _ = read_actors(text)
    described = next(r for t, r in referents.items() if t.startswith("the president"))
    assert described.name != "Barack Obama"
