"""Random weights of the real size: what is wired wrongly is wrong whatever the weights."""

import json

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")
onnx = pytest.importorskip("onnx")

import numpy as np  # noqa: E402
import onnxruntime  # noqa: E402
from onnx import numpy_helper  # noqa: E402
from training.network import LAYERS, TAG_HEADS, VOCABULARY, WIDTH, Network  # noqa: E402

from training import export  # noqa: E402
from whence.parse.runtime import Model  # noqa: E402

SAID_OF_PAIRS = ("crossed", "governor", "relation_dependent", "relation_governor")
"""Outputs that only together are the scores of relations."""


def window(words, seed):
    """The inputs of a window of random pieces, one to three for each word."""
    chance = np.random.default_rng(seed)
    sizes = chance.integers(1, 4, words)
    ends = np.cumsum(sizes)
    return {
        "ids": chance.integers(1000, VOCABULARY, ends[-1] + 2),
        "shapes": chance.integers(0, 8, ends[-1] + 2),
        "first": np.array([0, *(ends - sizes + 1)]),
        "last": np.array([0, *ends]),
    }


WINDOWS = [window(1, 1), window(12, 2), window(50, 3)]


@pytest.fixture(scope="module")
def real_labels(labels):
    """As many labels as the treebanks give: large matrices are written in another way than small ones."""
    counts = {"upos": 17, "xpos": 50, "feats": 300, "lemma": 500, "relation": 50}
    return labels | {head: [f"{head} {i}" for i in range(count)] for head, count in counts.items()}


@pytest.fixture(scope="module")
def network(real_labels, stirred):
    """With embeddings of pieces that are whole steps, 127 of them to the largest of each row."""
    torch.manual_seed(5)
    made = stirred(Network({head: len(values) for head, values in real_labels.items()}), 0.02)
    with torch.no_grad():
        step = made.pieces.weight.abs().amax(1, keepdim=True) / 127
        made.pieces.weight.copy_((made.pieces.weight / step).round() * step)
    return made


@pytest.fixture(scope="module")
def scales(network):
    return export.calibrated(network, [window(30, seed) for seed in range(10, 18)])


@pytest.fixture(scope="module")
def int8(network, scales):
    """The file's content."""
    made, _activations = export.graph(network, scales)
    return made


def session(model):
    return onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])


def answers(model, windows):
    run = session(model)
    names = [output.name for output in run.get_outputs()]
    return [dict(zip(names, run.run(names, dict(given)), strict=True)) for given in windows]


@torch.no_grad()
def expected(network, given):
    """What the network says of a window, with the scores of relations for every pair of word and head."""
    tensors = {name: torch.from_numpy(values)[None] for name, values in given.items()}
    mask = torch.ones(tensors["ids"].shape)
    said = network(tensors["ids"], tensors["shapes"], mask, tensors["first"], tensors["last"])
    found = {name: values[0] for name, values in said.items()}
    dependents, governors = found.pop("dependent"), found.pop("governor")
    words, nodes = len(dependents), len(governors)
    pairs = network.relation(dependents.repeat_interleave(nodes, 0), governors.repeat(words, 1))
    found["relation"] = pairs.view(words, nodes, -1)
    return {name: values.numpy() for name, values in found.items()}


def with_relations(answer):
    crossed, governor, of_word, of_head = (answer[name] for name in SAID_OF_PAIRS)
    relation = np.einsum("wlk,nk->wnl", crossed, governor) + of_word[:, None] + of_head[None]
    return {name: values for name, values in answer.items() if name not in SAID_OF_PAIRS} | {
        "relation": relation
    }


def test_the_graph_of_floats_says_what_the_network_says(network):
    made, _activations = export.graph(network, None)
    for given, answer in zip(WINDOWS, answers(made, WINDOWS), strict=True):
        mine, wanted = with_relations(answer), expected(network, given)
        assert mine.keys() == wanted.keys()
        for name, values in wanted.items():
            assert mine[name].shape == values.shape, name
            assert np.abs(mine[name] - values).max() < 1e-3 * np.abs(values).max(), name


def test_the_file_says_nearly_what_the_network_says(network, int8):
    """Weights of 63 steps and inputs of 255 err by a hundredth or two in each of 24 matrices, which adds up
    to less than a tenth; a part that is wired wrongly errs by more than the whole. A window of one word is
    unlike those that the scales were found on."""
    windows = WINDOWS[1:]
    for given, answer in zip(windows, answers(int8, windows), strict=True):
        mine, wanted = with_relations(answer), expected(network, given)
        assert mine.keys() == wanted.keys()
        for name, values in wanted.items():
            error = np.linalg.norm(mine[name] - values) / np.linalg.norm(values)
            assert error < 0.15, name


def test_a_window_has_the_same_bits_whatever_was_read_before(int8):
    one, other = WINDOWS[1], WINDOWS[2]
    run = session(int8)
    names = [output.name for output in run.get_outputs()]
    first = run.run(names, dict(one))
    run.run(names, dict(other))
    for again in (run.run(names, dict(one)), session(int8).run(names, dict(one))):
        assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))


def test_no_weight_of_a_matrix_is_larger_than_63_steps(int8):
    constants = {constant.name: numpy_helper.to_array(constant) for constant in int8.graph.initializer}
    matrices = {
        name: values for name, values in constants.items() if values.dtype == np.int8 and values.ndim == 2
    }
    pieces = matrices.pop("pieces/int8")
    assert pieces.shape == (VOCABULARY, WIDTH)
    assert (np.abs(pieces).max(1) == 127).all()
    # Four matrices of each layer at least; the largest weight of every column is 63 steps.
    assert len(matrices) >= 4 * LAYERS
    for name, values in matrices.items():
        assert (np.abs(values.astype(int)).max(0) == 63).all(), name


def test_no_large_matrix_is_left_in_floats(int8):
    constants = {constant.name: numpy_helper.to_array(constant) for constant in int8.graph.initializer}
    floats = {name: values.size for name, values in constants.items() if values.dtype == np.float32}
    assert {name for name, size in floats.items() if size >= 100_000} == {"positions.weight"}


def test_every_large_matrix_has_a_scale_for_what_it_reads(network, scales):
    _made, activations = export.graph(network, None)
    assert set(scales) == set(activations)
    assert len(set(activations)) == len(activations)
    assert all(scale.step > 0 and 0 <= scale.zero <= 255 for scale in scales.values())


def test_scales_cover_what_the_sample_holds(network):
    """The first layer reads the normalised embeddings: between the extremes of one window 255 steps fit."""
    given = WINDOWS[2]
    seen = []
    hook = network.blocks[0].register_forward_pre_hook(lambda _module, inputs: seen.append(inputs[0]))
    expected(network, given)
    hook.remove()
    _made, activations = export.graph(network, None)
    scale = export.calibrated(network, [given])[activations[0]]
    smoothed = seen[0].numpy() * scale.smooth
    low, high = float(smoothed.min()), float(smoothed.max())
    assert scale.step == pytest.approx((high - low) / 255, rel=1e-4)
    assert scale.zero == pytest.approx(-low / scale.step, abs=0.5 + 1e-2)


def test_only_the_few_largest_columns_are_made_smaller():
    low, high = np.zeros((3, 20), np.float32), np.ones((3, 20), np.float32)
    high[:, 7] = 16
    smooth = export._scale(low, high).smooth
    assert smooth[7] == pytest.approx(0.25)  # half of the way, on the scale of powers
    assert (np.delete(smooth, 7) == 1).all()


def test_one_odd_window_does_not_make_the_steps_of_all_others_coarse(network):
    """Positions tell windows apart: only the odd one, of 60 words, reaches the last of them."""
    with torch.no_grad():
        kept = network.positions.weight.clone()
        network.positions.weight[100:] = 0
        network.positions.weight[100:, 0] = 1000
    odd = window(60, 4)
    assert len(odd["ids"]) > 100
    usual = [window(10, seed) for seed in range(20, 39)]
    with_odd, without = (export.calibrated(network, sample) for sample in ([*usual, odd], usual))
    alone = export.calibrated(network, [odd])
    with torch.no_grad():
        network.positions.weight.copy_(kept)
    first = next(iter(alone))
    assert alone[first].step > 1.4 * without[first].step  # smoothing takes its part
    assert with_odd[first].step == pytest.approx(without[first].step, rel=0.1)


@pytest.fixture(scope="module")
def folder(network, real_labels, vocabulary, scales, tmp_path_factory):
    made = tmp_path_factory.mktemp("exported") / "model"
    export.write(network, real_labels, vocabulary, scales, made)
    return made


def test_what_is_written_is_what_the_parser_reads(folder, int8, real_labels, encoder):
    model = Model(folder)
    words = ("The", "army", "shelled", "Karm", ".")
    scores = model.read(words)
    assert model.labels == real_labels
    (wanted,) = answers(int8, [encoder.inputs(words)])
    assert scores.keys() == wanted.keys()
    assert all(np.array_equal(scores[name], wanted[name]) for name in wanted)
    for head in (head for heads in TAG_HEADS.values() for head in heads):
        assert scores[head].shape == (5, len(real_labels[head]))


def test_the_same_network_gives_the_same_bytes(folder, network, scales):
    made, _activations = export.graph(network, scales)
    assert made.SerializeToString(deterministic=True) == (folder / "model.onnx").read_bytes()


def test_labels_and_vocabulary_are_written_in_order(folder, real_labels, vocabulary):
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    assert list(labels.items()) == list(real_labels.items())
    assert (folder / "vocabulary.txt").read_text(encoding="utf-8") == "\n".join(vocabulary) + "\n"
