"""A small account by hand: one report, one event, a dispute, and text that readers trip over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builders import document, event, filled, keep, mention
from whence.pipeline import read_into
from whence.records import (
    Actor,
    Argument,
    Attribution,
    Conflict,
    Document,
    Event,
    EventMention,
    EventParty,
    EventQuantity,
    EventSite,
    Loss,
    Mention,
    Origin,
    OriginInterval,
    Place,
    Quantity,
    Review,
    Role,
    Run,
    Side,
    Source,
    Span,
    Stance,
    TimeValue,
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


# --- one event of every status, told by hostile reports ----------------------------------------------

HOSTILE = "</script><script>alert(1)</script>\t=cmd|'/c calc'!A0\u2028"
SAID = "Ada Brook said the army shelled Karm. "
NOBODY = OriginInterval(low=0, expected=0.0, high=0)
ONE = OriginInterval(low=1, expected=1.0, high=1)
KARM = filled(
    Place, place_id="p-1", name="Karm", kind="city", country="LBY", admin1="Sirte", lat=31.2, lon=16.6,
    precision="city", geonames=7,
)  # fmt: skip
LIBYA = filled(
    Place,
    place_id="p-2",
    name="Libya",
    kind="country",
    country="LBY",
    lat=27.0,
    lon=17.0,
    precision="country",
)
ADA = filled(
    Actor, actor_id="a-1", name="Ada Brook", aliases=("Ms Brook", "AB"), kind="person", country="LBY",
    sectors=("CVL",), wikidata="Q1",
    roles=(Role(title="mayor", organization="Karm", from_="2019-01-01", to=None),),
)  # fmt: skip
ARMY = filled(Actor, actor_id="a-2", name="Libyan army", kind="armed_group", country="LBY", sectors=("MIL",))


def told_events() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Id → what is special about each event."""
    day = TimeValue(from_="2020-03-01", to="2020-03-01", precision="day")
    month = TimeValue(from_="2020-02-01", to="2020-02-29", precision="month")
    twelve = filled(EventQuantity, role="killed", low=12, high=12, approximate=False)
    dozens = filled(EventQuantity, role="killed", low=24, approximate=True)
    karm, libya = EventSite(place_id="p-1", name="Karm"), EventSite(place_id="p-2", name="Libya")
    return (
        ("e-reported", {"date": day, "place": karm, "quantities": (twelve,), "origins": ONE}),
        ("e-planned", {"status": "planned", "realis": "future", "place": karm, "origins": ONE}),
        ("e-hypothetical", {"status": "hypothetical", "realis": "conditional", "origins": ONE}),
        ("e-unsourced", {"status": "hypothetical", "origins": NOBODY}),
        ("e-denied", {"status": "denied", "place": karm, "origins": NOBODY, "denials": ONE}),
        (
            "e-disputed",
            {
                "status": "disputed", "date": day, "place": karm, "quantities": (twelve,), "origins": ONE,
                "denials": ONE, "disputed_fields": ("actor", "date", "place", "quantity"),
            },
        ),
        ("e-vague", {"date": month, "place": libya, "quantities": (twelve, dozens), "origins": ONE}),
        ("e-death", {"type": "NONE", "other": "death", "cameo": None, "origins": ONE}),
        ("e-talks", {"type": "CONSULT", "cameo": None, "origins": ONE}),
    )  # fmt: skip


@pytest.fixture
def world(tmp_path: Path) -> Iterator[Store]:
    """An account of :func:`told_events`, each told once by Ada Brook in a report of its own; the first report
    is hostile in every field."""
    reports, events, event_of, origins = [], [], {}, []
    for number, (key, fields) in enumerate(told_events()):
        name = key.removeprefix("e-")
        head = "" if number else HOSTILE
        text = f"{head}{SAID}It was {name}. Ms Brook, 12, spoke at AB; ab was there."
        at = len(head)
        telling = mention(
            f"n-{name}",
            event_id=key,
            document_id=f"d-{name}",
            sentence=(at, at + len(SAID) - 1),
            trigger=Span(text="shelled", start=at + 24, end=at + 31),
            actors=(
                Argument(
                    text="army", start=at + 19, end=at + 23, actor_id="a-2", name="Libyan army",
                    country="LBY", sectors=("MIL",), title=None,
                ),
            ),
            recipients=(),
            attribution_id=f"t-{name}",
            realis=fields.get("realis", "past"),
            type=fields.get("type", "ASSAULT"),
        )  # fmt: skip
        source = filled(
            Source, text="Ada Brook", start=at, end=at + 9, actor_id="a-1", actor_ids=("a-1",),
            name="Ada Brook", kind="person", naming="named",
        )  # fmt: skip
        sign = "-" if key == "e-denied" else "+" if fields["origins"].high else "?"
        reports.append(
            DocumentRecords(
                document=document(
                    f"d-{name}",
                    text=text,
                    sha256=hashlib.sha256(text.encode()).hexdigest(),
                    path=f"{name}.txt",
                    title=HOSTILE if number == 0 else f"Ada Brook on {name}",
                    outlet="=Gazette\n<b>" if number == 0 else "The Gazette",
                    url="javascript:alert(1)" if number == 0 else f"https://gazette.example/ada-brook-{name}",
                    published=f"2020-03-{number + 1:02}",
                ),
                mentions=(
                    filled(
                        Mention, mention_id=f"m-{name}", document_id=f"d-{name}", start=at, end=at + 9,
                        text="Ada Brook", kind="actor", form="name", refers_to="a-1",
                    ),
                ),
                places=(KARM, LIBYA),
                actors=(ADA, ARMY),
                attributions=(
                    filled(
                        Attribution, attribution_id=f"t-{name}", document_id=f"d-{name}", source=source,
                        cue=Span(text="said", start=at + 10, end=at + 14), content=((at + 15, at + 36),),
                        act="asserts", form="direct" if number == 0 else "indirect",
                    ),
                ),
                event_mentions=(telling,),
                stances=(
                    filled(
                        Stance, stance_id=f"x-{name}", event_mention_id=f"n-{name}",
                        attribution_id=f"t-{name}", sign=sign, certainty="certain", scope="event",
                        cue=Span(text="said", start=at + 10, end=at + 14), why="as Ada Brook says",
                    ),
                ),
            )
        )  # fmt: skip
        parties = (EventParty(actor_id="a-2", name="Libyan army"),)
        given = {"cameo": "190", "actors": parties, "first_reported": f"2020-03-{number + 1:02}"}
        events.append(event(key, document_ids=(f"d-{name}",), **given | fields))
        event_of[f"n-{name}"] = key
        origins.append(
            filled(
                Origin, origin_id=f"o-{name}", event_id=key, sign=sign, kind="person", source="Ada Brook",
                party="none", event_mention_ids=(f"n-{name}",), attribution_ids=(f"t-{name}",),
                document_ids=(f"d-{name}",),
            )
        )  # fmt: skip
    with Store.open(tmp_path / "world.db", create=True) as opened:
        opened.add(*reports)
        found = Linked(event_of=event_of, actor_of={}, actors=(ADA, ARMY))
        keep(opened, found, Assessment(events=tuple(events), origins=tuple(origins)), run_id="r-1")
        yield opened


@pytest.fixture(scope="session")
def marsa_talun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of an account of the invented example: reprints, a later capture, plans, a denial. Read only."""
    path = tmp_path_factory.mktemp("account") / "marsa-talun.db"
    with Store.open(path, create=True) as opened:
        read_into(opened, [Path(__file__).parents[2] / "examples/marsa-talun-2031"])
    return path


@pytest.fixture(scope="session")
def two_outlets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of an account of two outlets on one developing story. Read only."""
    path = tmp_path_factory.mktemp("account") / "two-outlets.db"
    with Store.open(path, create=True) as opened:
        read_into(opened, [Path(__file__).parents[1] / "stories/two_outlets"])
    return path
