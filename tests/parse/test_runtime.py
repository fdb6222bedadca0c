import numpy as np
import pytest

from whence.parse.runtime import softmax

WORDS = ("Rebels", "attacked", "the", "base", "near", "Homs", ".", "They", "left", ".")


def test_scores_have_the_shapes_that_are_told(parser):
    scores, labels, n = parser.model.read(WORDS), parser.model.labels, len(WORDS)
    for head in ("upos", "xpos", "feats", "lemma", "name", "head_type", "sentence_start", "source", "cue"):
        assert scores[head].shape == (n, len(labels[head]))
    for head in ("content", "event_type", "event_mode", "realis", "sign", "certainty"):
        assert scores[head].shape == (n, len(labels[head]))
    for head in ("arc", "source_cue", "content_cue"):
        assert scores[head].shape == (n, n + 1)
    assert scores["crossed"].shape[:2] == scores["relation_dependent"].shape == (n, len(labels["relation"]))
    assert scores["relation_governor"].shape == (n + 1, len(labels["relation"]))
    assert scores["trigger"].shape == (n,)
    assert scores["role"].shape == (len(labels["role"]), n, n)
    assert len(scores["mention"]) == n


def test_same_bits_whatever_was_read_before(parser):
    first = parser.model.read(WORDS)
    parser.model.read(("Something", "else", "entirely") * 20)
    second = parser.model.read(WORDS)
    assert all(np.array_equal(first[head], second[head]) for head in first)


def test_every_label_of_a_type_is_a_label_of_plover(parser):
    from whence.schema import plover

    assert set(parser.model.labels["event_type"]) == {*plover().types, "NONE"}


def test_probabilities_add_up_and_keep_their_order():
    shares = softmax(np.array([[1.0, 2.0, 3.0], [1000.0, 0.0, -1000.0]], np.float32))
    assert shares.sum(-1) == pytest.approx([1, 1])
    assert (np.diff(shares[0]) > 0).all()
    assert shares[1, 0] == pytest.approx(1)
