from __future__ import annotations

from whence.attribute.telling import merge, size, within


def test_merge_joins_over_blanks_and_marks_only() -> None:
    text = 'one" "two and three'
    assert merge(((6, 9), (0, 3)), text) == ((0, 9),)
    assert merge(((0, 3), (14, 19)), text) == ((0, 3), (14, 19))


def test_within_and_size() -> None:
    assert within(3, ((0, 2), (3, 5)))
    assert not within(5, ((0, 2), (3, 5)))
    assert size(((0, 2), (3, 5))) == 4
