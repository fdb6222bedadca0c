import re

import pytest

from whence.resolve.time_words import alternatives, number, numbers, word_class


def test_classes_are_complete() -> None:
    assert sorted(set(numbers("weekday").values())) == list(range(7))
    assert sorted(set(numbers("month").values())) == list(range(1, 13))
    assert set(word_class("part").values()) == {"early", "mid", "late"}


def test_longer_words_are_tried_first() -> None:
    assert re.match(alternatives("month"), "september")[0] == "september"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10", 10),
        ("ten", 10),
        ("a", 1),
        ("twenty-five", 25),
        ("[Ten]", 10),
        ("few", None),
        ("ten five", None),
    ],
)
def test_number(text: str, value: int | None) -> None:
    assert number(text) == value
