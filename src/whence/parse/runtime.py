"""The model: onnxruntime on one thread, one sentence per call.

Activations are quantised per tensor at run time, so the scale of a call depends on all that is in it;
only a call of its own gives a sentence the same bits in every document and batch.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final, Literal

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whence.parse.decode import tree
from whence.parse.encode import Encoder

Kind = Literal["PER", "ORG", "LOC"]
KINDS: Final[tuple[Kind, ...]] = ("PER", "ORG", "LOC")
_OUTPUTS = ("upos", "xpos", "feats", "lemma", "ner", "htype", "arc", "rd", "rh")
_CACHED_SENTENCES = 2048
"""Reprints and site furniture repeat sentences; 2048 of them take about 10 MB."""
_TAGS = ("upos", "xpos", "feats", "lemma", "ner", "htype")


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the model says of one sentence, one entry per word."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemma: list[str]
    """Edit scripts, see :mod:`whence.parse.lemmas`."""
    ner: list[str]
    """BIO tags of names: PER, ORG, LOC."""
    kinds: NDArray[np.float64]
    """Probability of each of ``KINDS`` [words, 3]."""
    htype: list[str]
    """Type of the smallest mention the word heads, ``O`` for none."""
    head: list[int]
    deprel: list[str]


class Model:
    """The two networks and their labels, loaded from the package."""

    def __init__(self) -> None:
        folder = resources.files("whence.data") / "model"
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        self._labels: dict[str, list[str]] = meta["V"]
        self._cached = lru_cache(maxsize=_CACHED_SENTENCES)(self._predict)
        self.encoder = Encoder(Tokenizer.from_buffer((folder / "tokenizer.json").read_bytes()))
        self._network = _session(folder / "model.int8.onnx")
        self._relations = _session(folder / "rel.int8.onnx")

    def predict(self, words: Sequence[str]) -> Prediction:
        """Analyse one sentence of at least one word and at most ``MAX_SENTENCE_PIECES`` pieces."""
        return self._cached(tuple(words))

    def _predict(self, words: tuple[str, ...]) -> Prediction:
        values = self._network.run(list(_OUTPUTS), self.encoder.inputs(words))
        out = {name: value[0] for name, value in zip(_OUTPUTS, values, strict=True)}
        n = len(words)
        head = tree(out["arc"][:n, : n + 1])
        (relations,) = self._relations.run(None, {"dep": out["rd"][:n], "head": out["rh"][head]})
        tags = {name: self._names(name, out[name][:n].argmax(-1)) for name in _TAGS}
        return Prediction(
            **tags,
            kinds=self._kinds(out["ner"][:n].astype(np.float64)),
            head=head.tolist(),
            deprel=self._names("rel", relations.argmax(-1)),
        )

    def _kinds(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """B and I together: softmax of tag scores [words, 7] summed per kind."""
        shares = np.exp(scores - scores.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        labels = self._labels["ner"]
        columns = [[labels.index(f"{part}-{kind}") for part in "BI"] for kind in KINDS]
        return np.stack([shares[:, pair].sum(-1) for pair in columns], axis=-1)

    def _names(self, head: str, indices: NDArray[np.intp]) -> list[str]:
        labels = self._labels[head]
        return [labels[i] for i in indices]


def _session(model: Traversable) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with resources.as_file(model) as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
