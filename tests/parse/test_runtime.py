import numpy as np

SENTENCE = ["Rebels", "attacked", "the", "base", "near", "Homs", "."]


def test_one_entry_per_word(parser):
    said = parser._model.predict(SENTENCE)
    for values in (
        said.upos,
        said.xpos,
        said.feats,
        said.lemma,
        said.ner,
        said.htype,
        said.head,
        said.deprel,
    ):
        assert len(values) == len(SENTENCE)
    assert said.kinds.shape == (len(SENTENCE), 3)


def test_same_bits_whatever_was_analysed_before(parser):
    words = tuple(SENTENCE)
    first = parser._model._predict(words)
    parser._model._predict(("Something", "else", "entirely") * 20)
    second = parser._model._predict(words)
    assert np.array_equal(first.kinds, second.kinds)
    assert first.head == second.head
