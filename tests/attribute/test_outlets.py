from __future__ import annotations

import pytest

from whence.attribute.outlets import names_outlet


@pytest.mark.parametrize(
    "name", ["Reuters", "The Daily Telegraph", "The New York Times", "Fox News", "Al Jazeera"]
)
def test_outlets(name: str) -> None:
    assert names_outlet(name)


@pytest.mark.parametrize("name", ["Maria Lopez", "The Ministry of Defence", "Times Square", "Post", ""])
def test_others(name: str) -> None:
    assert not names_outlet(name)
