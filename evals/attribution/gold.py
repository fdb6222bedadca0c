"""Attributions, chains and stances against our own gold (``../shared/gold``).

A predicted attribution matches a gold one if their contents overlap and their cues overlap (or both are
implied), one to one, nearest contents first. Chains are read at the trigger of every gold event, whether or
not the extraction found it; sign and certainty only where it did.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from whence.handover import AttributionResult, Extraction
from whence.records import Attribution, Source

Gold = Mapping[str, Any]
Spans = Sequence[Sequence[int]]


@dataclass
class Tally:
    """Counts of one run; ``errors`` lists them by measure."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str]] = field(default_factory=list)

    def ratio(self, right: str, all_: str) -> str:
        total = self.counts[all_]
        return f"{100 * self.counts[right] / total:5.1f} ({self.counts[right]}/{total})" if total else "    –"

    def f1(self, right: str, predicted: str, gold: str) -> str:
        hits, said, true = (self.counts[k] for k in (right, predicted, gold))
        p, r = hits / said if said else 0.0, hits / true if true else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return f"P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f:5.1f}"

    def report(self) -> str:
        lines = [
            ("attributions", self.f1("attribution", "predicted", "gold")),
            ("… content only", self.f1("content", "predicted", "gold")),
            ("source of matched", self.ratio("source", "attribution")),
            ("act of matched", self.ratio("act", "attribution")),
            ("naming of matched", self.ratio("naming", "attribution")),
            ("kind of matched", self.ratio("kind", "attribution")),
            ("form of matched", self.ratio("form", "attribution")),
            ("attributed or own voice", self.ratio("voice", "events")),
            ("terminal source (attributed)", self.ratio("terminal", "attributed")),
            ("full chain (all events)", self.ratio("chain_all", "events")),
            ("full chain (attributed)", self.ratio("chain", "attributed")),
            ("full chain (two or more)", self.ratio("nested_chain", "nested")),
            ("sign", self.ratio("sign", "found")),
            ("sign, where not +", self.ratio("other_sign", "found_other_sign")),
            ("certainty", self.ratio("certainty", "found")),
            ("certainty, below certain", self.ratio("uncertain", "found_uncertain")),
            ("outer stances", self.ratio("outer", "outer_gold")),
        ]
        return "".join(f"{name:<30}{value}\n" for name, value in lines)


def score(row: Gold, extraction: Extraction, result: AttributionResult, tally: Tally) -> None:
    sources = {s["id"]: s for s in row["sources"]}
    gold = {a["id"]: a for a in row["attributions"]}
    pairs = _matched(row, list(gold.values()), result.attributions, tally)
    for a, ours in pairs:
        _matched_pair(row, a, sources.get(a["source"]), ours, tally)
    by_id = {a.attribution_id: a for a in result.attributions}
    ours_of = {a["id"]: ours.attribution_id for a, ours in pairs}
    for event in row["events"]:
        _chain(row, event, gold, sources, by_id, tally)
        _stance(row, event, extraction, result, ours_of, tally)


def _overlap(one: Spans, other: Spans) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _matched(
    row: Gold, gold: list[Gold], ours: Sequence[Attribution], tally: Tally
) -> list[tuple[Gold, Attribution]]:
    candidates, contents = [], []
    for i, a in enumerate(gold):
        cue = [(a["cue_start"], a["cue_end"])] if a.get("cue") else []
        for j, b in enumerate(ours):
            shared = _overlap(a["content"], b.content)
            own = [(b.cue.start, b.cue.end)] if b.cue else []
            if shared:
                contents.append((-shared, i, j))
                if _overlap(cue, own) or not (cue or own):
                    candidates.append((-shared, i, j))
    tally.counts["gold"] += len(gold)
    tally.counts["predicted"] += len(ours)
    tally.counts["content"] += len(_one_to_one(contents))
    pairs = _one_to_one(candidates)
    tally.counts["attribution"] += len(pairs)
    text = row["text"]
    for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
        a = gold[i]
        near = text[max(0, (a.get("cue_start") or a["content"][0][0]) - 70) :][:140] if a["content"] else ""
        tally.errors.append(("missed", f"{row['id']} cue={a['cue']!r} {near!r}"))
    for j in sorted(set(range(len(ours))) - {j for _, j in pairs}):
        b = ours[j]
        at = b.cue.start if b.cue else b.content[0][0]
        tally.errors.append(
            (
                "spurious",
                f"{row['id']} cue={b.cue.text if b.cue else None!r} {text[max(0, at - 70) : at + 70]!r}",
            )
        )
    return [(gold[i], ours[j]) for i, j in pairs]


def _one_to_one(candidates: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs


def _words(name: str | None) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    cleaned = "".join(c if c.isalnum() else " " for c in plain.replace("'s", ""))
    return frozenset(w for w in cleaned.split() if w not in ("the", "a", "an", "of", "s"))


def same_source(gold: Gold | None, ours: Source) -> bool:
    """Whether both are withheld, or the spans overlap, or one name holds the other's words."""
    if gold is None or gold["naming"] == "withheld":
        return ours.naming == "withheld"
    if ours.start is None or ours.end is None:
        return False
    if gold["start"] is not None and _overlap([(gold["start"], gold["end"])], [(ours.start, ours.end)]):
        return True
    theirs, mine = [_words(gold["name"]), _words(gold["text"])], [_words(ours.name), _words(ours.text)]
    return any(a and b and (a <= b or b <= a) for a in theirs for b in mine)


def _matched_pair(row: Gold, a: Gold, source: Gold | None, ours: Attribution, tally: Tally) -> None:
    right = same_source(source, ours.source)
    tally.counts["source"] += right
    if not right:
        tally.errors.append(("source", f"{row['id']} {source and source['name']!r} {ours.source.name!r}"))
    if source is not None:
        tally.counts["naming"] += source["naming"] == ours.source.naming
        tally.counts["kind"] += source["kind"] == ours.source.kind
        if source["kind"] != ours.source.kind:
            tally.errors.append(("kind", f"{source['text']!r} {source['kind']} {ours.source.kind}"))
        if source["naming"] != ours.source.naming:
            tally.errors.append(("naming", f"{source['text']!r} {source['naming']} {ours.source.naming}"))
    tally.counts["act"] += a["act"] == ours.act
    tally.counts["form"] += a["form"] == ours.form
    if a["act"] != ours.act:
        tally.errors.append(("act", f"{a['act']} {ours.act} cue={a['cue']}"))


def _gold_chain(via: str | None, gold: Mapping[str, Gold], sources: Mapping[str, Gold]) -> list[Gold | None]:
    chain: list[Gold | None] = []
    seen: set[str] = set()
    while via is not None and via in gold and via not in seen:
        seen.add(via)
        chain.append(sources.get(gold[via]["source"]))
        via = gold[via]["parent"]
    return chain


def our_chain(offset: int, by_id: Mapping[str, Attribution]) -> list[Attribution]:
    """The chain of the innermost attribution whose content holds a character."""

    def path(a: Attribution | None) -> list[Attribution]:
        found: list[Attribution] = []
        while a is not None and a not in found:
            found.append(a)
            a = by_id.get(a.parent_id) if a.parent_id else None
        return found

    holding = [a for a in by_id.values() if any(x <= offset < y for x, y in a.content)]
    size = {a.attribution_id: sum(y - x for x, y in a.content) for a in holding}
    best = min(holding, key=lambda a: (-len(path(a)), size[a.attribution_id], a.attribution_id), default=None)
    return path(best)


def _chain(
    row: Gold,
    event: Gold,
    gold: Mapping[str, Gold],
    sources: Mapping[str, Gold],
    by_id: Mapping[str, Attribution],
    tally: Tally,
) -> None:
    theirs = _gold_chain(event["via"], gold, sources)
    ours = our_chain(event["start"], by_id)
    same = len(theirs) == len(ours) and all(
        same_source(a, b.source) for a, b in zip(theirs, ours, strict=True)
    )
    tally.counts["events"] += 1
    tally.counts["voice"] += bool(theirs) == bool(ours)
    tally.counts["chain_all"] += same
    if theirs:
        tally.counts["attributed"] += 1
        tally.counts["chain"] += same
        tally.counts["terminal"] += bool(ours) and same_source(theirs[0], ours[0].source)
    if len(theirs) > 1:
        tally.counts["nested"] += 1
        tally.counts["nested_chain"] += same
    if not same:
        names = [a and a["name"] for a in theirs], [b.source.name for b in ours]
        near = row["text"][max(0, event["start"] - 90) : event["end"] + 60]
        tally.errors.append(("chain", f"{row['id']} {names[0]} ours {names[1]} {near!r}"))


def _stance(
    row: Gold,
    event: Gold,
    extraction: Extraction,
    result: AttributionResult,
    ours_of: Mapping[str, str],
    tally: Tally,
) -> None:
    found = next(
        (e for e in extraction.events if e.trigger.start < event["end"] and event["start"] < e.trigger.end),
        None,
    )
    if found is None:
        return
    rows = {s.attribution_id: s for s in result.stances if s.event == found.index and s.scope == "event"}
    stance = rows.get(result.holder[found.index])
    assert stance is not None, "every event has a row for its holder"
    tally.counts["found"] += 1
    tally.counts["sign"] += stance.sign == event["sign"]
    tally.counts["certainty"] += stance.certainty == event["certainty"]
    if event["sign"] != "+":
        tally.counts["found_other_sign"] += 1
        tally.counts["other_sign"] += stance.sign == event["sign"]
    if event["certainty"] != "certain":
        tally.counts["found_uncertain"] += 1
        tally.counts["uncertain"] += stance.certainty == event["certainty"]
    near = row["text"][max(0, event["start"] - 90) : event["end"] + 50]
    wanted = f"{event['sign']}/{event['certainty']}/{event['realis']}"
    got = f"{stance.sign}/{stance.certainty}/{found.realis} {stance.why}"
    if stance.sign != event["sign"]:
        tally.errors.append(("sign", f"{row['id']} {wanted} ours {got} {near!r}"))
    elif stance.certainty != event["certainty"]:
        tally.errors.append(("certainty", f"{row['id']} {wanted} ours {got} {near!r}"))
    for outer in event.get("stances", ()):
        tally.counts["outer_gold"] += 1
        own = rows.get(ours_of.get(outer["attribution"], ""))
        tally.counts["outer"] += own is not None and own.sign == outer["sign"]
        if own is None or own.sign != outer["sign"]:
            tally.errors.append(("outer", f"{row['id']} {outer} ours {own and own.sign} {near!r}"))
