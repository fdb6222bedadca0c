"""The trained network as one int8 ONNX file: the graph of one window.

Embeddings are int8 with a scale per row, weights and activations as :mod:`training.graph` has them. The
scales of activations are found on a sample of windows and fixed, so no row of a window depends on another
through its scale, and CPUs differ in rounding alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper

from training.graph import Floats, Graph, Scale, Scales
from training.labels import Labels
from training.network import (
    ATTENTION_HEADS,
    GROUPS,
    LAYERS,
    LINK_HEADS,
    MENTION_WIDTH,
    RELATION_WIDTH,
    ROLE_WIDTH,
    TAG_HEADS,
    WIDTH,
    Network,
)

_OPSET = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
COVERED = 0.9
"""Share of the windows of the sample whose whole range a scale covers."""
SMOOTHED = 0.5
"""How much of what makes a column of an activation larger than most is moved into the matrices that read it
(Xiao et al. 2023, SmoothQuant): a few columns are ten times the others, and one scale has to serve all."""
_MOST = 0.9
"""Share of the columns that are left as they are."""


def graph(network: Network, scales: Scales | None) -> tuple[onnx.ModelProto, list[str]]:
    """The model of one window and the names of the activations that int8 matrices read.

    Inputs ``ids``, ``shapes`` [pieces], ``first``, ``last`` [words + 1] (int64); outputs as
    :meth:`training.network.Network.forward` without the batch, the relation net as in :func:`_relations`.
    """
    weights = {name: w.detach().float().numpy() for name, w in network.state_dict().items()}
    g = Graph(weights, scales)
    x = _embedded(g)
    layers = [_words(g, x, 0)]
    for number in range(LAYERS):
        x = _block(g, x, number)
        layers.append(_words(g, x, number + 1))
    mixed = _mixtures(g, layers)
    tree = _tail(g, mixed["tree"], "tree")
    hidden = {}
    for group in GROUPS:
        if group != "tree":
            x = g.node("Gelu", [g.linear(mixed[group], f"hidden.{group}.0")], f"hidden.{group}/gelu")
            hidden[group] = g.norm(x, f"hidden.{group}.2", 1e-5)
    words = {group: _tail(g, x, f"{group}-words") for group, x in hidden.items()}
    for group, heads in TAG_HEADS.items():
        for head in heads:
            g.output(g.linear(words[group], f"out.{head}"), head)
    _biaffine(g, tree, mixed["tree"], "tree", network.tree, "arc")
    for head in LINK_HEADS:
        _biaffine(g, words["attribution"], hidden["attribution"], f"links.{head}", network.links[head], head)
    _relations(g, tree, mixed["tree"], network.relation.labels)
    trigger = g.linear(words["events"], "trigger")
    g.output(g.shaped(trigger, (-1,), "trigger/flat"), "trigger")
    _roles(g, words["events"], network.roles)
    g.output(g.linear(words["names"], "mention"), "mention")
    return _model(g, network), g.activations


def _embedded(g: Graph) -> str:
    table = g.weights["pieces.weight"]
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8).astype(np.float32) / 127
    rows = g.node(
        "Gather", [g.constant("pieces/int8", np.rint(table / scale).astype(np.int8)), "ids"], "pieces/rows"
    )
    pieces = g.node("Cast", [rows], "pieces/floats", to=TensorProto.FLOAT)
    scales = g.node("Gather", [g.constant("pieces/scale", scale), "ids"], "pieces/scales")
    pieces = g.node("Mul", [pieces, scales], "pieces")
    length = g.node("Shape", ["ids"], "length")
    zero, axis = g.constant("from", np.array([0], np.int64)), g.constant("axis", np.array([0], np.int64))
    positions = g.node("Slice", [g.floats("positions.weight"), zero, length, axis], "positions")
    shapes = g.node("Gather", [g.floats("shapes.weight"), "shapes"], "shapes/rows")
    x = g.node("Add", [g.node("Add", [pieces, positions], "embedded/two"), shapes], "embedded/three")
    return g.norm(x, "embedded", 1e-12)


def _block(g: Graph, x: str, number: int) -> str:
    name, size = f"blocks.{number}", WIDTH // ATTENTION_HEADS
    parts = g.shaped(g.linear(x, f"{name}.attention"), (0, 3, ATTENTION_HEADS, size), f"{name}/parts")
    parts = g.node("Transpose", [parts], f"{name}/turned", perm=[1, 2, 0, 3])
    query, key, value = (
        g.node("Gather", [parts, g.constant(f"number/{i}", np.array(i, np.int64))], f"{name}/{part}", axis=0)
        for i, part in enumerate(("query", "key", "value"))
    )
    key = g.node("Transpose", [key], f"{name}/key-turned", perm=[0, 2, 1])
    scale = g.constant("attention/scale", np.array(size**-0.5, np.float32))
    query = g.node("Mul", [query, scale], f"{name}/query-scaled")
    weights = g.node(
        "Softmax", [g.node("MatMul", [query, key], f"{name}/scores")], f"{name}/weights", axis=-1
    )
    mixed = g.node(
        "Transpose", [g.node("MatMul", [weights, value], f"{name}/heads")], f"{name}/back", perm=[1, 0, 2]
    )
    mixed = g.linear(g.shaped(mixed, (0, WIDTH), f"{name}/mixed"), f"{name}.mixed")
    x = g.norm(g.node("Add", [x, mixed], f"{name}/first"), f"{name}.after_attention", 1e-12)
    up = g.node("Gelu", [g.linear(x, f"{name}.up")], f"{name}/gelu")
    down = g.linear(up, f"{name}.down")
    return g.norm(g.node("Add", [x, down], f"{name}/second"), f"{name}.after_feedforward", 1e-12)


def _words(g: Graph, x: str, number: int) -> str:
    ends = [g.node("Gather", [x, end], f"words/{number}/{end}") for end in ("first", "last")]
    half = g.constant("half", np.array(0.5, np.float32))
    return g.node("Mul", [g.node("Add", ends, f"words/{number}/sum"), half], f"words/{number}")


def _mixtures(g: Graph, layers: Sequence[str]) -> dict[str, str]:
    """Group → its mixture of the layers [words + 1, width]."""
    weights = torch.from_numpy(g.weights["mixtures"]).softmax(-1).numpy()
    shape = g.constant("flat/shape", np.array([1, -1], np.int64))
    rows = [g.node("Reshape", [layer, shape], f"{layer}/flat") for layer in layers]
    stacked = g.node("Concat", rows, "layers", axis=0)
    mixed = g.node("MatMul", [g.constant("mixtures", weights), stacked], "mixed/flat")
    mixed = g.shaped(mixed, (len(GROUPS), -1, WIDTH), "mixed")
    return {
        group: g.node(
            "Gather", [mixed, g.constant(f"number/{i}", np.array(i, np.int64))], f"mixed/{group}", axis=0
        )
        for i, group in enumerate(GROUPS)
    }


def _tail(g: Graph, x: str, name: str) -> str:
    """Without the first row, which stands for the root."""
    ends = [g.constant(f"slice/{i}", np.array([i], np.int64)) for i in (1, 2**31, 0)]
    return g.node("Slice", [x, *ends], f"tail/{name}")


def _biaffine(g: Graph, dependents: str, heads: str, name: str, module: Any, output: str) -> None:
    a = g.node("Gelu", [g.linear(dependents, f"{name}.dependent")], f"{name}/dependents")
    b = g.node("Gelu", [g.linear(heads, f"{name}.head")], f"{name}/heads")
    scale = g.constant(f"{name}/scale", np.array(module.scale, np.float32))
    a = g.node("Mul", [g.linear(a, f"{name}.bilinear", bias=False), scale], f"{name}/scaled")
    scores = g.node("MatMul", [a, g.node("Transpose", [b], f"{name}/turned", perm=[1, 0])], f"{name}/scores")
    prior = g.node("Transpose", [g.linear(b, f"{name}.prior")], f"{name}/prior-turned", perm=[1, 0])
    g.output(g.node("Add", [scores, prior], f"{name}/all"), output)


def _relations(g: Graph, dependents: str, governors: str, labels: int) -> None:
    """The relation net in parts that wait for the tree: its scores for a word and its governor are
    ``crossed[word] · governor[head] + relation_dependent[word] + relation_governor[head]``."""
    a = g.node("Gelu", [g.linear(dependents, "dependent")], "dependent/gelu")
    b = g.node("Gelu", [g.linear(governors, "governor")], "governor/gelu")
    g.output(b, "governor")
    crossed = g.linear(a, "relation.bilinear", bias=False)
    g.output(g.shaped(crossed, (0, labels, RELATION_WIDTH), "crossed/shaped"), "crossed")
    matrix, bias = g.weights["relation.linear.weight"].T, g.floats("relation.linear.bias")
    of_dependent = g.constant("relation/dependent", matrix[:RELATION_WIDTH])
    of_governor = g.constant("relation/governor", matrix[RELATION_WIDTH:])
    scores = g.node("MatMul", [a, of_dependent], "relation/dependents")
    g.output(g.node("Add", [scores, bias], "relation/dependents-sum"), "relation_dependent")
    g.output(g.node("MatMul", [b, of_governor], "relation/governors"), "relation_governor")


def _roles(g: Graph, events: str, roles: int) -> None:
    triggers = g.shaped(g.linear(events, "role_trigger"), (0, roles, ROLE_WIDTH), "role/triggers")
    triggers = g.node("Transpose", [triggers], "role/turned", perm=[1, 0, 2])
    scale = g.constant("role/scale", np.array(ROLE_WIDTH**-0.5, np.float32))
    triggers = g.node("Mul", [triggers, scale], "role/scaled")
    arguments = g.linear(events, "role_argument")
    turned = g.node("Transpose", [arguments], "role/arguments", perm=[1, 0])
    scores = g.node("MatMul", [triggers, turned], "role/scores")
    prior = g.node("Transpose", [g.linear(arguments, "role_prior")], "role/prior", perm=[1, 0])
    prior = g.node("Unsqueeze", [prior, g.constant("one", np.array([1], np.int64))], "role/prior-rows")
    g.output(g.node("Add", [scores, prior], "role/all"), "role")


def _model(g: Graph, network: Network) -> onnx.ModelProto:
    def floats(name: str, *shape: int | str) -> Any:
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)

    shapes: dict[str, tuple[int | str, ...]] = {
        **{head: ("words", len(g.weights[f"out.{head}.bias"])) for head in chain(*TAG_HEADS.values())},
        **dict.fromkeys(("arc", *LINK_HEADS), ("words", "nodes")),
        "relation_dependent": ("words", network.relation.labels),
        "relation_governor": ("nodes", network.relation.labels),
        "governor": ("nodes", RELATION_WIDTH),
        "crossed": ("words", network.relation.labels, RELATION_WIDTH),
        "trigger": ("words",),
        "role": (network.roles, "words", "words"),
        "mention": ("words", MENTION_WIDTH),
    }
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [axis])
        for name, axis in (("ids", "pieces"), ("shapes", "pieces"), ("first", "nodes"), ("last", "nodes"))
    ]
    outputs = [floats(name, *shapes[name]) for name in g.outputs]
    made = helper.make_graph(g.nodes, "whence", inputs, outputs, list(g.constants.values()))
    model = helper.make_model(made, opset_imports=_OPSET, producer_name="whence")
    model.ir_version = 9
    return model


def calibrated(network: Network, sample: Iterable[Mapping[str, NDArray[np.int64]]]) -> dict[str, Scale]:
    """A scale for every activation that an int8 matrix reads, from its columns' ranges on ``sample``."""
    model, activations = graph(network, None)
    known = {output.name for output in model.graph.output}
    for name in activations:
        if name not in known:
            model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(model.SerializeToString(), _options())
    low: dict[str, list[Floats]] = {name: [] for name in activations}
    high: dict[str, list[Floats]] = {name: [] for name in activations}
    for window in sample:
        for name, values in zip(activations, session.run(activations, dict(window)), strict=True):
            low[name].append(values.min(0))
            high[name].append(values.max(0))
    return {name: _scale(np.stack(low[name]), np.stack(high[name])) for name in activations}


def _scale(low: Floats, high: Floats) -> Scale:
    """``low``, ``high`` [windows, columns]: the range of every column in every window."""
    largest = np.quantile(np.maximum(np.abs(low), np.abs(high)), COVERED, axis=0)
    most = np.quantile(largest, _MOST)
    smooth = (np.maximum(largest / most, 1) ** -SMOOTHED).astype(np.float32)
    # Not the extremes of all windows: one odd window must not make all others coarse.
    bottom = min(0.0, float(np.quantile((low * smooth).min(1), 1 - COVERED)))
    top = max(0.0, float(np.quantile((high * smooth).max(1), COVERED)))
    step = max((top - bottom) / 255, 1e-8)
    return Scale(step, round(-bottom / step), smooth)


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options


def write(network: Network, labels: Labels, vocabulary: Sequence[str], scales: Scales, folder: Path) -> None:
    """``model.onnx``, ``labels.json`` and ``vocabulary.txt`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    model, _ = graph(network, scales)
    onnx.checker.check_model(model)
    (folder / "model.onnx").write_bytes(model.SerializeToString(deterministic=True))
    rows = json.dumps(labels, ensure_ascii=False, indent=0)
    (folder / "labels.json").write_text(rows + "\n", encoding="utf-8")
    (folder / "vocabulary.txt").write_text("".join(f"{piece}\n" for piece in vocabulary), encoding="utf-8")
