import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.document import LabelledDocument, windows


class Rooms:
    """Stands for a ``random.Random`` that always draws the same of the rooms on offer."""

    def __init__(self, pick):
        self.choice = pick


SMALLEST, LARGEST = Rooms(min), Rooms(max)


def document(*lengths):
    """A document whose sentences have so many words."""
    starts = [sum(lengths[:i]) for i in range(len(lengths))]
    return LabelledDocument(corpus="c", forms=["x"] * sum(lengths), sentences=starts)


def divided(made, pieces, chance, most):
    return [(window.start, window.end) for window in windows(made, pieces, chance, most=most)]


def test_bounds_are_the_first_word_and_one_past_the_last():
    made = document(3, 1, 2)
    assert [made.bounds(i) for i in range(3)] == [(0, 3), (3, 4), (4, 6)]


def test_a_window_takes_the_sentences_that_have_room():
    # 3 + 2 pieces; 4 more would be 9. Then 4 + 2.
    assert divided(document(3, 2, 4, 2), [1] * 11, LARGEST, 6) == [(0, 5), (5, 11)]


def test_room_is_counted_in_pieces_not_in_words():
    # 2 + 2 words are 2 + 6 pieces.
    assert divided(document(2, 2, 2), [1, 1, 3, 3, 1, 1], LARGEST, 8) == [(0, 4), (4, 6)]
    assert divided(document(2, 2, 2), [1, 1, 3, 3, 1, 1], LARGEST, 7) == [(0, 2), (2, 4), (4, 6)]


def test_the_smallest_room_holds_one_sentence_whatever_its_length():
    assert divided(document(3, 2, 4), [1] * 9, SMALLEST, 8) == [(0, 3), (3, 5), (5, 9)]


def test_a_sentence_longer_than_the_most_is_left_out_and_ends_the_window_before():
    assert divided(document(2, 7, 2, 2), [1] * 13, LARGEST, 6) == [(0, 2), (9, 13)]
    assert divided(document(7, 2), [1] * 9, LARGEST, 6) == [(7, 9)]
    assert divided(document(2, 7), [1] * 9, LARGEST, 6) == [(0, 2)]
    assert divided(document(7), [1] * 7, LARGEST, 6) == []


def test_a_sentence_as_long_as_the_most_is_kept():
    assert divided(document(6), [1] * 6, LARGEST, 6) == [(0, 6)]


def test_a_document_without_sentences_has_no_windows():
    assert divided(document(), [], LARGEST, 6) == []


def test_the_division_changes_from_time_to_time():
    made, chance = document(5, 5, 5, 5), random.Random(1)
    seen = {tuple(divided(made, [1] * 20, chance, 20)) for _ in range(100)}
    assert ((0, 20),) in seen
    assert ((0, 5), (5, 20)) in seen
    assert any(len(division) >= 3 for division in seen)


@given(
    st.lists(st.lists(st.integers(1, 8), min_size=1, max_size=6), max_size=12),
    st.integers(1, 30),
    st.integers(0, 10**6),
)
def test_windows_hold_every_sentence_that_fits_once_in_order(sentences, most, seed):
    made, pieces = document(*map(len, sentences)), [size for sentence in sentences for size in sentence]
    found = list(windows(made, pieces, random.Random(seed), most=most))
    assert all(sum(pieces[window.start : window.end]) <= most for window in found)
    bounds = [made.bounds(i) for i in range(len(sentences))]
    fitting = [
        word for (a, b), s in zip(bounds, sentences, strict=True) if sum(s) <= most for word in range(a, b)
    ]
    assert [word for window in found for word in range(window.start, window.end)] == fitting
    assert {window.start for window in found} <= {start for start, _ in bounds}
    assert {window.end for window in found} <= {end for _, end in bounds}
    assert all(window.document is made for window in found)


@pytest.mark.parametrize("seed", range(3))
def test_the_same_chance_gives_the_same_division(seed):
    made = document(*range(1, 12))
    first, second = (divided(made, [1] * 66, random.Random(seed), 20) for _ in range(2))
    assert first == second
