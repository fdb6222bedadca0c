"""Sentences with other names in the place of their own, of the same kind ("mention replacement",
Dai & Adel 2020).

A treebank names few organisations, and mostly shops; what a news reader meets are parties, agencies,
companies and militias. Only the name tags of the copies are learned from.
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evals.syntax.conllu import GoldDocument, GoldSentence

from training.document import LabelledDocument
from training.labels import Labels
from whence.parse.tokenize import tokenize

CORPUS = "ewt-substituted"
_SHARE = 0.6
"""Share of a document's names that are replaced. A judgement; no other value was tried."""
_TYPES = {
    "person": "PER",
    **dict.fromkeys(("company", "ngo", "armed_group", "igo", "media", "org_gov", "org_military"), "ORG"),
}
"""Types of ``actors/entities.jsonl`` whose names are of one kind."""

_LATIN = "\u0370"
"""Letters below it are Latin."""
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd"})
"""What stands behind a surname."""

Pool = Mapping[tuple[str, bool], Sequence[list[str]]]
"""(Kind, whether of several words) → names as words."""


def pool(data: Path) -> Pool:
    """Names of people and bodies (Wikidata, Phoenix, own) and of places (Natural Earth), each once."""
    listed = [*_actors(data), *_outlets(data), *_places(data)]
    people = {name for kind, name in listed if kind == "PER"}
    given, family = {name.partition(" ")[0] for name in people}, {name.rpartition(" ")[2] for name in people}
    found: dict[tuple[str, bool], dict[str, list[str]]] = {}

    def add(kind: str, name: str) -> None:
        words = [name[start:end] for start, end in tokenize(name)]
        if max(name) < _LATIN:
            found.setdefault((kind, len(words) > 1), {})[name] = words

    for kind, name in listed:
        if kind == "ORG" and name.partition(" ")[0] in given and name.rpartition(" ")[2] in family:
            continue  # Phoenix lists some heads of bodies among their names
        add(kind, name)
        last = name.rpartition(" ")[2]
        if kind == "PER" and " " in name and last.isalpha() and last.lower() not in _SUFFIXES:
            add(kind, last)  # who was introduced goes by the last name
    return {key: [names[name] for name in sorted(names)] for key, names in found.items()}


def _actors(data: Path) -> Iterator[tuple[str, str]]:
    with (data / "actors/entities.jsonl").open(encoding="utf-8") as lines:
        for entity in map(json.loads, lines):
            if entity["type"] in _TYPES:
                yield _TYPES[entity["type"]], entity["name"].partition(" (")[0]


def _outlets(data: Path) -> Iterator[tuple[str, str]]:
    for row in _table(data / "actors/media_outlets.tsv"):
        if "." not in row["name"]:
            yield "ORG", row["name"]


def _places(data: Path) -> Iterator[tuple[str, str]]:
    for file in ("naturalearth_places.tsv", "country_points.tsv"):
        for row in _table(data / "places" / file):
            yield "LOC", row["name"]


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")


def substituted(
    documents: Sequence[GoldDocument], names: Pool, labels: Labels, *, seed: int
) -> Iterator[LabelledDocument]:
    """Copies of the documents that name something, with some of their names replaced."""
    chance = random.Random(seed)
    numbers = {tag: i for i, tag in enumerate(labels["name"])}
    for document in documents:
        if any(sentence.names for sentence in document.sentences):
            yield _substituted(document, names, numbers, chance)


def _substituted(
    document: GoldDocument, names: Pool, numbers: Mapping[str, int], chance: random.Random
) -> LabelledDocument:
    made = LabelledDocument(corpus=CORPUS, forms=[], sentences=[])
    tags: list[int] = []
    chosen: dict[tuple[str, ...], list[str]] = {}
    """Kind and words of a name → what stands for it throughout the document."""
    for sentence in document.sentences:
        made.sentences.append(len(made.forms))
        for forms, kind in _parts(sentence):
            if kind:
                if (key := (kind, *forms)) not in chosen:
                    chosen[key] = _another(forms, kind, names, chance)
                forms = chosen[key]
                tags += [numbers[f"{'I' if i else 'B'}-{kind}"] for i in range(len(forms))]
            else:
                tags += [numbers["O"]] * len(forms)
            made.forms += forms
    made.tags = {"name": tags}
    return made


def _parts(sentence: GoldSentence) -> Iterator[tuple[list[str], str]]:
    """The sentence as names with their kind and what lies between them, kind ``""``."""
    at = 0
    for first, after, kind in sorted(sentence.names or ()):
        yield sentence.forms[at:first], ""
        yield sentence.forms[first:after], kind
        at = after
    yield sentence.forms[at:], ""


def _another(forms: list[str], kind: str, names: Pool, chance: random.Random) -> list[str]:
    """Another name of the kind, also of one word or of several, written in the same case."""
    if chance.random() > _SHARE:
        return forms
    drawn = chance.choice(names[kind, len(forms) > 1])
    written = " ".join(forms)
    if written.islower():
        return [form.lower() for form in drawn]
    if written.isupper() and len(written) > 4:
        return [form.upper() for form in drawn]
    return drawn
