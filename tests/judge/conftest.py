"""Judgements on the records of ``builders.report``, as a person would make them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from whence.judge import anchors, judge
from whence.records import Anchor, Judgement
from whence.tables import DocumentRecords

WHEN = "2031-02-03T00:00:00"


def made(
    about: anchors.Identity,
    verdict: Any,
    field: str,
    value: str | None = None,
    *values: Anchor,
    when: str = WHEN,
) -> Judgement:
    return Judgement(
        anchors=(*about, *values),
        verdict=verdict,
        field=field,
        value=value,
        who="A. Nowak",
        when=when,
        note=None,
    )


@pytest.fixture
def on_event() -> Callable[..., Judgement]:
    """``on_event(records, verdict, field, value, span="…", at=0)``: a judgement on the mention at a place."""

    def judgement(
        records: DocumentRecords,
        verdict: str,
        field: str,
        value: str | None = None,
        *,
        span: str | None = None,
        at: int = 0,
        when: str = WHEN,
    ) -> Judgement:
        document = records.document
        about = anchors.of_event(document, records.event_mentions[at])
        values = ()
        if span is not None:
            start = document.text.index(span)
            values = (Anchor(sha256=document.sha256, start=start, end=start + len(span), field="value"),)
        return made(about, verdict, field, value if value is not None else span, *values, when=when)

    return judgement


@pytest.fixture
def on_attribution() -> Callable[..., Judgement]:
    """``on_attribution(records, verdict, field, value, at=0)``."""

    def judgement(
        records: DocumentRecords,
        verdict: str,
        field: str,
        value: str | None = None,
        *values: Anchor,
        at: int = 0,
    ) -> Judgement:
        about = anchors.of_attribution(records.document, records.attributions[at])
        return made(about, verdict, field, value, *values)

    return judgement


@pytest.fixture
def one() -> Callable[..., DocumentRecords]:
    """``one(records, *judgements)``: the document as judged."""

    def judged(records: DocumentRecords, *judgements: Judgement) -> DocumentRecords:
        (found,) = judge([records], judgements)
        return found

    return judged
