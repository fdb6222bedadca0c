"""The contract of a frame: its slots do not depend on voice or on whether a verb or a noun heads it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "head", "nominal", "passive"),
    [
        ("Rebels shelled the town.", "shelled", False, False),
        ("The town was shelled by rebels.", "shelled", False, True),
        ("The rebels' bombardment of the town went on.", "bombardment", True, False),
    ],
)
def test_slots_are_normalised(frame: Any, text: str, head: str, nominal: bool, passive: bool) -> None:
    found = frame(text, head)
    assert (found.nominal, found.passive) == (nominal, passive)
    assert [w.text for w in found.agents] == ["rebels" if head == "bombardment" or passive else "Rebels"]
    assert [w.text for w in found.patients] == ["town"]


def test_a_light_verb_leaves_the_noun_as_head(frame: Any) -> None:
    found = frame("Rebels carried out an attack on the town.", "attack")
    assert found.light_verb is not None
    assert found.light_verb.text == "carried"
