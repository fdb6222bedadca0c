"""The model: onnxruntime on one thread, one window of sentences per call.

Everything it says of a word is a function of the words of its window, and windows are made inside one
document, so the same text gives the same bits whatever else is read. Scales of quantised activations are
fixed, and integer products are exact, so CPUs differ in the last bit of some sums only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from whence.parse.encode import Encoder

Floats = NDArray[np.float32]
Probabilities = NDArray[np.float64]
Scores = Mapping[str, Floats]
"""What the network says of a window of n words:

``upos`` ``xpos`` ``feats`` ``lemma`` ``name`` ``head_type`` ``sentence_start`` ``source`` ``cue`` ``content``
``event_type`` ``event_mode`` ``realis`` ``sign`` ``certainty`` [n, labels]; ``arc`` ``source_cue``
``content_cue`` [n, n + 1], column 0 for the root or for no cue; ``crossed`` [n, relations, k], ``governor``
[n + 1, k], ``relation_dependent`` [n, relations], ``relation_governor`` [n + 1, relations]; ``trigger`` [n];
``role`` [roles, n, n], trigger before argument; ``mention`` [n, m]. All are unnormalised."""
PACKAGED = resources.files("whence.data") / "model"


class Model:
    """The network, its labels and its vocabulary, from ``folder`` (the package's own if not given)."""

    def __init__(self, folder: Traversable | None = None) -> None:
        folder = folder or PACKAGED
        self.labels: Mapping[str, Sequence[str]] = json.loads(
            (folder / "labels.json").read_text(encoding="utf-8")
        )
        self.encoder = Encoder((folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")[:-1])
        self._network = session(folder / "model.onnx")
        self._outputs = [output.name for output in self._network.get_outputs()]

    def read(self, words: Sequence[str]) -> Scores:
        """Scores of a window of at least one word and at most ``MAX_SENTENCE_PIECES`` pieces."""
        values = self._network.run(self._outputs, self.encoder.inputs(words))
        return dict(zip(self._outputs, values, strict=True))


def softmax(scores: Floats) -> Probabilities:
    """Probabilities along the last axis."""
    shares = np.exp(scores.astype(np.float64) - scores.max(-1, keepdims=True))
    result: Probabilities = shares / shares.sum(-1, keepdims=True)
    return result


def session(model: Traversable) -> onnxruntime.InferenceSession:
    """A network on one thread: a worker process is meant to keep to one core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with resources.as_file(model) as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
