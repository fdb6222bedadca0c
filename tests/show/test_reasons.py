"""Every field says what it was read from and what decided it."""

from dataclasses import replace

import pytest

import whence
from whence.records import Code, EventMention
from whence.show.reasons import reasons


def mention(text: str, trigger: str) -> EventMention:
    found = whence.analyse(text, published="2019-05-06")
    (one,) = (m for m in found.event_mentions if m.trigger.text == trigger)
    return one


def told(one: EventMention) -> dict[str, str]:
    return {line.split()[0].rstrip(":"): line for line in reasons(one)}


@pytest.fixture
def shelled() -> EventMention:
    return mention("Syrian troops shelled Aleppo on Friday.", "shelled")


def test_each_field_has_its_passage_and_its_rule(shelled: EventMention) -> None:
    lines = told(shelled)
    assert lines["type"].startswith('type ASSAULT: "shelled" (14–21), assault.')
    assert lines["the"].startswith("  the model: event .")
    assert lines["mode"].startswith("mode heavy-weapons: ")
    assert '"Syrian troops" (0–13), slot agent' in lines["actor"]
    assert "[SYR MIL]" in lines["actor"]
    assert lines["date"] == 'date 2019-05-03: "Friday" (32–38), own clause'
    assert lines["realis"].startswith("realis past: ")


def test_not_told_and_not_known_are_told_apart() -> None:
    assert told(mention("The town was shelled.", "shelled"))["actor"].startswith(
        "actor: not told (slot agent"
    )
    assert told(mention("They shelled the town.", "shelled"))["actor"].startswith(
        'actor not known, text kept: "They" (0–4)'
    )


def test_a_code_of_the_users_own_is_among_them(shelled: EventMention) -> None:
    coded = replace(shelled, codes=(Code(scheme="mine", code="V-1", why="line 2: shell"),))
    assert told(coded)["code"] == "code V-1 of mine: line 2: shell"


def test_an_event_outside_plover_says_what_it_is() -> None:
    assert told(mention("Nine people died in the crash.", "died"))["type"].startswith(
        'type outside PLOVER: death: "died"'
    )
