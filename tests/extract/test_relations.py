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


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Prime Minister Anna Berg left.", ("Prime Minister Anna Berg", "holds_office", "Prime Minister")),
        (
            "Attorney General Anna Berg left.",
            ("Attorney General Anna Berg", "holds_office", "Attorney General"),
        ),
        (
            "Anna Berg, the Secretary of Transportation, left.",
            ("Anna Berg", "holds_office", "the Secretary of Transportation"),
        ),
        ("The anti-Orlov rebels left.", ("The anti-Orlov rebels", "opposes", "Orlov")),
    ],
)
def test_tie_to_an_office_or_half_a_word(read: Any, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in read(text).ties()


def test_office_is_a_thing_and_told_once(read: Any) -> None:
    told = read("Prime Minister Anna Berg left. Prime Minister Berg returned.")
    offices = [r.object for r in told.extraction.relations if r.type == "holds_office"]
    assert [told.extraction.phrases[i].kind for i in offices] == ["thing"]


@pytest.mark.parametrize(
    "text", ["Former Prime Minister Anna Berg left.", "Two senators, Anna Berg and Ivan Orlov, left."]
)
def test_no_office_is_held(read: Any, text: str) -> None:
    assert not [r for r in read(text).extraction.relations if r.type == "holds_office"]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "The Quds Force, the armed wing of the Home Guard, left.",
            ("The Quds Force", "part_of", "the Home Guard"),
        ),
        ("Iran's Quds Force left.", ("Iran's Quds Force", "part_of", "Iran")),
        (
            "Carlos Ruiz, the Northern Corps commander in charge of the Home Guard's operations, left.",
            ("Northern Corps", "part_of", "the Home Guard"),
        ),
        ("Assad's opposition left.", ("Assad's opposition", "opposes", "Assad")),
        ("Anna Berg, head of the Navy, left.", ("Anna Berg", "leads", "the Navy")),
        ("The party, led by Anna Berg, left.", ("Anna Berg", "leads", "The party")),
        ("The airline is owned by the Navy.", ("The airline", "part_of", "the Navy")),
        ("She belongs to the Labour Party.", ("She", "member_of", "the Labour Party")),
    ],
)
def test_tie_of_bodies(read: Any, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in read(text).ties()


def test_past_leading_is_an_event_not_a_tie(read: Any) -> None:
    assert read("The general led the army into the town.").ties() == set()
