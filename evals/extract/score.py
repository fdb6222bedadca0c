"""Counts of agreement between gold events and extracted ones.

A trigger matches when the two spans share a character; arguments are compared on matched triggers only, by
overlap of the spans (the head of the extracted phrase inside the gold phrase, or the other way round).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from whence.handover import EventCandidate, Extraction, ParsedDocument

Row = dict[str, Any]


@dataclass
class Scores:
    """True positives, false positives and false negatives per measure, and lines that show the errors."""

    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    errors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def count(self, measure: str, *, right: int = 0, extra: int = 0, missed: int = 0) -> None:
        self.right[measure] += right
        self.extra[measure] += extra
        self.missed[measure] += missed

    def report(self) -> str:
        lines = [f"{'':14}{'P':>7}{'R':>7}{'F1':>7}   right extra missed"]
        for measure in self.right:
            right, extra, missed = self.right[measure], self.extra[measure], self.missed[measure]
            precision, recall = right / max(1, right + extra), right / max(1, right + missed)
            f1 = 2 * right / max(1, 2 * right + extra + missed)
            figures = f"{precision:7.1%}{recall:7.1%}{f1:7.1%}"
            lines.append(f"{measure:14}{figures}  {right:6}{extra:6}{missed:6}")
        return "\n".join(lines) + "\n"


def score(row: Row, parsed: ParsedDocument, extraction: Extraction, scores: Scores) -> None:
    """Add one article."""
    text = parsed.text
    pairs, free = match(row["events"], extraction.events)
    matched = {id(event) for event, _ in pairs}
    scores.count("trigger", right=len(pairs), extra=len(free), missed=len(row["events"]) - len(pairs))
    typed = sum(event["type"] == found.type for event, found in pairs)
    scores.count(
        "typed", right=typed, extra=len(extraction.events) - typed, missed=len(row["events"]) - typed
    )
    plover = [e for e in row["events"] if e["type"] != "NONE"]
    scores.count(
        "PLOVER only",
        right=sum(e["type"] == f.type != "NONE" for e, f in pairs),
        extra=sum(f.type != "NONE" for f in extraction.events)
        - sum(e["type"] == f.type != "NONE" for e, f in pairs),
        missed=len(plover) - sum(e["type"] == f.type != "NONE" for e, f in pairs),
    )
    for event in row["events"]:
        if id(event) not in matched:
            scores.errors["trigger"].append(line(text, event["start"], event["end"], "missed", event["type"]))
    for found in free:
        span = found.trigger
        scores.errors["trigger"].append(
            line(text, span.start, span.end, "extra", f"{found.type} {found.why['type']}")
        )
    for event, found in pairs:
        score_pair(event, found, parsed, extraction, scores)
    score_clusters(row, pairs, scores)
    score_relations(row, extraction, scores)


def score_relations(row: Row, extraction: Extraction, scores: Scores) -> None:
    """Ties of the same type whose spans overlap, each used once."""
    free = list(extraction.relations)
    for relation in row["relations"]:
        hit = next(
            (f for f in free if f.type == relation["type"] and overlaps(f.start, f.end, relation)), None
        )
        scores.count("relations", right=hit is not None, missed=hit is None)
        if hit is not None:
            free.remove(hit)
        else:
            scores.errors["relations"].append(f"missed {relation['type']}: {relation['text']}")
    scores.count("relations", extra=len(free))
    for found in free:
        one, other = extraction.phrases[found.subject].text, extraction.phrases[found.object].text
        scores.errors["relations"].append(f"extra {one} {found.type} {other} ({found.why})")


def match(
    gold: list[Row], found: tuple[EventCandidate, ...]
) -> tuple[list[tuple[Row, EventCandidate]], list[EventCandidate]]:
    """Pairs of gold and extracted events whose triggers overlap, each used once, and the extracted rest."""
    pairs: list[tuple[Row, EventCandidate]] = []
    free = list(found)
    for event in sorted(gold, key=lambda e: (e["start"], e["end"])):
        hit = next(
            (c for c in free if c.trigger.start < event["end"] and event["start"] < c.trigger.end), None
        )
        if hit is not None:
            free.remove(hit)
            pairs.append((event, hit))
    return pairs, free


def score_pair(
    event: Row, found: EventCandidate, parsed: ParsedDocument, extraction: Extraction, scores: Scores
) -> None:
    text, span = parsed.text, found.trigger

    def note(measure: str, message: str) -> None:
        scores.errors[measure].append(line(text, span.start, span.end, found.type, message))

    for measure, indices in (("actors", found.actors), ("recipients", found.recipients)):
        given = event[measure]
        phrases = [extraction.phrases[i] for i in indices]
        hits = [p for p in phrases if any(overlaps(p.start, p.end, g) for g in given)]
        reached = [g for g in given if any(overlaps(p.start, p.end, g) for p in phrases)]
        scores.count(
            measure, right=len(reached), extra=len(phrases) - len(hits), missed=len(given) - len(reached)
        )
        if len(reached) < len(given) or len(hits) < len(phrases):
            note(measure, f"gold {[g['text'] for g in given]} got {[p.text for p in phrases]}")
    place = event["place"]
    where = extraction.phrases[found.place] if found.place is not None else None
    inside = place is not None and in_sentence(parsed, found, place)
    right = where is not None and place is not None and overlaps(where.start, where.end, place)
    scores.count(
        "place", right=right, extra=where is not None and not right, missed=place is not None and not right
    )
    if not right and (where is not None or inside):
        note("place", f"gold {place and place['text']} got {where and where.text}")
    dated = event["date"] is not None and event["date"]["text"] is not None
    told = found.time is not None and not found.time_inherited
    scores.count(
        "date told",
        right=dated and told,
        extra=told and not dated,
        missed=dated and not told,
    )
    if dated != told:
        when = extraction.phrases[found.time].text if found.time is not None else None
        note("date told", f"gold {event['date'] and event['date']['text']} got {when}")
    same = event["realis"] == found.realis
    scores.count("realis", right=same, extra=not same, missed=not same)
    scores.count(f"  {event['realis']}", right=same, missed=not same)
    if not same:
        scores.extra[f"  {found.realis}"] += 1
        note("realis", f"gold {event['realis']} got {found.realis} ({found.why['realis']})")
    negative = event["sign"] == "-"
    scores.count(
        "negated",
        right=negative and found.polarity == "-",
        extra=found.polarity == "-" and not negative,
        missed=negative and found.polarity != "-",
    )
    if negative != (found.polarity == "-"):
        note("negated", f"gold {event['sign']} got {found.polarity}")
    wanted = list(event["quantities"])
    got = list(found.quantities)
    exact = sum(any(same_quantity(g, q) for q in got) for g in wanted)
    scores.count("quantities", right=exact, extra=len(got) - exact, missed=len(wanted) - exact)
    if exact < len(wanted) or exact < len(got):
        given = [(q["role"], q["text"], q["low"], q["high"]) for q in wanted]
        note("quantities", f"gold {given} got {[(q.role, q.text, q.low, q.high) for q in got]}")


def score_clusters(row: Row, pairs: list[tuple[Row, EventCandidate]], scores: Scores) -> None:
    """Pairs of matched mentions that are, or are taken for, one event."""
    group = {event: i for i, members in enumerate(row["same"]) for event in members}
    for i, (one, first) in enumerate(pairs):
        for other, second in pairs[i + 1 :]:
            gold = one["id"] in group and group[one["id"]] == group.get(other["id"])
            found = first.cluster == second.cluster
            scores.count(
                "same event", right=gold and found, extra=found and not gold, missed=gold and not found
            )
            if found and not gold:
                scores.errors["same event"].append(
                    f"{row['id']} extra {first.trigger.text}@{first.trigger.start} {second.trigger.text}@"
                    f"{second.trigger.start} {second.type}"
                )


def same_quantity(gold: Row, found: Any) -> bool:
    return bool(
        gold["start"] < found.end
        and found.start < gold["end"]
        and gold["low"] == found.low
        and gold["high"] == found.high
        and gold["role"] == ("other" if found.role == "displaced" else found.role)
    )


def overlaps(start: int, end: int, span: Row) -> bool:
    return bool(start < span["end"] and span["start"] < end)


def in_sentence(parsed: ParsedDocument, found: EventCandidate, span: Row) -> bool:
    sentence = parsed.sentence_at(found.trigger.start)
    return sentence is not None and sentence.start <= span["start"] < sentence.end


def line(text: str, start: int, end: int, kind: str, message: str) -> str:
    left = text[max(0, start - 90) : start].replace("\n", " ")
    right = text[end : end + 70].replace("\n", " ")
    return f"{kind:9} {message}\n      {left}[{text[start:end]}]{right}"
