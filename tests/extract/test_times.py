from __future__ import annotations

from typing import Any

import pytest

from whence.extract.tables import rows
from whence.extract.times import head_classes, is_time


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Police arrested Anna Berg on Monday.", ["Monday"]),
        ("Police arrested Anna Berg last week.", ["week"]),
        ("Police arrested Anna Berg in 1995.", ["1995"]),
        ("Police arrested 1995 students.", []),
        ("May left the town in May.", ["May"]),
        ("The 25 years old student left.", []),
        ("The 2014 protests in Hong Kong ended.", ["2014"]),
        ("Police arrested him in 1997 and 1998.", ["1997", "1998"]),
        ("He fled in the sixties.", ["sixties"]),
        ("He is in his sixties.", []),
        ("Police stopped this year's summit.", ["year"]),
    ],
)
def test_heads_of_time_expressions(tree: Any, text: str, heads: list[str]) -> None:
    sentence = tree(text)
    assert [w.text for w in sentence.words if is_time(sentence, w)] == heads


def test_a_word_heads_time_expressions_in_one_way() -> None:
    told: dict[str, set[str]] = {}
    for row in rows("times/time_words.tsv"):
        told.setdefault(row["word"], set()).add(row["phrase"])
    assert [word for word, ways in told.items() if len(ways) > 1] == []
    assert set(head_classes().values()) == {"adverb", "name", "month", "unit"}
