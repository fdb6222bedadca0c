"""``python -m evals.events_across``: which tellings of different reports are of one event, on ECB+ dev
(Cybulska and Vossen 2014), the sentences whose annotation was checked.

All documents are read as one account: stories, actors and events are the product's own. ``at gold triggers``
gives the linker the marked triggers; ``as read`` scores the product's mentions that cover a gold one;
a trigger without one is an event of its own. The floor joins triggers of one lemma inside a story. Chains are
scored over the whole split at once, without singletons. Human agreement: CoNLL 71 to 77 (events and
entities together, table 6 of the paper)."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from evals.coreference.scorer import Scorer, without_singletons
from evals.events_across.gold import Document, Key, read
from evals.events_across.linked import as_read, at_gold, same_lemma


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.events_across", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data/crossdoc"))
    arguments.add_argument("--split", default="dev", choices=("train", "dev"))
    arguments.add_argument("--errors", type=int, default=0, help="print so many pairs of each kind")
    given = arguments.parse_args()
    if not (given.data / "ecbplus_docs.jsonl").exists():
        print(f"Skipped: no ECB+ in {given.data} (see --data).")
        return 0
    documents = read(given.data, given.split)
    gold = {trigger.key: trigger.cluster for document in documents for trigger in document.triggers}
    linked = at_gold(documents)
    print(f"events across {'same lemma':17} {line(gold, same_lemma(documents))}")
    print(f"events across {'at gold triggers':17} {line(gold, linked)}")
    told = as_read(documents)
    alone = {key: f"{key}" for key in gold}
    print(f"events across {'as read':17} {line(gold, alone | told)}")
    print(f"events across aligned {len(told)} of {len(gold)} ({len(told) / len(gold):.1%})")
    for text in errors(documents, gold, linked, given.errors):
        print(text)
    return 0


def line(gold: Mapping[Key, str], said: Mapping[Key, str]) -> str:
    scorer = Scorer()
    scorer.add(without_singletons(_clusters(gold)), without_singletons(_clusters(said)))
    parts = {"MUC": scorer.muc(), "B³": scorer.b_cubed(), "CEAFe": scorer.ceaf_e(), "LEA": scorer.lea()}
    told = " ".join(f"{name} {score.f1:.1f}" for name, score in parts.items())
    lea = parts["LEA"]
    return f"CoNLL {scorer.conll():.1f} {told} (P {lea.precision:.1f} R {lea.recall:.1f})"


def errors(
    documents: Sequence[Document], gold: Mapping[Key, str], said: Mapping[Key, str], most: int
) -> Iterator[str]:
    """Pairs wrongly joined and wrongly apart, the first of each two chains."""
    texts = {
        trigger.key: f"{document.name} {_around(document, trigger.start, trigger.end)}"
        for document in documents
        for trigger in document.triggers
    }
    counts: Counter[str] = Counter()
    seen: set[tuple[str, str, str]] = set()
    for one, other in combinations(gold, 2):
        same, joined = gold[one] == gold[other], said[one] == said[other]
        kind = "apart " if same else "joined"
        chains = (kind, said[one], said[other]) if same else (kind, gold[one], gold[other])
        if same == joined or counts[kind] >= most or chains in seen:
            continue
        seen.add(chains)
        counts[kind] += 1
        yield f"{kind} {texts[one]} | {texts[other]}"


def _around(document: Document, start: int, end: int) -> str:
    text = document.read.document.text
    return f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 40]}".replace("\n", " ")


def _clusters(label: Mapping[Key, str]) -> list[frozenset[Key]]:
    found: defaultdict[str, set[Key]] = defaultdict(set)
    for key, name in label.items():
        found[name].add(key)
    return [frozenset(keys) for keys in found.values()]


if __name__ == "__main__":
    raise SystemExit(main())
