from __future__ import annotations

from typing import Any

import pytest


def slots(frame: Any) -> tuple[list[str], list[str]]:
    return [w.text for w in frame.agents], [w.text for w in frame.patients]


@pytest.mark.parametrize(
    ("text", "head", "agents", "patients"),
    [
        ("The rebels shelled the town.", "shelled", ["rebels"], ["town"]),
        ("The town was shelled by the rebels.", "shelled", ["rebels"], ["town"]),
        ("Police arrested and questioned the student.", "questioned", ["Police"], ["student"]),
        ("The soldiers who attacked the village fled.", "attacked", ["soldiers"], ["village"]),
        ("The troops sent by Chad arrived.", "sent", ["Chad"], ["troops"]),
        ("The army agreed to leave the city.", "leave", ["army"], ["city"]),
        ("She urged Chad to leave the city.", "leave", ["Chad"], ["city"]),
        ("Russia and China condemned the raid.", "condemned", ["Russia", "China"], ["raid"]),
        ("Hundreds of soldiers entered the city.", "entered", ["soldiers"], ["city"]),
    ],
)
def test_slots(frame: Any, text: str, head: str, agents: list[str], patients: list[str]) -> None:
    assert slots(frame(text, head)) == (agents, patients)


def test_indirect_object(frame: Any) -> None:
    assert [w.text for w in frame("Chad gave the rebels new weapons.", "gave").indirect] == ["rebels"]


def test_particle_is_part_of_the_lemma(frame: Any) -> None:
    assert frame("The army shot down a drone.", "shot").lemma == "shoot_down"


def test_governor_of_an_infinitive(frame: Any) -> None:
    governor = frame("The army plans to attack the city.", "attack").governor
    assert governor is not None
    assert governor.text == "plans"


def test_obliques_carry_their_preposition(frame: Any) -> None:
    found = [(case, word.text) for case, word in frame("He met with Chad and Mali.", "met").obliques]
    assert found == [("with", "Chad"), ("with", "Mali")]


def test_relative_pronoun_of_a_verb_further_down(frame: Any) -> None:
    found = frame("These are the troops which Orlov received permission to send.", "send")
    assert slots(found) == (["Orlov"], ["troops"])


def test_a_participle_tells_what_was_done_to_the_object_before_it(frame: Any) -> None:
    assert slots(frame("The police found three men tied up.", "tied")) == ([], ["men"])
