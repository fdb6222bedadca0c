"""A small account by hand: one report, one event, a dispute, and text that readers trip over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import filled, keep
from whence.records import (
    Argument,
    Attribution,
    Conflict,
    Document,
    Event,
    EventMention,
    EventParty,
    EventQuantity,
    Loss,
    OriginInterval,
    Place,
    Quantity,
    Review,
    Run,
    Side,
    Source,
    Span,
    Stance,
    Token,
    ValueRange,
)
from whence.store import Store
from whence.tables import Assessment, DocumentRecords, Linked

TEXT = '=HYPERLINK("x")\nOfficials said\u2028dozens arrived.\r\n'
"""Begins as a formula; has every kind of line end."""

REVIEW = Review(
    field="type", verdict="corrected", value="RETREAT", who="A. Nowak", when="2031-02-03T10:11:12"
)


def analysed() -> DocumentRecords:
    officials = filled(Source, text="Officials", start=16, end=25, kind="group", naming="bare")
    troops = filled(Argument, text="dozens", start=31, end=37, actor_id="a-1", sectors=("MIL", "GOV"))
    dozens = Quantity(role="size", text="dozens", start=31, end=37, low=24, high=None, approximate=True)
    telling = filled(
        EventMention,
        event_mention_id="m-1",
        event_id="own",
        document_id="d-1",
        sentence=(16, 46),
        trigger=Span(text="arrived", start=38, end=45),
        lemma="arrive",
        type="MOBILIZE",
        actors=(troops,),
        realis="past",
        quantities=(dozens,),
        attribution_id="t-1",
        restated=False,
        principal=False,
        political=False,
        why={"type": "arrive → MOBILIZE", "realis": "VBD"},
        reviewed=(REVIEW,),
    )
    return DocumentRecords(
        document=filled(
            Document,
            document_id="d-1",
            title="-1 is a title",
            text=TEXT,
            language="en",
            sha256="0",
            analysis_key="k",
        ),
        tokens=(
            filled(
                Token,
                document_id="d-1",
                sentence=0,
                index=1,
                start=16,
                end=25,
                text="Officials",
                lemma="official",
                upos="NOUN",
                head=0,
                deprel="root",
            ),
        ),
        places=(filled(Place, place_id="p-1", name="Idlib", lat=35.93, lon=36.63),),
        attributions=(
            filled(
                Attribution,
                attribution_id="t-1",
                document_id="d-1",
                source=officials,
                cue=Span(text="said", start=26, end=30),
                content=((31, 45),),
                act="asserts",
                form="indirect",
            ),
        ),
        event_mentions=(telling,),
        stances=(
            filled(
                Stance,
                stance_id="st-1",
                event_mention_id="m-1",
                attribution_id="t-1",
                sign="-",
                certainty="certain",
                scope="event",
                why="",
            ),
        ),
    )


def assessed() -> Assessment:
    none = OriginInterval(low=0, expected=0.0, high=0)
    size = filled(EventQuantity, role="size", low=24, approximate=True, origin_ids=("o-1", "o-2"))
    event = filled(
        Event,
        event_id="e-1",
        story_id="s-1",
        type="MOBILIZE",
        actors=(EventParty(actor_id="a-1", name="troops"),),
        realis="past",
        status="reported",
        quantities=(size,),
        document_ids=("d-1",),
        reports=1,
        outlets=1,
        origins=OriginInterval(low=1, expected=1.2345, high=2),
        denials=none,
    )
    sides = tuple(
        Side(value=value, sign="+", origin_ids=("o-1",), document_ids=("d-1",))
        for value in ("rebels", 20.0, ValueRange(low=24, high=None))
    )
    conflict = Conflict(
        conflict_id="c-1",
        kind="precision",
        why="",
        probability=0.333,
        field="quantity",
        event_ids=("e-1",),
        sides=sides,
    )
    return Assessment(events=(event,), conflicts=(conflict,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "account.db", create=True) as opened:
        opened.add(analysed())
        keep(opened, Linked(event_of={"m-1": "e-1"}, actor_of={}), assessed(), run_id="r-1")
        opened.replace_losses(
            [Loss(path="a.txt", document_id=None, stage="read", reason="empty", detail="")], paths=()
        )
        opened.write_run(Run(run_id="r-1", started="t0", finished="t1", version="0", counts={"documents": 1}))
        yield opened
