"""``python -m evals.actors.across``: which actors of different documents are one, on ECB+ (Cybulska and
Vossen 2014), persons and organisations of the sentences that were checked.

A gold chain in a document is given the account's actor that most of its mentions refer to. Counted are pairs
of chains in different documents, that are told by name: rightly joined, wrongly
joined, wrongly apart. The floor joins what has one name as written; a chain that was not found is left out
and counted. Human agreement on ECB+'s chains is CoNLL 71–77 (events and entities, the paper's table 6)."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import whence
from whence.names import normal_name
from whence.records import Mention

KINDS = ("HUMAN_PART_PER", "HUMAN_PART_ORG")


@dataclass(frozen=True, slots=True)
class Chain:
    """A gold chain in one document, with what the account makes of it."""

    document: str
    cluster: str
    text: str
    actor: str
    name: str
    words: str
    """The longest wording, in normal form."""


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.actors.across", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data/crossdoc"))
    arguments.add_argument("--split", default="dev", choices=("train", "dev"))
    arguments.add_argument("--errors", type=int, default=0, help="print so many pairs of each kind")
    given = arguments.parse_args()
    if not (given.data / "ecbplus_docs.jsonl").exists():
        print(f"Skipped: no ECB+ in {given.data} (see --data).")
        return 0
    chains, missed = read(given.data, given.split)
    print(f"across chains {len(chains)}, not found or not named {missed}")
    for title, key in (("same words", "words"), ("whence", "actor")):
        print(f"across {title:10} {line(chains, key)}")
    kinds: Counter[str] = Counter()
    for one, other in pairs(chains):
        kind = _kind(one, other, "actor")
        if kind in ("wrong", "missed") and kinds[kind] < given.errors:
            told = (f"{chain.document} {chain.text!r} ({chain.name})" for chain in (one, other))
            print(f"{kind}: {' | '.join(told)}")
        kinds[kind] += 1
    return 0


def line(chains: Iterable[Chain], key: str) -> str:
    counts = Counter(_kind(one, other, key) for one, other in pairs(chains))
    right, wrong, apart = counts["right"], counts["wrong"], counts["missed"]
    precision, recall = right / max(right + wrong, 1), right / max(right + apart, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"pairs {right + apart}: P {precision:.1%} R {recall:.1%} F1 {f1:.1%}"


def _kind(one: Chain, other: Chain, key: str) -> str:
    joined = getattr(one, key) == getattr(other, key)
    if one.cluster == other.cluster:
        return "right" if joined else "missed"
    return "wrong" if joined else "apart"


def pairs(chains: Iterable[Chain]) -> Iterator[tuple[Chain, Chain]]:
    return ((a, b) for a, b in combinations(chains, 2) if a.document != b.document)


def read(folder: Path, split: str) -> tuple[list[Chain], int]:
    """Chains told by name in documents of a split that is read as one account, and how many others."""
    gold: dict[str, defaultdict[str, list[tuple[int, int, str]]]] = {}
    texts: dict[str, str] = {}
    for row in _rows(folder / "ecbplus_docs.jsonl"):
        if row["split"] == split:
            texts[str(row["id"])] = str(row["text"])
            gold[str(row["id"])] = defaultdict(list)
    for row in _rows(folder / "ecbplus_mentions.jsonl"):
        if row["split"] == split and row["validated"] and row["type"] in KINDS and row["spans"]:
            spans = row["spans"]
            span = (spans[0][0], spans[-1][1], str(row["text"]))
            gold[str(row["doc"])][str(row["cluster"])].append(span)
    chains, missed = [], 0
    with tempfile.TemporaryDirectory() as place:
        for key, text in texts.items():
            (Path(place) / f"{key}.txt").write_text(text, encoding="utf-8")
        with whence.read(place, into=Path(place) / "account.db") as account:
            names = {actor.actor_id: actor.name for actor in account.actors}
            ids = {document.document_id: Path(document.path or "").stem for document in account.documents}
            mentions: defaultdict[str, list[Mention]] = defaultdict(list)
            for mention in account.mentions:
                if mention.kind == "actor":
                    mentions[ids[mention.document_id]].append(mention)
    for key, clusters in sorted(gold.items()):
        for cluster, spans in sorted(clusters.items()):
            found = [m for span in spans for m in mentions[key] if _meant(m, *span[:2])]
            known = Counter(m.refers_to for m in found if m.refers_to)
            if not known or not any(m.form == "name" for m in found):
                missed += 1
                continue
            actor = known.most_common(1)[0][0] or ""
            longest = max((text for _, _, text in spans), key=len)
            chains.append(Chain(key, cluster, longest, actor, names.get(actor, actor), normal_name(longest)))
    return chains, missed


def _meant(mention: Mention, start: int, end: int) -> bool:
    """Whether spans share more than half of their characters (Dice)."""
    shared = min(mention.end, end) - max(mention.start, start)
    return 4 * shared > (mention.end - mention.start) + (end - start)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    raise SystemExit(main())
