"""Attribution relations against PolNeAR (Newell et al. 2018): sentences with an attribution, and relations
aligned one to one where cue and content overlap (people among themselves: 81.5 micro-F1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evals.attribution.gold import Tally
from whence.handover import ParsedDocument
from whence.records import Attribution


def score(row: Mapping[str, Any], parsed: ParsedDocument, ours: Sequence[Attribution], tally: Tally) -> None:
    gold = row["attributions"]
    discard = row.get("discard", ())
    mine = [
        a
        for a in ours
        if a.cue is not None and not any(a.cue.start < y and x < a.cue.end for x, y in discard)
    ]
    for sentence in parsed.sentences:
        theirs = any(x < sentence.end and sentence.start < y for a in gold for x, y in a["cue"])
        found = any(a.cue and sentence.start <= a.cue.start < sentence.end for a in mine)
        tally.counts["sentence_gold"] += theirs
        tally.counts["sentence_predicted"] += found
        tally.counts["sentence"] += theirs and found
    candidates = []
    for i, a in enumerate(gold):
        for j, b in enumerate(mine):
            assert b.cue is not None
            cue = any(x < b.cue.end and b.cue.start < y for x, y in a["cue"])
            shared = sum(max(0, min(y, d) - max(x, c)) for x, y in a["content"] for c, d in b.content)
            if cue and shared:
                candidates.append((-shared, i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
    tally.counts["relation"] += len(used[0])
    tally.counts["relation_predicted"] += len(mine)
    tally.counts["relation_gold"] += len(gold)
    for i in sorted(set(range(len(gold))) - used[0]):
        words = " ".join(row["text"][x:y] for x, y in gold[i]["cue"])
        at = min((x for x, _ in (*gold[i]["cue"], *gold[i]["content"])), default=0)
        excerpt = row["text"][max(0, at - 90) : at + 70]
        tally.errors.append(("polnear-missed", f"{words!r} {excerpt!r}"))
    for j in sorted(set(range(len(mine))) - used[1]):
        at = mine[j].cue
        assert at is not None
        tally.errors.append(
            ("polnear-spurious", f"{at.text!r} {row['text'][max(0, at.start - 60) : at.end + 60]!r}")
        )


def report(tally: Tally) -> str:
    return (
        f"{'PolNeAR sentences':<30}{tally.f1('sentence', 'sentence_predicted', 'sentence_gold')}\n"
        f"{'PolNeAR relations':<30}{tally.f1('relation', 'relation_predicted', 'relation_gold')}\n"
    )
