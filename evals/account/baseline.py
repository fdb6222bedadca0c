"""Simple baselines: what no understanding at all would score.

``plain`` keeps what was found and gives every field its most frequent value; ``verbs`` says that every verb
but "say" is an event outside PLOVER.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from evals.account.telling import Days, Event, Telling


def plain(told: Telling) -> Telling:
    """The same mentions, each told by the article itself as a certain event of the past on the day of
    publication, in a group of its own; attributions are indirect assertions of named persons."""
    day = Days(first=told.published, last=told.published) if told.published else None
    events = tuple(
        replace(
            event,
            type="NONE",
            mode=None,
            place=None,
            date=day,
            realis="past",
            sign="+",
            certainty="certain",
            chain=(),
            others=(),
            cluster=str(number),
            flags=frozenset(),
        )
        for number, event in enumerate(told.events)
    )
    attributions = tuple(
        replace(
            attribution,
            parent=None,
            source=replace(attribution.source, kind="person", naming="named"),
            act="asserts",
            form="indirect",
        )
        for attribution in told.attributions
    )
    return replace(told, events=events, attributions=attributions)


def verbs(told: Telling, tokens: list[Mapping[str, Any]]) -> Telling:
    """Every token tagged as a verb, but "say", as an event."""
    empty = Event(
        start=0,
        end=0,
        text="",
        lemma=None,
        type="NONE",
        mode=None,
        actors=(),
        recipients=(),
        place=None,
        date=None,
        realis="past",
        sign="+",
        certainty="certain",
        chain=(),
        others=(),
        numbers=(),
        cluster="",
    )
    events = tuple(
        replace(
            empty, start=token["start"], end=token["end"], text=token["text"], cluster=str(token["start"])
        )
        for token in tokens
        if token["upos"] == "VERB" and token["lemma"] != "say"
    )
    return replace(told, events=events)
