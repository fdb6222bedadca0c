from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Fighters loyal to Omar Haftar left.", ("Fighters loyal to Omar Haftar", "supports", "Omar Haftar")),
        ("The militia is loyal to Haftar.", ("The militia", "supports", "Haftar")),
        ("His support for Nicolas Maduro is known.", ("His", "supports", "Nicolas Maduro")),
        ("The opposition to Orlov left.", ("The opposition to Orlov", "opposes", "Orlov")),
    ],
)
def test_stance(read: Any, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in read(text).ties()


def test_one_who_claims_to_belong_does_not(read: Any) -> None:
    assert read("Anna Berg did not claim to belong to the Labour Party.").ties() == set()
