"""What is told without being said to have happened."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "realis"),
    [
        ("Officials never attack journalists.", "attack", "generic"),
        ("The ministry routinely arrests students.", "arrests", "generic"),
        ("The ministry routinely arrested students.", "arrested", "past"),
        ("Those who stay silent when a mosque is attacked are cowards.", "attacked", "generic"),
        ("Those who were attacked on Monday have left.", "attacked", "past"),
        ("The council demanded that the army leave the town.", "leave", "conditional"),
        ("The general ordered that the army leave the town.", "leave", "future"),
        ("Their demands include elections and the release of prisoners.", "release", "conditional"),
        ("The aim of the operation is to arrest the general.", "arrest", "future"),
        ("The army ended its practice of arresting students.", "arresting", "generic"),
    ],
)
def test_what_is_not_told_as_having_happened(read: Any, text: str, trigger: str, realis: str) -> None:
    assert read(text).event(trigger).realis == realis
