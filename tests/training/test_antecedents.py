# ruff: noqa: E402 — the imports need what is skipped without
import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

import onnxruntime
from training.antecedents import Example, PairNetwork, _loss, graph
from training.network import MENTION_WIDTH

from whence.parse.coreference import OWN_FEATURES, PAIR_FEATURES, pairs


def example(count: int, right: list[bool]) -> Example:
    chance = np.random.default_rng(3)
    later, earlier = pairs(count)
    return Example(
        later=torch.from_numpy(later),
        earlier=torch.from_numpy(earlier),
        vectors=torch.from_numpy(chance.normal(size=(count, MENTION_WIDTH)).astype(np.float32)),
        pair_features=torch.from_numpy(chance.normal(size=(len(later), PAIR_FEATURES)).astype(np.float32)),
        own_features=torch.from_numpy(chance.normal(size=(count, OWN_FEATURES)).astype(np.float32)),
        right=torch.tensor(right),
    )


def test_the_exported_network_is_the_trained_one():
    torch.manual_seed(5)
    network = PairNetwork().eval()
    given = example(5, [False] * 10)
    with torch.no_grad():
        scores, alone = network(given)
    session = onnxruntime.InferenceSession(graph(network).SerializeToString())
    inputs = {
        "vectors": given.vectors.numpy(),
        "own": given.own_features.numpy(),
        "later": given.later.numpy(),
        "earlier": given.earlier.numpy(),
        "pair": given.pair_features.numpy(),
    }
    found = session.run(["scores", "alone"], inputs)
    assert found[0] == pytest.approx(scores.numpy(), abs=1e-4)
    assert found[1] == pytest.approx(alone.numpy(), abs=1e-4)


def test_a_sure_and_right_choice_costs_nothing():
    # Three mentions; the third means the first. Pairs: (1, 0), (2, 0), (2, 1).
    given = example(3, [False, True, False])
    sure = 50.0
    scores, alone = torch.tensor([-sure, sure, -sure]), torch.tensor([0.0, sure, -sure])
    assert _loss(scores, alone, given).item() == pytest.approx(0, abs=1e-4)


def test_what_is_even_costs_the_log_of_the_choices():
    # The first mention has no choice; the second has two and one is right; the third has three, one right.
    given = example(3, [False, True, False])
    even = _loss(torch.zeros(3), torch.zeros(3), given).item()
    assert even == pytest.approx((np.log(2) + np.log(3)) / 3, abs=1e-4)
