from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "role", "low"),
    [
        ("The bomb killed seven people.", "killed", "killed", 7),
        ("At least 12 students were arrested.", "arrested", "arrested", 12),
        ("The blast injured dozens.", "injured", "injured", 24),
        ("Hundreds of soldiers attacked the town.", "attacked", "size", 200),
    ],
)
def test_role(read: Any, text: str, trigger: str, role: str, low: int) -> None:
    (quantity,) = read(text).event(trigger).quantities
    assert (quantity.role, quantity.low) == (role, low)


def test_known_numbers_are_not_told_again(read: Any) -> None:
    assert read("Both ministers condemned the raid.").event("condemned").quantities == ()


def test_number_of_a_name_is_no_count(read: Any) -> None:
    assert read("Police raided Building 42 in Oslo.").event("raided").quantities == ()


def test_toll_that_rises(read: Any) -> None:
    (quantity,) = read("The death toll rose to 22 people on Monday.").event("toll").quantities
    assert (quantity.role, quantity.low, quantity.high) == ("killed", 22, 22)
