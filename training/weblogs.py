"""Weblogs and posts of the EWT treebank with our own annotation of their events (``weblogs.tsv``).

Words are the treebank's, so that the annotation needs no offsets: a row names a sentence of a document and
numbers of its words, the head word standing for a phrase. Attributions are not annotated.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evals.syntax.conllu import GoldDocument, GoldSentence

from training import events as coded
from training.document import LabelledDocument
from training.events import Row
from training.labels import ROLES, Labels

CORPUS = "weblogs"
EVENTS = Path(__file__).with_name("weblogs.tsv")
_ROLES = {"actors": "actor", "recipients": "recipient", "place": "place", "time": "time"}


def documents(treebank: Sequence[GoldDocument], labels: Labels) -> Iterator[LabelledDocument]:
    """The annotated documents of the treebank."""
    with EVENTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for document in treebank:
        events = [row for row in rows if row["document"] == document.doc_id]
        if events:
            yield _labelled(document, events, labels)


def _labelled(document: GoldDocument, events: Sequence[Row], labels: Labels) -> LabelledDocument:
    made = LabelledDocument(corpus=CORPUS, forms=[], sentences=[])
    first: dict[str, int] = {}
    heads: list[int] = []
    for sentence in document.sentences:
        first[_number(sentence)] = len(made.forms)
        heads += (len(made.forms) + word for word in _name_heads(sentence))
        made.sentences.append(len(made.forms))
        made.forms += sentence.forms
    coded.blank(made)
    assert made.trigger is not None
    for event in events:
        before = first[event["sentence"]] - 1
        word = before + int(event["trigger"])
        made.trigger[word] = 1.0
        coded.describe(made, word, event, labels)
        made.roles[word] = [(heads[argument], role) for argument, role in _arguments(event, before)]
    return made


def _name_heads(sentence: GoldSentence) -> Iterator[int]:
    """For each word the first word of the name it continues, else itself, from 0."""
    for word in range(len(sentence.forms)):
        while sentence.deprels[word].partition(":")[0] == "flat":
            word = sentence.heads[word] - 1
        yield word


def _number(sentence: GoldSentence) -> str:
    return sentence.sent_id.rpartition("-")[2]


def _arguments(event: Mapping[str, str], before: int) -> Iterator[tuple[int, int]]:
    for column, role in _ROLES.items():
        for number in filter(None, event[column].split(",")):
            yield before + int(number), ROLES.index(role)
