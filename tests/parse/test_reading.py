import numpy as np

from whence.parse.reading import predictions

LABELS = {
    "upos": ["NOUN", "VERB"],
    "xpos": ["NN"],
    "feats": ["_"],
    "lemma": ["k0+"],
    "name": ["O", "B-PER", "I-PER"],
    "head_type": ["O", "person"],
    "relation": ["nsubj", "obj", "root"],
}


def scores(arc: list[list[float]]) -> dict[str, np.ndarray]:
    n = len(arc)
    made = {head: np.zeros((n, len(labels)), np.float32) for head, labels in LABELS.items()}
    made["arc"] = np.array(arc, np.float32)
    made["crossed"] = np.zeros((n, 3, 2), np.float32)
    made["governor"] = np.zeros((n + 1, 2), np.float32)
    made["relation_dependent"] = np.tile(np.array([1, 0, 9], np.float32), (n, 1))
    made["relation_governor"] = np.zeros((n + 1, 3), np.float32)
    made["mention"] = np.zeros((n, 2), np.float32)
    return made


# Two sentences of two words; every word likes word 4 best, which is in the second sentence.
ARC = [[1, 0, 2, 0, 9], [3, 0, 0, 0, 9], [1, 0, 0, 0, 9], [2, 9, 0, 0, 0]]


def test_a_tree_stays_in_its_sentence():
    first, second = predictions(scores(ARC), LABELS, [(0, 2), (2, 4)])
    assert first.head == [2, 0]
    assert second.head == [2, 0]


def test_a_window_may_be_one_sentence():
    (whole,) = predictions(scores(ARC), LABELS, [(0, 4)])
    assert whole.head[0] == whole.head[1] == whole.head[2] == 4


def test_only_the_root_is_called_root():
    (whole,) = predictions(scores(ARC), LABELS, [(0, 4)])
    assert whole.deprel == ["nsubj", "nsubj", "nsubj", "root"]
