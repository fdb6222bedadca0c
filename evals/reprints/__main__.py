"""``python -m evals.reprints``: which documents share text that one took from the other.

``lineage``: articles copied, cut, merged and reworded by known operations, so parents and origins are gold by
construction. A pair counts if its documents share an origin; ours share one if from both a document can be
reached, child to primary parent, that has none. Per story: the number of documents without a primary parent,
but for briefs that name their first publisher, against the number of originals. Floors: containment of
5-grams at .2 has pair F1 .852, its components the exact number of origins in 42 % of stories.

``helsinki``: 612 articles of one day and topic. Reference are pairs of which one holds half of the 5-grams of
the other, found by comparing all with all: a check of the index, not of people's judgement. ``masking`` hides
each report's wire credit in turn, and asks for it back from the text it shares with credited ones."""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.reprints.records import records
from whence.assess.credits import agency_of, covered, recovered
from whence.assess.surroundings import notice
from whence.link.digest import digest
from whence.link.direction import is_brief
from whence.link.fingerprints import fingerprint_of
from whence.link.reprints import find_reprints
from whence.records import Reprint
from whence.tables import DocumentRecords, Held

Pair = tuple[str, str]
LEAST = 40
"""Shingles of a text that is compared on Helsinki, as the reference was."""


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.reprints", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data/crossdoc"))
    arguments.add_argument("--errors", type=int, default=0, help="print so many pairs of each kind")
    given = arguments.parse_args()
    if not (given.data / "lineage_synth.jsonl").exists():
        print(f"Skipped: no documents in {given.data} (see --data).")
        return 0
    for line in lineage(list(_rows(given.data / "lineage_synth.jsonl")), errors=given.errors):
        print(line)
    for line in helsinki(list(_rows(given.data / "helsinki_docs.jsonl")), errors=given.errors):
        print(line)
    return 0


def lineage(rows: Sequence[Mapping[str, Any]], *, errors: int) -> Iterator[str]:
    documents = [records(row) for row in rows]
    edges = find_reprints([digest(item) for item in documents], Held(documents))
    ids = {item.document.document_id: str(row["id"]) for item, row in zip(documents, rows, strict=True)}
    roots = _roots([str(row["id"]) for row in rows], edges, ids)
    briefs = {ids[item.document.document_id] for item in documents if is_brief(item.document)}
    by_story: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_story[str(row["story"])].append(row)
    gold: set[Pair] = set()
    for members in by_story.values():
        gold |= {
            _pair(a["id"], b["id"])
            for a, b in combinations(members, 2)
            if set(a["origins"]) & set(b["origins"])
        }
    said = {
        _pair(a["id"], b["id"])
        for members in by_story.values()
        for a, b in combinations(members, 2)
        if roots[a["id"]] & roots[b["id"]]
    }
    across = {_pair(a, b) for a, b in combinations(sorted(roots), 2) if roots[a] & roots[b]} - said
    yield f"lineage pairs {len(gold)}: {_f1(gold, said | across)}"
    ops = {str(row["id"]): str(row["op"]) for row in rows}
    for op in sorted(set(ops.values())):
        of = {pair for pair in gold if op in (ops[pair[0]], ops[pair[1]])}
        yield f"  recall with {op:18} {len(of & said) / max(len(of), 1):6.1%} of {len(of)}"
    exact = over = 0
    for members in by_story.values():
        true = len({origin for row in members for origin in row["origins"]})
        ours = len({root for row in members for root in roots[row["id"]] if root not in briefs})
        exact += true == ours
        over += ours > true
    count = len(by_story)
    yield f"lineage origins of {count} stories: exact {exact / count:.1%}, over-counted {over / count:.1%}"
    for title, pairs in (("missed", gold - said), ("wrong", (said | across) - gold)):
        for a, b in sorted(pairs)[:errors]:
            yield f"  {title}: {a} ({ops[a]}) {b} ({ops[b]})"


def _roots(
    keys: Sequence[str], edges: Sequence[Reprint], ids: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Document → the documents without a parent that it comes from, itself if it has none."""
    parents: defaultdict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if edge.primary:
            parents[ids[edge.document_id]].add(ids[edge.of_document_id])
    found: dict[str, frozenset[str]] = {}
    for key in keys:
        reached, ahead, ends = {key}, [key], set()
        while ahead:
            here = ahead.pop()
            if not parents[here]:
                ends.add(here)
            fresh = parents[here] - reached
            reached |= fresh
            ahead += sorted(fresh)
        found[key] = frozenset(ends)
    return found


def helsinki(rows: Sequence[Mapping[str, Any]], *, errors: int) -> Iterator[str]:
    documents = [records(row) for row in rows]
    started = time.perf_counter()
    edges = find_reprints([digest(item) for item in documents], Held(documents))
    seconds = time.perf_counter() - started
    lengths = {item.document.document_id: notice(item).length for item in documents}
    sets = {
        item.document.document_id: frozenset(fingerprint_of(item).shingles.tolist()) for item in documents
    }
    sets = {key: shingles for key, shingles in sets.items() if len(shingles) >= LEAST}
    gold = {
        _pair(a, b)
        for a, b in combinations(sorted(sets), 2)
        if len(sets[a] & sets[b]) >= 0.5 * min(len(sets[a]), len(sets[b]))
    }
    said = {
        _pair(edge.document_id, edge.of_document_id)
        for edge in edges
        if {edge.document_id, edge.of_document_id} <= sets.keys()
        and max(
            edge.share, covered((c, d) for _, _, c, d in edge.spans) / max(lengths[edge.of_document_id], 1)
        )
        >= 0.5
    }
    yield from masking(documents, edges, lengths)
    yield f"helsinki pairs {len(gold)}: {_f1(gold, said)}; {seconds:.2f} s for {len(rows)} documents"
    titles = {item.document.document_id: item.document.title for item in documents}
    for title, pairs in (("missed", gold - said), ("wrong", said - gold)):
        for a, b in sorted(pairs)[:errors]:
            shared = len(sets[a] & sets[b]) / min(len(sets[a]), len(sets[b]))
            yield f"  {title} ({shared:.2f}): {titles[a]} | {titles[b]}"


def masking(
    documents: Sequence[DocumentRecords], edges: Sequence[Reprint], lengths: Mapping[str, int]
) -> Iterator[str]:
    """Each report's wire credit hidden in turn: of those that another of the same credit shares half a text
    with, how many get it back; of the others, the controls, how many are given one."""
    items = {item.document.document_id: item for item in documents}
    credited = {key: agency for key, item in items.items() if (agency := agency_of(item))}
    printed = {
        key
        for edge in edges
        for key, other in ((edge.document_id, edge.of_document_id), (edge.of_document_id, edge.document_id))
        if credited.get(key) is not None
        and credited.get(key) == credited.get(other)
        and max(_containment(items[key], items[other]), _containment(items[other], items[key])) >= 0.5
    }
    right = wrong = 0
    for key in sorted(credited):
        rest = {other: agency for other, agency in credited.items() if other != key}
        found = recovered(lengths, rest, [e for e in edges if key in (e.document_id, e.of_document_id)]).get(
            key
        )
        right += key in printed and found == credited[key]
        wrong += key not in printed and found not in (None, credited[key])
    controls = len(credited) - len(printed)
    yield (
        f"masking recovered {right / max(len(printed), 1):.1%} of {len(printed)}, "
        f"controls falsely linked {wrong / max(controls, 1):.1%} of {controls}"
    )


def _containment(one: DocumentRecords, other: DocumentRecords) -> float:
    return fingerprint_of(one).containment(fingerprint_of(other))


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _f1(gold: set[Pair], said: set[Pair]) -> str:
    right = len(gold & said)
    precision, recall = right / max(len(said), 1), right / max(len(gold), 1)
    return f"P {precision:.1%} R {recall:.1%} F1 {2 * right / max(len(gold) + len(said), 1):.1%}"


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    raise SystemExit(main())
