"""``python -m evals.stories``: which documents are about one story, against people's groups: news events of
newscluster (Hamborg et al.), subtopics of ECB+ (Cybulska and Vossen 2014; several subtopics share a topic).

B³ (Bagga and Baldwin 1998) over all documents of a set, which are linked as one account. The floor joins
documents whose TF-IDF cosine is over .3, by connected components of the vectors that the product compares."""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evals.reprints.records import records
from whence.link.digest import Digest, digest
from whence.link.likeness import Likeness
from whence.link.reprints import find_reprints
from whence.link.stories import find_stories
from whence.link.terms import UNIT
from whence.tables import Held

FLOOR = 0.3


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.stories", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data/crossdoc"))
    given = arguments.parse_args()
    if not (given.data / "newscluster_docs.jsonl").exists():
        print(f"Skipped: no documents in {given.data} (see --data).")
        return 0
    for name, file, key in (
        ("newscluster", "newscluster_docs.jsonl", "story"),
        ("ecb+", "ecbplus_docs.jsonl", "subtopic"),
    ):
        rows = [row for row in _rows(given.data / file) if row["split"] == "dev"]
        for line in scored(name, rows, key):
            print(line)
    return 0


def scored(name: str, rows: Sequence[Mapping[str, Any]], key: str) -> Iterator[str]:
    documents = [records(row) for row in rows]
    digests = [digest(item) for item in documents]
    ids = [item.document.document_id for item in documents]
    gold = [str(row[key]) for row in rows]
    started = time.perf_counter()
    stories = find_stories(digests, find_reprints(digests, Held(documents)))
    seconds = time.perf_counter() - started
    found = {document: story.story_id for story in stories for document in story.document_ids}
    told = f"{len(stories)} of {len(set(gold))}, {seconds:.1f} s"
    yield f"stories {name:12} {b_cubed(gold, [found[i] for i in ids])}; {told}"
    yield f"floor   {name:12} {b_cubed(gold, _components(digests))}"


def b_cubed(gold: Sequence[str], said: Sequence[str]) -> str:
    """Precision, recall and F1 of two partitions of the same documents."""
    of_gold, of_said = _members(gold), _members(said)
    shares = [
        (len(of_gold[g] & of_said[s]) / len(of_said[s]), len(of_gold[g] & of_said[s]) / len(of_gold[g]))
        for g, s in zip(gold, said, strict=True)
    ]
    precision, recall = (sum(column) / len(shares) for column in zip(*shares, strict=True))
    return f"B³ P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"


def _members(labels: Sequence[str]) -> Mapping[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, label in enumerate(labels):
        found[label].add(number)
    return found


def _components(digests: Sequence[Digest]) -> list[str]:
    label = list(range(len(digests)))

    def root(number: int) -> int:
        while label[number] != number:
            number = label[number]
        return number

    likeness = Likeness([d.terms.codes for d in digests], [d.terms.weights for d in digests])
    for i in range(len(digests)):
        for j in np.flatnonzero(likeness.products(i) >= FLOOR * UNIT**2).tolist():
            label[max(root(i), root(j))] = min(root(i), root(j))
    return [str(root(number)) for number in range(len(digests))]


def _rows(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    raise SystemExit(main())
