from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "head", "agents", "patients"),
    [
        ("The rebels' bombardment of the town continued.", "bombardment", ["rebels"], ["town"]),
        ("Russian airstrikes continued.", "airstrikes", ["Russian"], []),
        ("US airstrikes continued.", "airstrikes", ["US"], []),
        ("The attack by militants continued.", "attack", ["militants"], []),
        ("A police raid followed.", "raid", ["police"], []),
        ("His arrest surprised them.", "arrest", [], ["His"]),
        ("The arrival of troops surprised them.", "arrival", ["troops"], []),
        ("The army carried out an attack.", "attack", ["army"], []),
        ("An attack was carried out by the army.", "attack", ["army"], []),
    ],
)
def test_slots(frame: Any, text: str, head: str, agents: list[str], patients: list[str]) -> None:
    found = frame(text, head)
    assert ([w.text for w in found.agents], [w.text for w in found.patients]) == (agents, patients)


def test_place_before_a_noun_does_not_act(frame: Any) -> None:
    found = frame("Syria airstrikes continued.", "airstrikes")
    assert found.agents == ()
    assert [(case, w.text) for case, w in found.obliques] == [("in", "Syria")]


def test_light_verb_is_kept(frame: Any) -> None:
    verb = frame("The ministers held talks with Chad on Monday.", "talks").light_verb
    assert verb is not None
    assert verb.text == "held"


def test_what_hangs_on_took_place_belongs_to_the_noun(frame: Any) -> None:
    found = frame("A meeting took place between Chad and Mali.", "meeting")
    assert [(case, w.text) for case, w in found.obliques] == [("between", "Chad"), ("between", "Mali")]


@pytest.mark.parametrize(
    ("text", "head", "lemma"),
    [
        ("The cease-fire held.", "fire", "ceasefire"),
        ("The Russian build-up in Mali continued.", "build", "buildup"),
        ("The fire was put out.", "fire", "fire"),
    ],
)
def test_compound_written_apart(frame: Any, text: str, head: str, lemma: str) -> None:
    assert frame(text, head).lemma == lemma
