"""Words that a person gives, found in a text."""

import pytest

from whence.judge.spans import find_all, find_span

TEXT = "The army shelled Karm.\nThe army  said it shelled\nLomi."


def test_words_are_whole_and_parted_by_any_white_space() -> None:
    assert find_all(TEXT, "shelled Lomi") == [(TEXT.index("shelled\nLomi"), len(TEXT) - 1)]
    assert find_all(TEXT, "arm") == find_all(TEXT, " ") == []
    assert find_all("a (b) c", "(b)") == [(2, 5)]


def test_of_several_places_the_one_nearby_is_meant() -> None:
    second = TEXT.index("The army  said")
    assert find_span(TEXT, "the army".replace("the", "The"), (second, len(TEXT))) == (second, second + 8)
    assert find_span(TEXT, "Lomi", (0, 22)) == (len(TEXT) - 5, len(TEXT) - 1), "else the only one anywhere"


def test_offsets_say_the_place() -> None:
    assert find_span(TEXT, "4-8", (0, 0)) == (4, 8)


@pytest.mark.parametrize(
    ("words", "message"),
    [("navy", "does not stand"), ("shelled", "2 times.*9-16, 41-48"), ("4-400", "does not")],
)
def test_what_has_no_one_place_is_refused(words: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        find_span(TEXT, words, (0, len(TEXT)))
