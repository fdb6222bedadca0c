import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.parse.encode import MAX_WINDOW_PIECES, shape, windows


@pytest.mark.parametrize(
    ("word", "expected"),
    [("the", 0), ("Syria", 1), ("NATO", 2), ("McCain", 3), ("2015", 4), ("5th", 5), ("...", 6), ("A", 7)],
)
def test_shapes_keep_the_case_pattern(word, expected):
    assert shape(word) == expected


def test_pieces_of_each_word_are_found(parser):
    encoder = parser.model.encoder
    inputs = encoder.inputs(["Troops", "arrived", "zxqvkjw", "a" * 100_000, "\ud800"])
    assert inputs["ids"].shape == inputs["shapes"].shape
    assert inputs["first"][0] == inputs["last"][0] == 0
    assert (inputs["first"][1:] == inputs["last"][:-1] + 1).all()
    assert inputs["last"][-1] == len(inputs["ids"]) - 2


def test_a_word_has_at_most_eight_pieces(parser):
    assert 1 <= len(parser.model.encoder.pieces("donaudampfschifffahrtsgesellschaftskapitän")) <= 8


def test_the_vocabulary_knows_common_words(parser):
    assert {"announce", "deploy"} <= parser.model.encoder.vocabulary
    assert "announc" not in parser.model.encoder.vocabulary


@given(st.lists(st.integers(1, 300), max_size=30))
def test_windows_hold_every_sentence_once_and_no_more_than_fits(sizes):
    parts = list(windows(sizes))
    assert [number for part in parts for number in part] == list(range(len(sizes)))
    assert all(len(part) == 1 or sum(sizes[i] for i in part) <= MAX_WINDOW_PIECES for part in parts)


def test_a_window_takes_in_the_next_sentence_while_there_is_room():
    assert list(windows([100, 92, 1, 191, 300])) == [range(2), range(2, 4), range(4, 5)]
