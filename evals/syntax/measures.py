"""Scores of syntax: on gold tokens, and on raw text aligned by characters (CoNLL 2018 shared task)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from evals.syntax.conllu import GoldDocument, GoldSentence, Span
from whence.clean import document_of
from whence.handover import Sentence
from whence.parse import Parser

Scores = dict[str, float]


def percent(part: int, whole: int) -> float:
    """``part`` of ``whole`` in per cent, two decimals; 0 of nothing is 0."""
    return round(100 * part / whole, 2) if whole else 0.0


def f1(correct: int, system: int, gold: int) -> float:
    """F1 in per cent."""
    return percent(2 * correct, system + gold)


def universal(deprel: str) -> str:
    return deprel.partition(":")[0]


def on_gold_tokens(parser: Parser, documents: Sequence[GoldDocument]) -> Scores:
    """UPOS, lemma, verb lemma, UAS, LAS (universal relations) and names F1, given the tokens."""
    n = Counter[str]()
    analysed = (
        pair
        for document in documents
        for pair in zip(
            document.sentences, parser.analyse([s.forms for s in document.sentences]), strict=True
        )
    )
    for gold, (words, names) in analysed:
        for i, word in enumerate(words):
            n["words"] += 1
            n["upos"] += word.upos == gold.upos[i]
            n["lemma"] += word.lemma == gold.lemmas[i]
            if gold.upos[i] == "VERB":
                n["verbs"] += 1
                n["verb_lemma"] += word.lemma == gold.lemmas[i]
            attached = word.head == gold.heads[i]
            n["uas"] += attached
            n["las"] += attached and universal(word.deprel) == universal(gold.deprels[i])
        if gold.names is not None:
            found: set[Span] = {(first - 1, last, kind) for first, last, kind in names}
            n["names_correct"] += len(found & set(gold.names))
            n["names_system"] += len(found)
            n["names_gold"] += len(set(gold.names))
    scores = {name: percent(n[name], n["words"]) for name in ("upos", "lemma", "uas", "las")}
    scores["verb_lemma"] = percent(n["verb_lemma"], n["verbs"])
    if n["names_gold"]:
        scores["names_f1"] = f1(n["names_correct"], n["names_system"], n["names_gold"])
    return scores


def on_raw_text(parser: Parser, documents: Sequence[GoldDocument]) -> Scores:
    """F1 of tokens and sentences as spans, and of UPOS, lemma and LAS over aligned tokens."""
    n = Counter[str]()
    for document in documents:
        text, offsets = document.raw()
        parsed = parser.parse(document_of(text))
        gold = _rows(document.sentences, offsets)
        system = _system_rows(parsed.sentences)
        n["system"] += len(system)
        n["gold"] += len(gold)
        for span, row in gold.items():
            if (other := system.get(span)) is not None:
                n["tokens"] += 1
                for name, mine, theirs in zip(("upos", "lemma", "las"), other, row, strict=True):
                    n[name] += mine == theirs
        gold_sentences = {(spans[0][0], spans[-1][1]) for spans in offsets}
        found = {(sentence.start, sentence.end) for sentence in parsed.sentences}
        n["sentences"] += len(gold_sentences & found)
        n["sentences_system"] += len(found)
        n["sentences_gold"] += len(gold_sentences)
    scores = {
        f"raw_{name}_f1": f1(n[name], n["system"], n["gold"]) for name in ("tokens", "upos", "lemma", "las")
    }
    scores["raw_sentences_f1"] = f1(n["sentences"], n["sentences_system"], n["sentences_gold"])
    return scores


Row = tuple[str, str, tuple[tuple[int, int], str]]


def _rows(
    sentences: Sequence[GoldSentence], offsets: Sequence[Sequence[tuple[int, int]]]
) -> dict[tuple[int, int], Row]:
    rows: dict[tuple[int, int], Row] = {}
    for gold, spans in zip(sentences, offsets, strict=True):
        for i, span in enumerate(spans):
            head = spans[gold.heads[i] - 1] if gold.heads[i] else (-1, -1)
            rows[span] = (gold.upos[i], gold.lemmas[i], (head, universal(gold.deprels[i])))
    return rows


def _system_rows(sentences: Sequence[Sentence]) -> dict[tuple[int, int], Row]:
    rows: dict[tuple[int, int], Row] = {}
    for sentence in sentences:
        for word in sentence.words:
            head = sentence.head(word)
            place = (head.start, head.end) if head else (-1, -1)
            rows[word.start, word.end] = (word.upos, word.lemma, (place, word.relation))
    return rows
