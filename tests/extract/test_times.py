from __future__ import annotations

from typing import Any

import pytest

from whence.extract.times import is_time


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Police arrested Anna Berg on Monday.", ["Monday"]),
        ("Police arrested Anna Berg last week.", ["week"]),
        ("Police arrested Anna Berg in 1995.", ["1995"]),
        ("Police arrested 1995 students.", []),
        ("May left the town in May.", ["May"]),
        ("The 25 years old student left.", []),
    ],
)
def test_heads_of_time_expressions(tree: Any, text: str, heads: list[str]) -> None:
    sentence = tree(text)
    assert [w.text for w in sentence.words if is_time(sentence, w)] == heads
