import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.document import NOWHERE
from training.words import Words

from training_builders import TWO, parsed


def test_words_of_all_sentences_stand_in_one_row():
    # "Rebels left ." ends at 13; two blanks; "He" begins at 15.
    words = Words.of(parsed(*TWO))
    assert words.forms == ["Rebels", "left", ".", "He", "saw", "them"]
    assert words.sentences == [0, 3]
    assert words.starts == [0, 7, 12, 15, 18, 22]
    assert words.ends == [6, 11, 13, 17, 21, 26]
    assert words.heads == [1, NOWHERE, 1, 4, NOWHERE, 4]


def test_the_sentence_of_a_word_is_the_last_that_began():
    words = Words.of(parsed(*TWO))
    assert [words.sentence(word) for word in range(6)] == [0, 0, 0, 1, 1, 1]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 6)], [0]),
        ([(5, 8)], [0, 1]),
        ([(6, 7)], []),
        ([(6, 12)], [1]),
        ([(13, 15)], []),
        ([(12, 16)], [2, 3]),
        ([(18, 26), (0, 1)], [0, 4, 5]),
        ([(0, 3), (3, 6), (1, 2)], [0]),
        ([(0, 26)], [0, 1, 2, 3, 4, 5]),
        ([(26, 40)], []),
        ([], []),
    ],
)
def test_words_within_spans_share_a_character_with_one(spans, expected):
    assert Words.of(parsed(*TWO)).within(spans) == expected


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda s: (s[0], sum(s))), max_size=4))
def test_words_within_any_spans_are_those_found_character_by_character(spans):
    words = Words.of(parsed(*TWO))
    marked = {place for start, end in spans for place in range(start, end)}
    expected = [i for i in range(6) if marked & set(range(words.starts[i], words.ends[i]))]
    assert words.within(spans) == expected


def test_the_head_of_some_words_is_the_first_whose_own_head_is_outside():
    words = Words.of(parsed("The/3 old/3 mayor/4 spoke/0 of/6 Karm/3"))
    assert words.head([0, 1, 2]) == 2
    assert words.head([0, 1, 2, 4, 5]) == 2
    assert words.head([0, 1]) == 0
    assert words.head([5]) == 5
    assert words.head([2, 3]) == 3
