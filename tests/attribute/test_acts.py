from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army denied that it shelled the market.", "denies"),
        ("The army said it did not shell the market.", "denies"),
        ("The army did not say why it shelled the market.", "no_comment"),
        ("The colonel does not believe that rebels shelled the market.", "doubts"),
        ("The general said that he would free the prisoners.", "promises"),
        ("The general announced that he would leave the town.", "plans"),
        ("The general announced the withdrawal of his troops.", "plans"),
        ("The general said that the road will be examined.", "plans"),
        ("The general said that rebels must leave the market.", "asks"),
        ("“The attack was a disgraceful and cowardly deed,” the general said.", "evaluates"),
        ("The general called the claims that troops shelled the market false.", "denies"),
        ("“We will attack the market,” the general said.", "promises"),
        ("“Who attacked the market?” the general said.", "asks"),
        ("The general said that rebels may attack the market.", "hypothesises"),
        ("The general threatened to attack the market.", "threatens"),
        ("The general promised to leave the market.", "promises"),
        ("The minister condemned the attack on the market.", "evaluates"),
    ],
)
def test_act(read, text: str, act: str) -> None:
    assert read(text).result.attributions[0].act == act
