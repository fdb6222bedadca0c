"""Accuracy of interval values on gold time spans."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from evals.gold import articles
from whence.handover import Extraction, ParsedDocument, Phrase
from whence.records import TimeValue
from whence.resolve.times import resolve_times


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """``start``..``end`` is the phrase; ``first``/``last`` its value, ``None`` for an open side."""

    start: int
    end: int
    phrase: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    document: str
    published: str
    gold: Gold
    value: TimeValue | None

    @property
    def right(self) -> bool:
        """Both ends agree."""
        return (
            self.value is not None and self.value.from_ == self.gold.first and self.value.to == self.gold.last
        )

    @property
    def overlaps(self) -> bool:
        """At least one day in common."""
        value, gold = self.value, self.gold
        return (
            value is not None
            and (value.from_ or "") <= (gold.last or "9999")
            and (gold.first or "") <= (value.to or "9999")
        )


def bounds(value: str) -> tuple[str, str] | None:
    """First and last day of an ISO date of any precision; ``None`` for one without a year or with a typo
    in the gold."""
    parts = value[:10].split("-")
    try:
        year = int(parts[0])
        if len(parts) == 1:
            return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
        month = int(parts[1])
        if len(parts) == 2:
            last = calendar.monthrange(year, month)[1]
            return date(year, month, 1).isoformat(), date(year, month, last).isoformat()
        return (date.fromisoformat(value[:10]).isoformat(),) * 2
    except (ValueError, calendar.IllegalMonthError):
        return None


def gum(path: Path) -> Iterator[tuple[str, str, str, str, list[Gold]]]:
    """(genre, id, published, text, golds) per document. Spans with ``notBefore`` or ``notAfter`` only are
    left out: they bound an unknown time."""
    for row in articles(path):
        golds = []
        for item in row["timexes"]:
            first, last = item.get("when") or item.get("from"), item.get("when") or item.get("to")
            if not first or not last or first.startswith("-") or last.startswith("-"):
                continue
            low, high = bounds(first), bounds(last)
            if low and high:
                golds.append(
                    Gold(
                        start=item["start"],
                        end=item["end"],
                        phrase=item["phrase"],
                        first=low[0],
                        last=high[1],
                    )
                )
        if row["dct"] and len(row["dct"]) == 10 and golds:
            yield row["genre"], row["id"], row["dct"], row["text"], golds


def own(path: Path) -> Iterator[tuple[str, str, str, list[Gold]]]:
    """(id, published, text, golds) per report: the dates of events that are worded beside their trigger,
    found again as the mention of that wording nearest to the trigger."""
    for row in articles(path):
        golds: dict[tuple[int, int], Gold] = {}
        for event in row["events"]:
            when = event.get("date")
            if not when or not when.get("text"):
                continue
            start = _nearest(row["text"], when["text"], event["start"])
            if start is not None:
                span = (start, start + len(when["text"]))
                golds.setdefault(
                    span,
                    Gold(
                        start=span[0], end=span[1], phrase=when["text"], first=when["from"], last=when["to"]
                    ),
                )
        if golds:
            yield row["id"], row["published"], row["text"], [golds[span] for span in sorted(golds)]


def _nearest(text: str, phrase: str, to: int) -> int | None:
    starts, at = [], text.find(phrase)
    while at >= 0:
        starts.append(at)
        at = text.find(phrase, at + 1)
    return min(starts, key=lambda s: abs(s - to), default=None)


def outcomes(identifier: str, parsed: ParsedDocument, golds: list[Gold], *, named: bool) -> list[Outcome]:
    """What ``resolve_times`` makes of the gold spans of a document, given as phrases: what the expressions
    name (GUM: "until *2016*" is the year), or else the interval in which what they date lies (own gold)."""
    phrases: list[Phrase] = []
    kept: list[Gold] = []
    for gold in golds:
        sentence = parsed.sentence_at(gold.start)
        if sentence is None:
            continue
        inside = [w for w in sentence.words if w.start < gold.end and w.end > gold.start]
        if not inside:
            continue
        outside = [w for w in inside if not inside[0].index <= w.head <= inside[-1].index]
        kept.append(gold)
        phrases.append(
            Phrase(
                index=len(phrases),
                sentence=sentence.index,
                head=(outside or inside)[0].index,
                start=gold.start,
                end=gold.end,
                text=gold.phrase,
                kind="time",
                form="nominal",
                name=None,
            )
        )
    dates, names = resolve_times(parsed, Extraction(phrases=tuple(phrases), events=(), relations=()))
    bounded = {
        index: TimeValue(from_=date.from_, to=date.to, precision=date.precision)
        for index, date in dates.items()
    }
    values = names if named else bounded
    return [
        Outcome(
            document=identifier,
            published=cast(str, parsed.document.published),
            gold=gold,
            value=values.get(index),
        )
        for index, gold in enumerate(kept)
    ]
