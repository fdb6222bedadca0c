"""What all tellings of an event say together."""

from dataclasses import replace

import pytest

from builders import document, mention
from whence.assess.assertions import Assertion
from whence.assess.events import commonest, commonest_or_none, event_row, narrowest, status
from whence.assess.roots import Root
from whence.records import (
    Actor,
    Argument,
    Event,
    EventDate,
    EventMention,
    EventParty,
    EventPlace,
    OriginInterval,
    Quantity,
    Sign,
)

ADA = Root("person", ("ada brook",), "Ada Brook")
NONE = OriginInterval(low=0, expected=0.0, high=0)
ONE = OriginInterval(low=1, expected=1.0, high=1)
ONE_OR_TWO = OriginInterval(low=1, expected=1.9, high=2)
TWO = OriginInterval(low=2, expected=2.0, high=2)


def told(item: EventMention, sign: Sign = "+", root: Root = ADA) -> Assertion:
    return Assertion(
        mention=item,
        document=document(item.document_id),
        sign=sign,
        root=root,
        chain=(),
        narrowed=frozenset(),
    )


def party(name: str, actor_id: str | None = None) -> Argument:
    return Argument(
        text=name, start=0, end=0, actor_id=actor_id, name=name, country=None, sectors=(), title=None
    )


def dated(from_: str | None, to: str | None) -> EventDate:
    return EventDate(from_=from_, to=to, text=None, start=None, end=None, precision="day", anchor="inherited")


def row(*mentions: EventMention, published: dict[str, str | None] | None = None, **changes: object) -> Event:
    """The row of an event told by Ada Brook in every mention."""
    ids = {m.document_id for m in mentions}
    dates = published or {}
    given: dict[str, object] = {
        "documents": {key: document(key, outlet=f"Outlet of {key}", published=dates.get(key)) for key in ids},
        "version_of": {},
        "actors": {},
        "actor_of": {},
    }
    return event_row(
        event_id="e-1",
        story_id="s-1",
        mentions=mentions,
        group=[told(m) for m in mentions],
        origin_of={ADA: ADA},
        origin_ids={ADA: "o-1"},
        origins=ONE,
        denials=NONE,
        **{**given, **changes},  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("realis", "sign", "origins", "denials", "expected"),
    [
        (["past"], "+", ONE, NONE, "reported"),
        (["past"], "+", ONE_OR_TWO, NONE, "reported"),
        (["past"], "+", TWO, NONE, "corroborated"),
        (["ongoing", "past"], "+", TWO, NONE, "corroborated"),
        (["past"], "-", NONE, ONE, "denied"),
        (["past"], "+", TWO, ONE, "disputed"),
        (["future"], "+", TWO, NONE, "planned"),
        (["future"], "-", NONE, ONE, "denied"),
        (["future"], "+", ONE, ONE, "disputed"),
        (["conditional"], "+", ONE, NONE, "hypothetical"),
        (["conditional", "generic"], "+", TWO, NONE, "hypothetical"),
        (["future", "past"], "+", ONE, NONE, "reported"),
    ],
)
def test_status_is_the_first_that_applies(
    realis: list[str], sign: Sign, origins: OriginInterval, denials: OriginInterval, expected: str
) -> None:
    mentions = [mention(f"n-{i}", realis=value) for i, value in enumerate(realis)]
    assert status(mentions, [told(m, sign) for m in mentions], origins, denials) == expected


def test_what_nobody_reports_as_happened_is_not_reported_as_happened() -> None:
    """One source plans it, another names a condition: no telling says it took place."""
    mentions = [mention("n-1", realis="future"), mention("n-2", realis="conditional")]
    assert status(mentions, [told(m) for m in mentions], TWO, NONE) == "planned"


def test_what_nobody_commits_to_is_hypothetical() -> None:
    assert status([mention("n-1")], [], NONE, NONE) == "hypothetical"
    assert status([mention("n-1", realis="future")], [], NONE, NONE) == "planned"


def test_the_commonest_value_and_of_equals_the_first() -> None:
    assert commonest(["a", "b", "b"]) == "b"
    assert commonest(["b", "a"]) == "b"
    assert commonest_or_none([None, None, "a"]) == "a"
    assert commonest_or_none([None]) is None


def test_the_narrowest_date_told() -> None:
    month, day = dated("2020-03-01", "2020-03-31"), dated("2020-03-03", "2020-03-03")
    found = narrowest([mention("n-1", date=month), mention("n-2", date=day), mention("n-3")])
    assert found is not None and (found.from_, found.to) == ("2020-03-03", "2020-03-03")
    found = narrowest([mention("n-1", date=dated("2020-03-05", None)), mention("n-2", date=month)])
    assert found is not None and found.to == "2020-03-31", "a closed interval says more than an open one"
    assert narrowest([mention("n-1"), mention("n-2", date=dated(None, None))]) is None


def test_type_is_that_of_most_tellings_and_mode_comes_from_those() -> None:
    found = row(
        mention("n-1", type="COERCE", mode="arrest"),
        mention("n-2", type="ASSAULT", mode="aerial"),
        mention("n-3", type="ASSAULT"),
    )
    assert (found.type, found.mode) == ("ASSAULT", "aerial")


def test_told_as_past_by_anyone_is_told_as_past() -> None:
    assert row(mention("n-1", realis="future"), mention("n-2", realis="past")).realis == "past"
    assert row(mention("n-1", realis="generic"), mention("n-2", realis="conditional")).realis == "conditional"


def test_reports_documents_outlets_and_the_first_date() -> None:
    mentions = [
        mention("n-1", document_id="d-1"),
        mention("n-2", document_id="d-2"),
        mention("n-3", document_id="d-2"),
    ]
    found = row(*mentions, published={"d-1": "2020-03-02", "d-2": "2020-03-01"})
    assert found.document_ids == ("d-2", "d-1")
    assert (found.reports, found.outlets, found.first_reported) == (2, 2, "2020-03-01")
    assert row(*mentions, version_of={"d-2": "d-1"}).reports == 1, (
        "two captures of one address are one report"
    )
    assert row(*mentions).first_reported is None


def test_documents_of_one_outlet_count_once_and_unknown_outlets_each() -> None:
    mentions = [mention("n-1", document_id="d-1"), mention("n-2", document_id="d-2")]
    same = {key: document(key, outlet="Gazette") for key in ("d-1", "d-2")}
    assert row(*mentions, documents=same).outlets == 1
    unknown = {key: document(key) for key in ("d-1", "d-2")}
    assert row(*mentions, documents=unknown).outlets == 2


def test_parties_are_merged_by_actor_and_the_most_told_comes_first() -> None:
    actor = Actor(
        actor_id="a-9", name="Syrian Arab Army", aliases=(), kind="organization", country="SYR", sectors=(),
        wikidata=None, roles=(),
    )  # fmt: skip
    found = row(
        mention("n-1", actors=(party("rebels"), party("the army", "a-1"))),
        mention("n-2", actors=(party("Syria's army", "a-2"),)),
        actors={"a-9": actor},
        actor_of={"a-1": "a-9", "a-2": "a-9"},
    )
    assert found.actors == (
        EventParty(actor_id="a-9", name="Syrian Arab Army"),
        EventParty(actor_id=None, name="rebels"),
    )


def test_a_name_with_and_without_article_is_one_party() -> None:
    found = row(mention("n-1", actors=(party("the rebels"),)), mention("n-2", actors=(party("Rebels"),)))
    assert len(found.actors) == 1


def test_the_place_told_most_often() -> None:
    karm = EventPlace(text="there", start=0, end=5, place_id="p-1", name="Karm")
    tarsk = EventPlace(text="Tarsk", start=0, end=5, place_id=None, name=None)
    found = row(mention("n-1", place=tarsk), mention("n-2", place=karm), mention("n-3", place=karm))
    assert found.place is not None
    assert (found.place.place_id, found.place.name) == ("p-1", "Karm")
    assert row(mention("n-1")).place is None


def test_every_figure_has_the_origins_that_give_it() -> None:
    twelve = Quantity(role="killed", text="12", start=0, end=2, low=12, high=12, approximate=False)
    more = replace(twelve, text="20", low=20, high=20)
    found = row(
        mention("n-1", quantities=(more,)),
        mention("n-2", quantities=(twelve,)),
        mention("n-3", quantities=(twelve,)),
    )
    assert [(q.low, q.origin_ids, q.event_mention_ids) for q in found.quantities] == [
        (12, ("o-1",), ("n-2", "n-3")),
        (20, ("o-1",), ("n-1",)),
    ]


def test_contexts_are_those_of_all_tellings_of_its_type() -> None:
    found = row(mention("n-1", contexts=("military",)), mention("n-2", contexts=("terrorism", "military")))
    assert found.contexts == ("military", "terrorism")
