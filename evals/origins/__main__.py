"""``python -m evals.origins``: how many independent origins stand behind a claim, against people's count: 94
claims on 32 groups of reports (newscluster; Helsinki, one day's news on one subject), annotated twice.

Each group is read as one account. Of a claim the event counts that holds most of its tellings (event mentions
at the gold words); a claim without any is not found, and wrong.
``exact``: the expected number, rounded, is people's; ``covered``: people's number lies in [low, high];
``over``: the expected number, rounded, is greater. The floor counts the reports of the event."""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.origins.gold import Claim, annotated, claims, groups, texts
from evals.reprints.records import capture
from whence.assess import assess
from whence.clean import clean
from whence.handover import CleanDocument
from whence.link import link
from whence.pipeline import coded, parser
from whence.records import Event, EventMention
from whence.tables import DocumentRecords, Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim, and the event that stands for it in the account."""

    claim: Claim
    event: Event | None
    tellings: int
    """How many of its tellings are an event mention."""
    together: int
    """How many of those are of the event."""


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m evals.origins", description=__doc__)
    arguments.add_argument("--data", type=Path, default=Path("../shared/data/crossdoc"))
    arguments.add_argument("--errors", action="store_true", help="print every claim that is not exact")
    given = arguments.parse_args()
    if not (given.data / "newscluster_docs.jsonl").exists():
        print(f"Skipped: no documents in {given.data} (see --data).")
        return 0
    print(f"origins annotators      {agreement()}")
    found = read(claims(), given.data)
    for line in lines(found):
        print(line)
    if given.errors:
        for item in found:
            print(_told(item))
    return 0


def agreement() -> str:
    first, second = annotated()
    pairs = [(int(first[key]["best"]), int(second[key]["best"])) for key in first]
    same = sum(a == b for a, b in pairs)
    near = sum(abs(a - b) <= 1 for a, b in pairs)
    covered = sum(
        int(first[key]["low"]) <= int(second[key]["best"]) <= int(first[key]["high"]) for key in first
    )
    total = len(pairs)
    return f"exact {same / total:.1%} within one {near / total:.1%} covered {covered / total:.1%} of {total}"


def read(wanted: Sequence[Claim], folder: Path) -> list[Found]:
    """Read each group of reports and find its claims."""
    stored = texts(folder)
    analyses: dict[tuple[str, str], DocumentRecords] = {}
    result = []
    for (corpus, documents), members in groups(wanted).items():
        for key in documents:
            if (corpus, key) not in analyses:
                analyses[corpus, key] = _analysed(stored[corpus][key])
        items = {key: analyses[corpus, key] for key in documents}
        linked = link(Held(items.values()))
        events = {event.event_id: event for event in assess(list(items.values()), linked).events}
        result += [_found(claim, items, linked.event_of, events) for claim in members]
    return result


def _analysed(row: Mapping[str, Any]) -> DocumentRecords:
    document = clean(capture(row))
    assert isinstance(document, CleanDocument), document
    return coded(parser().parse(document))


def _found(
    claim: Claim,
    items: Mapping[str, DocumentRecords],
    event_of: Mapping[str, str],
    events: Mapping[str, Event],
) -> Found:
    told = [
        mention
        for telling in claim.tellings
        for mention in (_at(items[telling.document].event_mentions, telling.start, telling.end),)
        if mention is not None
    ]
    counts = Counter(event_of[mention.event_mention_id] for mention in told)
    best = max(counts, key=lambda key: (counts[key], key), default=None)
    return Found(
        claim=claim,
        event=events[best] if best else None,
        tellings=len(told),
        together=counts[best] if best else 0,
    )


def _at(mentions: Sequence[EventMention], start: int, end: int) -> EventMention | None:
    """The event mention at a gold trigger."""
    return next((m for m in mentions if m.trigger.start < end and start < m.trigger.end), None)


def lines(found: Sequence[Found]) -> Iterator[str]:
    tellings = sum(len(item.claim.tellings) for item in found)
    seen, joined = sum(item.tellings for item in found), sum(item.together for item in found)
    yield f"origins tellings        read {seen / tellings:.1%} of one event {joined / max(seen, 1):.1%}"
    known = [item for item in found if item.event is not None]
    reports = [(i.claim.best, i.event.reports) for i in known if i.event]
    yield f"origins floor, reports  {_line(reports, len(found))}"
    yield f"origins whence          {_line(_expected(known), len(found))} {_interval(known, len(found))}"
    yield f"origins of those found  {_line(_expected(known), len(known))} {_interval(known, len(known))}"
    several = [item for item in known if item.claim.best > 1]
    every = sum(item.claim.best > 1 for item in found)
    yield f"origins two or more     {_line(_expected(several), every)} {_interval(several, every)}"
    denied = [item for item in known if item.claim.denials and item.event]
    right = sum(
        item.event.denials.low <= item.claim.denials <= item.event.denials.high
        for item in denied
        if item.event
    )
    total = sum(bool(item.claim.denials) for item in found)
    yield f"origins denials         covered {right} of {total}"


def _expected(found: Sequence[Found]) -> list[tuple[int, int]]:
    return [(i.claim.best, math.floor(i.event.origins.expected + 0.5)) for i in found if i.event]


def _line(pairs: Sequence[tuple[int, int]], total: int) -> str:
    exact, over = sum(a == b for a, b in pairs), sum(b > a for a, b in pairs)
    return f"exact {exact / total:.1%} over {over / total:.1%} of {total} ({len(pairs)} found)"


def _interval(found: Sequence[Found], total: int) -> str:
    spans = [(i.event.origins.low, i.claim.best, i.event.origins.high) for i in found if i.event]
    covered = sum(low <= best <= high for low, best, high in spans)
    width = sum(high - low for low, _, high in spans) / max(len(spans), 1)
    return f"covered {covered / total:.1%} width {width:.2f}"


def _told(item: Found) -> str:
    origins = item.event.origins if item.event else None
    said = f"[{origins.low}, {origins.expected}, {origins.high}]" if origins else "not found"
    return (
        f"{item.claim.claim_id} {item.claim.best} {said} tellings {len(item.claim.tellings)} read "
        f"{item.tellings} joined {item.together} {item.claim.claim}"
    )


if __name__ == "__main__":
    raise SystemExit(main())
