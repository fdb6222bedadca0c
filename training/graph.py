"""ONNX graphs written node by node, with large matrices as whole numbers.

Weight matrices are int8 with a scale per output column. They use 7 bits: the kernels of CPUs without VNNI
add pairs of products in 16 bits, which 8-bit weights overflow. Activations have fixed scales.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import helper, numpy_helper

Floats = NDArray[np.float32]
_STEPS = 63
"""Largest step of a weight: 255 · 63 · 2 fits in 16 bits with its sign."""
_SMALLEST = 100_000
"""Smaller matrices stay in float32; with positions and biases they are a sixth of the file."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How an activation is made whole numbers: ``round(x · smooth / step) + zero``."""

    step: float
    zero: int
    smooth: Floats
    """[columns]."""


Scales = Mapping[str, Scale]
"""Activation → its scale."""


class Graph:
    """Collects nodes and constants; ``weights`` are those of the network by name. With ``scales`` large
    matrices are int8, without all is float32."""

    def __init__(self, weights: Mapping[str, Floats], scales: Scales | None) -> None:
        self.weights, self.scales = weights, scales
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}
        self.outputs: list[str] = []
        self.activations: list[str] = []
        """What is multiplied with a large matrix, to be calibrated."""

    def constant(self, name: str, value: NDArray[Any]) -> str:
        self.constants.setdefault(name, numpy_helper.from_array(value.copy(order="C"), name))
        return name

    def node(
        self, kind: str, inputs: Sequence[str], name: str, *, domain: str = "", **attributes: Any
    ) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def floats(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def linear(self, x: str, name: str, *, bias: bool = True) -> str:
        """``x`` [rows, k] times the matrix of an ``nn.Linear``, plus its bias."""
        matrix = self.weights[f"{name}.weight"]
        if matrix.size >= _SMALLEST:
            if x not in self.activations:
                self.activations.append(x)
            if self.scales is not None:
                return self._int8(x, name, matrix, bias)
        product = self.node("MatMul", [x, self.constant(f"{name}.weight", matrix.T)], f"{name}/product")
        return self.node("Add", [product, self.floats(f"{name}.bias")], f"{name}/sum") if bias else product

    def _int8(self, x: str, name: str, matrix: Floats, bias: bool) -> str:
        assert self.scales is not None
        scale = self.scales[x]
        matrix = matrix / scale.smooth
        step = np.maximum(np.abs(matrix).max(1), 1e-8).astype(np.float32) / _STEPS
        rounded = np.rint(matrix / step[:, None]).astype(np.int8).T
        of_x = [
            self.constant(f"{x}/scale", np.array(scale.step, np.float32)),
            self.constant(f"{x}/zero", np.array(scale.zero, np.uint8)),
        ]
        quantised = f"{x}/int8"
        if not any(quantised in node.output for node in self.nodes):
            smoothed = self.node("Mul", [x, self.constant(f"{x}/smooth", scale.smooth)], f"{x}/smoothed")
            self.node("QuantizeLinear", [smoothed, *of_x], quantised)
        inputs = [
            quantised,
            self.constant(f"{name}/int8", rounded),
            of_x[0],
            self.constant(f"{name}/scale", step),
            of_x[1],
            self.constant("zero", np.array(0, np.int8)),
        ]
        if bias:
            inputs.append(self.floats(f"{name}.bias"))
        return self.node("MatMulIntegerToFloat", inputs, f"{name}/product", domain="com.microsoft")

    def norm(self, x: str, name: str, epsilon: float) -> str:
        inputs = [x, self.floats(f"{name}.weight"), self.floats(f"{name}.bias")]
        return self.node("LayerNormalization", inputs, f"{name}/normed", axis=-1, epsilon=epsilon)

    def shaped(self, x: str, shape: Sequence[int], name: str) -> str:
        return self.node("Reshape", [x, self.constant(f"{name}/shape", np.array(shape, np.int64))], name)

    def output(self, x: str, name: str) -> None:
        self.node("Identity", [x], name)
        self.outputs.append(name)
