from __future__ import annotations

from typing import Any

import pytest

from whence.extract.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "approximate"),
    [
        ("At least 20 soldiers left.", "At least 20", 20, None, False),
        ("More than 1,500 soldiers left.", "More than 1,500", 1500, None, False),
        ("Up to 30 soldiers left.", "Up to 30", None, 30, False),
        ("Hundreds of soldiers left.", "Hundreds", 200, None, False),
        ("Dozens of soldiers left.", "Dozens", 24, None, False),
        ("Tens of thousands of people left.", "Tens of thousands", 20000, None, False),
        ("About a dozen soldiers left.", "About a dozen", 12, 12, True),
        ("Thirty-nine soldiers left.", "Thirty-nine", 39, 39, False),
        ("Some 1.5 million people left.", "Some 1.5 million", 1500000, 1500000, True),
        ("Between 36 and 40 soldiers left.", "Between 36 and 40", 36, 40, False),
        ("Some 20 to 30 soldiers left.", "Some 20 to 30", 20, 30, True),
        ("Two hundred soldiers left.", "Two hundred", 200, 200, False),
    ],
)
def test_range(
    tree: Any, text: str, words: str, low: int | None, high: int | None, approximate: bool
) -> None:
    (number,) = numbers_in(tree(text))
    sentence = tree(text)
    told = text[sentence.word(number.first).start : sentence.word(number.last).end]
    assert (told, number.low, number.high, number.approximate) == (words, low, high, approximate)


@pytest.mark.parametrize("text", ["They met in 2014.", "They met on May 12.", "About 20 percent agreed."])
def test_years_dates_and_shares_are_no_counts(tree: Any, text: str) -> None:
    assert numbers_in(tree(text)) == ()
