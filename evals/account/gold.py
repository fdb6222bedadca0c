"""Gold articles as tellings. The format is described in ``gold/GUIDELINES.md`` of the shared folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def telling(row: Row) -> Telling:
    """What the annotation says of one article."""
    sources = {
        source["id"]: Source(
            start=source["start"],
            end=source["end"],
            text=source["text"],
            name=source["name"],
            kind=source["kind"],
            naming=source["naming"],
        )
        for source in row["sources"]
    }
    attributions = {
        given["id"]: Attribution(
            key=given["id"],
            parent=given["parent"],
            source=sources[given["source"]],
            cue=None if given["cue_start"] is None else (given["cue_start"], given["cue_end"]),
            content=tuple((start, end) for start, end in given["content"]),
            act=given["act"],
            form=given["form"],
        )
        for given in row["attributions"]
    }
    cluster = clusters(row)
    return Telling(
        words=len(row["text"].split()),
        published=row["published"],
        events=tuple(_event(given, attributions, cluster, row["published"]) for given in row["events"]),
        attributions=tuple(attributions.values()),
        relations=tuple(
            Relation(
                start=given["start"],
                end=given["end"],
                subject=given["subject"],
                type=given["type"],
                object=given["object"],
            )
            for given in row["relations"]
        ),
    )


def clusters(row: Row) -> dict[str, str]:
    """Event key → the key of the first event of its group; groups that share an event are one."""
    first = {event["id"]: event["id"] for event in row["events"]}
    for group in row["same"]:
        names = {first[key] for key in group}
        into = min(names, key=list(first).index)
        first = {key: into if name in names else name for key, name in first.items()}
    return first


def _phrase(given: Row) -> Phrase:
    return Phrase(start=given["start"], end=given["end"], text=given["text"], name=given["name"])


def _flags(given: Row, published: str) -> Iterator[str]:
    """PLOVER's auxiliary modes by what gold says; historical is a year or more before the report."""
    last = (given["date"] or {}).get("to")
    if given["realis"] == "past" and last and last <= f"{int(published[:4]) - 1}{published[4:]}":
        yield "historical"
    if given["realis"] == "future":
        yield "future"
    if given["realis"] in ("conditional", "generic"):
        yield "hypothetical"
    if given["sign"] == "-":
        yield "negation"


def _event(
    given: Row, attributions: dict[str, Attribution], cluster: dict[str, str], published: str
) -> Event:
    date = given["date"]
    return Event(
        start=given["start"],
        end=given["end"],
        text=given["trigger"],
        lemma=None,
        type=given["type"],
        mode=given["mode"],
        actors=tuple(_phrase(item) for item in given["actors"]),
        recipients=tuple(_phrase(item) for item in given["recipients"]),
        place=_phrase(given["place"]) if given["place"] else None,
        date=Days(first=date["from"], last=date["to"]) if date else None,
        realis=given["realis"],
        sign=given["sign"],
        certainty=given["certainty"],
        chain=chain_of(given["via"], attributions),
        others=tuple(
            Stance(chain=chain_of(item["attribution"], attributions), sign=item["sign"])
            for item in given.get("stances", ())
        ),
        numbers=tuple(
            Number(role=item["role"], low=item["low"], high=item["high"]) for item in given["quantities"]
        ),
        cluster=cluster[given["id"]],
        flags=frozenset(_flags(given, published)),
    )
