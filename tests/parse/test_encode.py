import pytest

from whence.parse.encode import shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [("the", 0), ("Syria", 1), ("NATO", 2), ("McCain", 3), ("2015", 4), ("5th", 5), ("...", 6), ("A", 7)],
)
def test_shapes_keep_the_case_pattern(word, expected):
    assert shape(word) == expected


def test_pieces_of_each_word_are_found(parser):
    encoder = parser._model.encoder
    inputs = encoder.inputs(["Troops", "arrived", "zxqvkjw", "a" * 100_000, "\ud800"])
    assert inputs["ids"].shape == inputs["shp"].shape == inputs["mask"].shape
    assert inputs["first"][0, 0] == inputs["last"][0, 0] == 0
    assert (inputs["first"][0, 1:] == inputs["last"][0, :-1] + 1).all()
    assert inputs["last"][0, -1] == inputs["ids"].shape[1] - 2


def test_a_word_has_at_most_eight_pieces(parser):
    assert 1 <= len(parser._model.encoder.pieces("donaudampfschifffahrtsgesellschaftskapitän")) <= 8


def test_the_vocabulary_knows_common_words(parser):
    assert {"announce", "deploy"} <= parser._model.encoder.vocabulary
    assert "announc" not in parser._model.encoder.vocabulary
