from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "realis"),
    [
        ("The army attacked the city on Monday.", "attacked", "past"),
        ("The army has attacked the city.", "attacked", "past"),
        ("Gunmen kill soldiers near capital", "kill", "past"),
        ("The army is attacking the city.", "attacking", "ongoing"),
        ("The army will attack the city.", "attack", "future"),
        ("The army is going to attack the city.", "attack", "future"),
        ("The president is to resign on Monday.", "resign", "future"),
        ("The army plans to attack the city.", "attack", "future"),
        ("The army may attack the city.", "attack", "conditional"),
        ("If the army attacks the city, people will flee.", "attacks", "conditional"),
        ("The minister urged the president to resign.", "resign", "conditional"),
        ("The army tried to attack the city and began to arrest students.", "arrest", "past"),
        ("The two sides united to fight the militia in the north.", "fight", "conditional"),
        ("The general sent troops to attack the city.", "attack", "conditional"),
        ("The president received permission to send troops to Chad.", "send", "future"),
        ("The general told the troops to attack the city.", "attack", "future"),
        ("Police were investigating the minister.", "investigating", "ongoing"),
        ("The general warned of a possible attack on the city.", "attack", "conditional"),
        ("The paper reported a meeting of the ministers, which took place in July.", "meeting", "past"),
        ("A meeting of the ministers will take place on Monday.", "meeting", "future"),
        ("In a meeting on Monday the president was told to resign.", "meeting", "past"),
        ("The prime minister is committed to freeing the hostages.", "freeing", "future"),
        ("The crew was able to evacuate the town.", "evacuate", "past"),
        ("The crew was not able to evacuate the town.", "evacuate", "conditional"),
        ("The army had to withdraw from the town.", "withdraw", "past"),
        ("The general would often visit the troops.", "visit", "past"),
        ("People will flee when the army attacks the city.", "attacks", "conditional"),
    ],
)
def test_realis(read: Any, text: str, trigger: str, realis: str) -> None:
    assert read(text).event(trigger).realis == realis


def test_light_verb_lends_its_tense(read: Any) -> None:
    assert read("The ministers will hold talks with Chad.").event("talks").realis == "future"
