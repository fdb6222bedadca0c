"""Treebanks as labelled documents: tags, trees, lemmas, names, mention types, coreference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evals.syntax.conllu import GoldDocument, GoldSentence, head_of, read

from training.document import NOWHERE, UNKNOWN, LabelledDocument, Mention
from training.labels import MENTION_TYPES, Labels, edit_script

NON_COMMERCIAL = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
"""Genres of GUM whose texts are CC BY-NC-SA: never trained on."""
_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_OF_A_NAME = frozenset({"flat", "compound", "amod"})
_PROPER = frozenset({"NNP", "NNPS"})
"""Also the tag of "United" and "Supreme" in names, whose UPOS is that of the adjective."""


def english_web(folder: Path, part: str) -> list[GoldDocument]:
    """UD English EWT with the UNER tags of the same text."""
    names = "ewt-train.first.iob2" if part == "train" else "ewt-dev.iob2"
    return read(folder / f"ewt-{part}.conllu", names=folder / names)


def georgetown(folder: Path, part: str) -> list[GoldDocument]:
    """UD English GUM; for training only the genres that may be shared."""
    documents = read(folder / f"gum-{part}.conllu")
    return [d for d in documents if part != "train" or d.genre not in NON_COMMERCIAL]


def labelled(documents: Sequence[GoldDocument], labels: Labels, corpus: str) -> Iterator[LabelledDocument]:
    numbers = {layer: {label: i for i, label in enumerate(values)} for layer, values in labels.items()}
    for document in documents:
        yield _labelled(document, numbers, corpus)


def _labelled(
    document: GoldDocument, numbers: Mapping[str, Mapping[str, int]], corpus: str
) -> LabelledDocument:
    made = LabelledDocument(corpus=corpus, forms=[], sentences=[])
    columns: dict[str, list[int]] = {}
    heads: list[int] = []
    entities: dict[str, int] = {}
    mentions: list[Mention] = []
    for sentence in document.sentences:
        base = len(made.forms)
        made.sentences.append(base)
        made.forms += sentence.forms
        heads += [base + head - 1 if head else NOWHERE for head in sentence.heads]
        for layer, values in _values(sentence).items():
            known = numbers[layer]
            columns.setdefault(layer, []).extend(
                UNKNOWN if value is None else known.get(value, UNKNOWN) for value in values
            )
        for entity in sentence.entities or ():
            mentions.append(
                Mention(
                    head=base + head_of(sentence, entity),
                    first=base + entity.first,
                    last=base + entity.last,
                    entity=entities.setdefault(entity.entity, len(entities)),
                )
            )
    made.tags, made.links = columns, {"head": heads}
    if any(sentence.entities for sentence in document.sentences):
        made.mentions = mentions
    return made


def _values(sentence: GoldSentence) -> dict[str, Sequence[str | None]]:
    n = len(sentence.forms)
    return {
        "upos": sentence.upos,
        "xpos": sentence.xpos,
        "feats": sentence.feats,
        "lemma": [edit_script(f, m) for f, m in zip(sentence.forms, sentence.lemmas, strict=True)],
        "relation": sentence.deprels,
        "sentence_start": ["1", *["0"] * (n - 1)],
        "name": _name_tags(sentence),
        "head_type": head_types(sentence) or [None] * n,
    }


def head_types(sentence: GoldSentence) -> list[str | None] | None:
    """Type of the smallest mention each word heads, ``O`` for none; ``None`` without entities."""
    if sentence.entities is None:
        return None
    types: list[str | None] = ["O"] * len(sentence.forms)
    for entity in sorted(sentence.entities, key=lambda e: e.first - e.last):
        if entity.kind in MENTION_TYPES:
            types[head_of(sentence, entity)] = entity.kind
    return types


def _name_tags(sentence: GoldSentence) -> Sequence[str | None]:
    """BIO tags of names: UNER's where there are any, else read off GUM's mentions."""
    n = len(sentence.forms)
    tags: list[str | None]
    if sentence.names is not None:
        tags = ["O"] * n
        for first, after, kind in sentence.names:
            tags[first:after] = _bio(kind, after - first)
        return tags
    if sentence.entities is None:
        return [None] * n
    # A proper noun is a name of whatever kind its mention has; one outside every person, organisation and
    # place may or may not be one by UNER's rules (months, works, events), so nothing is said of it.
    tags = [None if xpos in _PROPER else "O" for xpos in sentence.xpos]
    # The outermost name is written last.
    for entity in sorted(sentence.entities, key=lambda e: e.last - e.first):
        head = head_of(sentence, entity)
        named = _KINDS.get(entity.kind)
        if sentence.upos[head] != "PROPN" or named is None:
            continue
        first = last = head
        while first > entity.first and _continues(sentence, first - 1):
            first -= 1
        while last < entity.last and _continues(sentence, last + 1):
            last += 1
        tags[first : last + 1] = _bio(named, last + 1 - first)
        if named == "ORG" and last + 2 <= entity.last and sentence.forms[last + 1] == "of":
            # "University of California" is one name, "Parliament of Greece" hardly: nothing is said of it.
            tags[last + 1 : entity.last + 1] = [None] * (entity.last - last)
    return tags


def _bio(kind: str, words: int) -> list[str | None]:
    return [f"B-{kind}", *[f"I-{kind}"] * (words - 1)]


def _continues(sentence: GoldSentence, word: int) -> bool:
    relation = sentence.deprels[word].partition(":")[0]
    return (sentence.xpos[word] in _PROPER and relation in _OF_A_NAME) or sentence.forms[word] == "-"
