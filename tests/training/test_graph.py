# ruff: noqa: E402 — the imports need what is skipped without
import numpy as np
import pytest

onnx = pytest.importorskip("onnx")

import onnxruntime
from onnx import TensorProto, helper
from training.graph import Graph, Scale

ROWS, WIDE = 5, 400


@pytest.fixture(scope="module")
def weights():
    chance = np.random.default_rng(2)
    return {
        "m.weight": chance.normal(size=(WIDE, WIDE)).astype(np.float32),
        "m.bias": chance.normal(size=WIDE).astype(np.float32),
    }


def product(weights, scales, x):
    g = Graph(weights, scales)
    g.output(g.linear("x", "m"), "y")
    given = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["rows", WIDE])
    told = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["rows", WIDE])
    made = helper.make_graph(g.nodes, "test", [given], [told], list(g.constants.values()))
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(made, opset_imports=opsets, ir_version=9)
    return onnxruntime.InferenceSession(model.SerializeToString()).run(None, {"x": x})[0]


@pytest.fixture(scope="module")
def x():
    return np.random.default_rng(4).uniform(-1, 1, size=(ROWS, WIDE)).astype(np.float32)


def test_without_scales_a_matrix_is_exact(weights, x):
    expected = x @ weights["m.weight"].T + weights["m.bias"]
    assert product(weights, None, x) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("smooth", [1.0, 0.25])
def test_whole_numbers_err_by_their_steps_and_no_more(weights, x, smooth):
    """Columns made smaller are made larger again in the matrix: only rounding is left."""
    columns = np.ones(WIDE, np.float32)
    columns[7] = smooth
    found = product(weights, {"x": Scale(2 / 255, 128, columns)}, x)
    expected = x @ weights["m.weight"].T + weights["m.bias"]
    # 400 products, each off by at most half a step of either side: 0.5/127 of 1, 0.5/63 of about 4.
    spread = np.sqrt(WIDE) * (4 * 1 / 255 + 1 * 4 / (63 * smooth) / 2)
    assert np.abs(found - expected).max() < spread


def test_what_lies_outside_the_scale_is_cut_off_and_not_wrapped(weights):
    x = np.full((1, WIDE), 100, np.float32)
    found = product(weights, {"x": Scale(2 / 255, 128, np.ones(WIDE, np.float32))}, x)
    at_most = product(weights, {"x": Scale(2 / 255, 128, np.ones(WIDE, np.float32))}, np.ones_like(x))
    assert np.array_equal(found, at_most)
