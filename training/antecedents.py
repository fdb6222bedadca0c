"""Trains the pair network of ``whence.parse.coreference`` on what the exported model says of GUM.

The mentions are those the model finds, so that it learns to live with its errors; the entity of one is that
of the gold mention with the same head word, if there is one.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from evals.coreference.documents import gold_entities, tagged
from evals.syntax.conllu import GoldDocument
from onnx import helper, numpy_helper
from torch import Tensor, nn

from training.network import MENTION_WIDTH, NEVER
from whence.parse import Parser
from whence.parse.coreference import (
    OWN_FEATURES,
    PAIR_FEATURES,
    Mentions,
    mentions,
    own_features,
    pair_features,
    pairs,
)

_HIDDEN, _OWN_HIDDEN = 64, 32
_EPOCHS, _RATE, _DROPOUT = 10, 1e-3, 0.3


@dataclass(frozen=True, slots=True)
class Example:
    """The mentions of one document, everything that stays the same over the epochs worked out."""

    later: Tensor
    earlier: Tensor
    vectors: Tensor
    pair_features: Tensor
    own_features: Tensor
    right: Tensor
    """Whether the two of a pair mean the same [pairs]."""

    @classmethod
    def of(cls, found: Mentions, document: GoldDocument) -> Example:
        later, earlier = pairs(len(found))
        entities = _entities(found, document)
        return cls(
            later=torch.from_numpy(later),
            earlier=torch.from_numpy(earlier),
            vectors=torch.from_numpy(found.vectors),
            pair_features=torch.from_numpy(pair_features(found, later, earlier)),
            own_features=torch.from_numpy(own_features(found)),
            right=torch.from_numpy(entities[later] == entities[earlier]),
        )


class PairNetwork(nn.Module):
    """One hidden layer over both vectors, their product and the features of the pair; another over one
    mention alone."""

    def __init__(self) -> None:
        super().__init__()
        self.later = nn.Linear(MENTION_WIDTH, _HIDDEN, bias=False)
        self.earlier = nn.Linear(MENTION_WIDTH, _HIDDEN, bias=False)
        self.crossed = nn.Linear(MENTION_WIDTH, _HIDDEN, bias=False)
        self.features = nn.Linear(PAIR_FEATURES, _HIDDEN)
        self.out = nn.Linear(_HIDDEN, 1, bias=False)
        self.own_vector = nn.Linear(MENTION_WIDTH, _OWN_HIDDEN, bias=False)
        self.own_features = nn.Linear(OWN_FEATURES, _OWN_HIDDEN)
        self.own_out = nn.Linear(_OWN_HIDDEN, 1)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, e: Example) -> tuple[Tensor, Tensor]:
        """Scores of all pairs, in the order of :func:`pairs`, and of every mention alone."""
        vectors = self.dropout(e.vectors)
        hidden = self.crossed(vectors[e.later] * vectors[e.earlier]) + self.features(e.pair_features)
        # index_select: its gradient is added up ten times faster than that of indexing.
        hidden = hidden + self.later(vectors).index_select(0, e.later)
        hidden = hidden + self.earlier(vectors).index_select(0, e.earlier)
        scores = self.out(self.dropout(hidden.relu())).squeeze(-1)
        own = self.own_vector(vectors) + self.own_features(e.own_features)
        return scores, self.own_out(self.dropout(own.relu())).squeeze(-1)


def graph(network: PairNetwork) -> onnx.ModelProto:
    """The network as ONNX, for one document: ``vectors``, ``own`` [mentions, …], ``later``, ``earlier``
    [pairs], ``pair`` [pairs, …] → ``scores`` [pairs], ``alone`` [mentions]."""
    weights = {name: w.detach().numpy() for name, w in network.state_dict().items()}
    constants = {name: w.T if w.ndim == 2 else w for name, w in weights.items()}
    nodes = [
        # A layer over one vector is worked out per mention and then handed to its pairs.
        helper.make_node("MatMul", ["vectors", "later.weight"], ["later/mentions"]),
        helper.make_node("MatMul", ["vectors", "earlier.weight"], ["earlier/mentions"]),
        helper.make_node("Gather", ["later/mentions", "later"], ["later/pairs"]),
        helper.make_node("Gather", ["earlier/mentions", "earlier"], ["earlier/pairs"]),
        helper.make_node("Gather", ["vectors", "later"], ["later/vectors"]),
        helper.make_node("Gather", ["vectors", "earlier"], ["earlier/vectors"]),
        helper.make_node("Mul", ["later/vectors", "earlier/vectors"], ["product"]),
        helper.make_node("Gemm", ["product", "crossed.weight", "features.bias"], ["crossed"]),
        helper.make_node("MatMul", ["pair", "features.weight"], ["features"]),
        helper.make_node("Sum", ["crossed", "features", "later/pairs", "earlier/pairs"], ["hidden"]),
        helper.make_node("Relu", ["hidden"], ["active"]),
        helper.make_node("MatMul", ["active", "out.weight"], ["scores/column"]),
        helper.make_node("Squeeze", ["scores/column", "axis"], ["scores"]),
        helper.make_node("MatMul", ["vectors", "own_vector.weight"], ["own/vector"]),
        helper.make_node("Gemm", ["own", "own_features.weight", "own_features.bias"], ["own/features"]),
        helper.make_node("Add", ["own/vector", "own/features"], ["own/hidden"]),
        helper.make_node("Relu", ["own/hidden"], ["own/active"]),
        helper.make_node("Gemm", ["own/active", "own_out.weight", "own_out.bias"], ["alone/column"]),
        helper.make_node("Squeeze", ["alone/column", "axis"], ["alone"]),
    ]
    tensors = [numpy_helper.from_array(w.copy(order="C"), name) for name, w in sorted(constants.items())]
    tensors.append(numpy_helper.from_array(np.array([1], np.int64), "axis"))
    number, whole = onnx.TensorProto.FLOAT, onnx.TensorProto.INT64
    inputs = [
        helper.make_tensor_value_info("vectors", number, ["mentions", MENTION_WIDTH]),
        helper.make_tensor_value_info("own", number, ["mentions", OWN_FEATURES]),
        helper.make_tensor_value_info("later", whole, ["pairs"]),
        helper.make_tensor_value_info("earlier", whole, ["pairs"]),
        helper.make_tensor_value_info("pair", number, ["pairs", PAIR_FEATURES]),
    ]
    outputs = [
        helper.make_tensor_value_info("scores", number, ["pairs"]),
        helper.make_tensor_value_info("alone", number, ["mentions"]),
    ]
    made = helper.make_graph(nodes, "antecedents", inputs, outputs, tensors)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], producer_name="whence")
    model.ir_version = 9
    onnx.checker.check_model(model)
    return model


def train(documents: Sequence[GoldDocument], model: Path, *, seed: int = 1) -> None:
    """Write ``antecedents.onnx`` into ``model``."""
    torch.set_num_threads(1)  # two wait for each other whenever anything else runs
    torch.manual_seed(seed)
    parser = Parser(model)
    examples = []
    for document in documents:
        found = mentions(tagged(parser, document))
        if len(found) > 1:
            examples.append(Example.of(found, document))
    network = PairNetwork()
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=0.01)
    chance = random.Random(seed)
    for epoch in range(_EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * (1 - epoch / _EPOCHS)
        chance.shuffle(examples)
        for example in examples:
            scores, alone = network(example)
            loss = _loss(scores, alone, example)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            optimizer.zero_grad()
    (model / "antecedents.onnx").write_bytes(graph(network).SerializeToString(deterministic=True))


def _entities(found: Mentions, document: GoldDocument) -> np.ndarray:
    """Entity of every mention; one of its own where gold has none."""
    gold = {place: number for number, places in enumerate(gold_entities(document)) for place in places}
    places = zip(found.sentence.tolist(), found.head.tolist(), strict=True)
    return np.array([gold.get(place, -1 - i) for i, place in enumerate(places)])


def _loss(scores: Tensor, alone: Tensor, example: Example) -> Tensor:
    """Negative log of the share of the right antecedents; a first mention's right one is itself."""
    count = len(alone)
    later, earlier, right = example.later, example.earlier, example.right
    table = torch.full((count, count), NEVER)
    table[later, earlier] = scores
    wanted = torch.full((count, count), NEVER)
    wanted[later, earlier] = scores.masked_fill(~right, NEVER)
    has = torch.zeros(count, dtype=torch.bool)
    has[later[right]] = True
    everything = torch.cat([table, alone[:, None]], 1).logsumexp(1)
    chosen = torch.cat([wanted, alone.masked_fill(has, NEVER)[:, None]], 1).logsumexp(1)
    return (everything - chosen).mean()
