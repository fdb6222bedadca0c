"""The recipe is not part of the package: the repository's root has to be importable for its tests.

Also a sentence, an encoder and a network that are small enough to reckon with by hand.
"""

import contextlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

from evals.syntax.conllu import GoldSentence  # noqa: E402
from training.labels import inventory  # noqa: E402

from whence.parse.encode import Encoder  # noqa: E402

with contextlib.suppress(ModuleNotFoundError):
    import torch

    torch.set_num_threads(1)

PIECES = ("the", "army", "shell", "##ed", "karm", ".", "nato", "a")
SMALL = {"WIDTH": 24, "LAYERS": 2, "ATTENTION_HEADS": 3, "VOCABULARY": 120, "TREE_WIDTH": 16}


@pytest.fixture(scope="session")
def vocabulary():
    """The special pieces where the encoder wants them, then ``PIECES`` from 103 on."""
    return [*(f"[unused{i}]" for i in range(100)), "[UNK]", "[CLS]", "[SEP]", *PIECES]


@pytest.fixture(scope="session")
def encoder(vocabulary):
    return Encoder(vocabulary)


@pytest.fixture(scope="session")
def sentence():
    return GoldSentence(
        sent_id="s",
        forms=["The", "army", "shelled", "Karm", "."],
        lemmas=["the", "army", "shell", "Karm", "."],
        upos=["DET", "NOUN", "VERB", "PROPN", "PUNCT"],
        xpos=["DT", "NN", "VBD", "NNP", "."],
        feats=["_", "Number=Sing", "Tense=Past", "Number=Sing", "_"],
        heads=[2, 3, 0, 3, 3],
        deprels=["det", "nsubj", "root", "obj", "punct"],
        spaces=[True, True, True, False, False],
    )


@pytest.fixture(scope="session")
def labels(sentence):
    return inventory([sentence] * 3)


@pytest.fixture(scope="session")
def stirred():
    """``stirred(network, by)``: the network, out of training, with every weight moved at random: what is zero
    or one at first must not hide a part that is left out."""

    def of(network, by):
        generator = torch.Generator().manual_seed(7)
        with torch.no_grad():
            for weight in network.parameters():
                weight.add_(by * torch.randn(weight.shape, generator=generator))
        return network.eval()

    return of


@pytest.fixture
def small_network(monkeypatch, labels, stirred):
    """A network with random weights; it and all others made in the test have 2 layers of 24 columns."""
    from training import network

    for name, value in SMALL.items():
        monkeypatch.setattr(network, name, value)
    torch.manual_seed(7)
    return stirred(network.Network({head: len(values) for head, values in labels.items()}), 0.1)
