"""What ``whence.analyse(…).to_dict()`` says of an article, as a telling."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evals.account.telling import (
    Attribution,
    Days,
    Event,
    Number,
    Phrase,
    Relation,
    Source,
    Stance,
    Telling,
    chain_of,
)

Row = Mapping[str, Any]


def telling(analysis: Row) -> Telling:
    """The tables of one document as a telling. Fields that are scored are read; the rest is ignored."""
    attributions = {
        row["attribution_id"]: Attribution(
            key=row["attribution_id"],
            parent=row["parent_id"],
            source=_source(row["source"]),
            cue=(row["cue"]["start"], row["cue"]["end"]) if row["cue"] else None,
            content=tuple((start, end) for start, end in row["content"]),
            act=row["act"],
            form=row["form"],
        )
        for row in analysis["attributions"]
    }
    stances: dict[str, dict[str | None, Row]] = {}
    for row in analysis["stances"]:
        if row["scope"] == "event":
            stances.setdefault(row["event_mention_id"], {})[row["attribution_id"]] = row
    return Telling(
        words=len(analysis["document"]["text"].split()),
        published=analysis["document"]["published"],
        events=tuple(
            _event(row, attributions, stances.get(row["event_mention_id"], {}))
            for row in analysis["event_mentions"]
        ),
        attributions=tuple(attributions.values()),
        relations=tuple(
            Relation(
                start=row["start"],
                end=row["end"],
                subject=row["subject"]["name"] or row["subject"]["text"],
                type=row["type"],
                object=row["object"]["name"] or row["object"]["text"],
            )
            for row in analysis["relations"]
        ),
    )


def _source(row: Row) -> Source:
    return Source(
        start=row["start"],
        end=row["end"],
        text=row["text"],
        name=row["name"],
        kind=row["kind"],
        naming=row["naming"],
    )


def _phrase(row: Row) -> Phrase:
    return Phrase(start=row["start"], end=row["end"], text=row["text"], name=row["name"])


def _event(row: Row, attributions: dict[str, Attribution], stances: dict[str | None, Row]) -> Event:
    holder = row["attribution_id"]
    own = stances.get(holder)
    date = row["date"]
    return Event(
        start=row["trigger"]["start"],
        end=row["trigger"]["end"],
        text=row["trigger"]["text"],
        lemma=row["lemma"],
        type=row["type"],
        mode=row["mode"],
        actors=tuple(_phrase(item) for item in row["actors"]),
        recipients=tuple(_phrase(item) for item in row["recipients"]),
        place=_phrase(row["place"]) if row["place"] else None,
        date=Days(first=date["from"], last=date["to"]) if date and (date["from"] or date["to"]) else None,
        realis=row["realis"],
        sign=own["sign"] if own else None,
        certainty=own["certainty"] if own else None,
        chain=chain_of(holder, attributions),
        others=tuple(
            Stance(chain=chain_of(key, attributions), sign=stance["sign"])
            for key, stance in stances.items()
            if key != holder
        ),
        numbers=tuple(
            Number(role=item["role"], low=item["low"], high=item["high"]) for item in row["quantities"]
        ),
        cluster=row["event_id"],
        flags=frozenset(row["factuality"]),
    )
