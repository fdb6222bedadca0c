"""The invariants of the origin count, and the status and conflicts that follow from it."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import Claim, report
from whence.assess import assess
from whence.link import link
from whence.records import Event, EventDate, EventPlace
from whence.tables import Assessment, DocumentRecords, Held

NAMED = [Claim(voice=name) for name in ("Ada Brook", "Boris Lund", "Clara Dietz")]
UNNAMED = [
    Claim(voice="officials", naming="described", outlet="Reuters"),
    Claim(voice="sources", naming="bare"),
    Claim(voice="residents", naming="described"),
]
OWN = Claim()
claims = st.lists(st.sampled_from([*NAMED, *UNNAMED, OWN]), min_size=1, max_size=3, unique=True)
accounts = st.lists(claims, min_size=1, max_size=3).map(
    lambda groups: [report(f"Outlet {i}", group) for i, group in enumerate(groups)]
)


def assessed(*reports: DocumentRecords) -> Assessment:
    return assess(reports, link(Held(reports)))


def only(result: Assessment) -> Event:
    assert len(result.events) == 1
    return result.events[0]


def copy(item: DocumentRecords, outlet: str, published: str = "2020-03-02") -> DocumentRecords:
    """The same text printed by another outlet a day later."""
    return report(outlet, _claims_of(item), published=published)


def _claims_of(item: DocumentRecords) -> list[Claim]:
    pool = {c: report("x", [c]).document.text for c in [*NAMED, *UNNAMED, OWN]}
    by_text = {text: c for c, text in pool.items()}
    return [by_text[part] for part in item.document.text.split("\n\n")]


@given(accounts)
@settings(deadline=None, max_examples=60)
def test_the_interval_is_ordered(reports: list[DocumentRecords]) -> None:
    for event in assessed(*reports).events:
        assert 1 <= event.origins.low <= event.origins.expected <= event.origins.high


@given(accounts, st.data())
@settings(deadline=None, max_examples=60)
def test_a_verbatim_copy_changes_nothing(reports: list[DocumentRecords], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(reports))
    before, after = only(assessed(*reports)), only(assessed(*reports, copy(chosen, "Copyist")))
    assert after.origins == before.origins, [i.document.text for i in reports]
    assert after.reports == before.reports + 1


@given(accounts)
@settings(deadline=None, max_examples=60)
def test_a_new_named_witness_adds_exactly_one(reports: list[DocumentRecords]) -> None:
    before = only(assessed(*reports)).origins
    after = only(assessed(*reports, report("Late Paper", [Claim(voice="Nora Okafor")]))).origins
    assert (after.low, after.high) == (before.low + 1, before.high + 1)
    assert after.expected == round(before.expected + 1, 1)


@given(accounts)
@settings(deadline=None, max_examples=60)
def test_deleting_a_credit_never_raises_low(reports: list[DocumentRecords]) -> None:
    before = only(assessed(*reports)).origins
    bare = [
        report(item.document.outlet or "", [replace(c, outlet=None) for c in _claims_of(item)])
        for item in reports
    ]
    assert only(assessed(*bare)).origins.low <= before.low


@given(accounts, claims, claims)
@settings(deadline=None, max_examples=60)
def test_a_merged_article_never_lowers(
    reports: list[DocumentRecords], left: list[Claim], right: list[Claim]
) -> None:
    parts = [report("Left", left), report("Right", right)]
    merged = report("Merger", list(dict.fromkeys([*left, *right])), published="2020-03-02")
    before = only(assessed(*reports, *parts)).origins
    after = only(assessed(*reports, *parts, merged)).origins
    assert after.low >= before.low and after.high >= before.high


@given(accounts, st.randoms())
@settings(deadline=None, max_examples=40)
def test_input_order_changes_nothing(reports: list[DocumentRecords], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert link(Held(shuffled)) == link(Held(reports))
    assert assessed(*shuffled) == assessed(*reports)


def test_one_speaker_in_two_papers_is_one_origin() -> None:
    event = only(assessed(report("A", [NAMED[0]]), report("B", [NAMED[0]])))
    assert (event.reports, event.outlets) == (2, 2)
    assert event.origins.high == 1
    assert event.status == "reported"


def test_two_named_witnesses_corroborate() -> None:
    event = only(assessed(report("A", [NAMED[0]]), report("B", [NAMED[1]])))
    assert event.origins.low == 2
    assert event.status == "corroborated"


def test_two_unnamed_sources_of_two_newsrooms_are_one_or_two() -> None:
    event = only(
        assessed(
            report("A", [Claim(voice="officials", naming="described", outlet="Reuters")]),
            report("B", [Claim(voice="sources", naming="bare", outlet="Interfax")]),
        )
    )
    assert (event.origins.low, event.origins.high) == (1, 2)
    assert 1.5 < event.origins.expected < 2


def test_a_report_that_restates_its_source_adds_none() -> None:
    event = only(assessed(report("A", [NAMED[0], OWN])))
    assert event.origins.high == 1


def test_denial_only_and_dispute() -> None:
    denial = Claim(voice="Boris Lund", sign="-")
    assert only(assessed(report("A", [denial]))).status == "denied"
    result = assessed(report("A", [NAMED[0]]), report("B", [denial]))
    assert only(result).status == "disputed"
    (conflict,) = result.conflicts
    assert (conflict.field, conflict.kind) == ("occurrence", "contradiction")
    assert [side.sign for side in conflict.sides] == ["+", "-"]
    assert all(len(side.origin_ids) == 1 for side in conflict.sides)


def test_a_denial_of_the_target_alone_disputes_the_target() -> None:
    narrowed = Claim(voice="Boris Lund", sign="-", narrowed=True, target="rebels")
    result = assessed(report("A", [NAMED[0]]), report("B", [narrowed]))
    event = only(result)
    assert event.status == "reported"
    assert event.disputed_fields == ("recipient",)
    (conflict,) = result.conflicts
    assert {(side.value, side.sign) for side in conflict.sides} == {("Karm", "+"), ("rebels", "-")}


def test_two_events_that_differ_in_one_field_are_both_disputed_on_it() -> None:
    """The army shelled Karm, says Ada; rebels did, says Boris: linking keeps those apart."""
    army, rebels = report("A", [NAMED[0]]), report("B", [NAMED[1]])
    site = EventPlace(text="Karm", start=0, end=4, place_id="p-1", name="Karm")
    day = EventDate(
        from_="2020-03-01", to="2020-03-01", text="Sunday", start=0, end=6, precision="day", anchor="explicit"
    )
    sides = [
        replace(
            item,
            event_mentions=tuple(
                replace(
                    m,
                    place=site,
                    date=day,
                    actors=(replace(m.actors[0], text=name, name=name, sectors=(sector,)),),
                )
                for m in item.event_mentions
            ),
        )
        for item, name, sector in ((army, "army", "MIL"), (rebels, "rebels", "REB"))
    ]
    linked = link(Held(sides))
    apart = {m.event_mention_id: m.event_id for item in sides for m in item.event_mentions}
    result = assess(sides, replace(linked, event_of=apart))
    (conflict,) = result.conflicts
    assert (conflict.kind, conflict.field, len(conflict.event_ids)) == ("contradiction", "actor", 2)
    assert [event.disputed_fields for event in result.events] == [("actor",), ("actor",)]


def test_a_toll_that_rises_is_a_revision() -> None:
    result = assessed(
        report("A", [Claim(voice="Ada Brook", killed=12)]),
        report("B", [Claim(voice="Ada Brook", killed=31)], published="2020-03-03"),
    )
    (conflict,) = result.conflicts
    assert (conflict.field, conflict.kind) == ("quantity", "revision")


def test_two_tolls_of_one_day_contradict() -> None:
    result = assessed(
        report("A", [Claim(voice="Ada Brook", killed=12)]),
        report("B", [Claim(voice="Boris Lund", killed=31)]),
    )
    (conflict,) = result.conflicts
    assert conflict.kind == "contradiction"


def test_every_telling_has_a_derivation_to_an_origin_or_a_telling() -> None:
    result = assessed(report("A", [NAMED[0], OWN]), report("B", [UNNAMED[0]]))
    origins = {origin.origin_id for origin in result.origins}
    assert {d.origin_id for d in result.derivations if d.origin_id} == origins
    assert len({d.event_mention_id for d in result.derivations}) == 3


def test_an_officer_and_the_statement_of_the_force_are_one_origin() -> None:
    item = report("A", [Claim(voice="Ada Brook"), Claim(voice="Karm police", kind="organization")])
    member = replace(item.attributions[0].source, affiliation="Karm police")
    attributions = (replace(item.attributions[0], source=member), *item.attributions[1:])
    event = only(assessed(replace(item, attributions=attributions)))
    assert (event.origins.low, event.origins.high) == (1, 1)
    assert event.status == "reported"


def test_a_paper_that_tells_it_again_is_one_origin() -> None:
    again = report("A", [OWN, NAMED[0]], published="2020-03-02")
    assert only(assessed(report("A", [OWN]), again)).origins.high == 1
    assert only(assessed(report("A", [OWN]), report("B", [replace(OWN, killed=3)]))).origins.high == 2


def test_two_captures_of_one_address_are_one_origin() -> None:
    first, later = (report("", [OWN], published=day) for day in ("2020-03-01", "2020-03-02"))
    captures = [
        replace(
            item, document=replace(item.document, outlet=None, url="https://example.org/karm", captured=day)
        )
        for item, day in ((first, "2020-03-01"), (later, "2020-03-02"))
    ]
    captures[1] = _moved(captures[1])
    event = only(assessed(*captures))
    assert (event.reports, event.outlets, event.origins.high) == (1, 1, 1)


def _moved(item: DocumentRecords) -> DocumentRecords:
    """The same records under another document_id, as of a text that was changed elsewhere."""
    return replace(
        item,
        document=replace(item.document, document_id="d-later"),
        event_mentions=tuple(
            replace(m, document_id="d-later", event_mention_id="n-later", event_id="e-later")
            for m in item.event_mentions
        ),
        stances=tuple(replace(s, event_mention_id="n-later") for s in item.stances),
    )


def test_papers_that_only_credit_one_another_are_one_origin_and_said_to_be() -> None:
    alpha = report("Alpha", [Claim(voice="Beta", kind="outlet")])
    beta = report("Beta", [Claim(voice="Alpha", kind="outlet")])
    result = assessed(alpha, beta)
    count = only(result).origins
    assert (count.low, count.expected, count.high) == (1, 1.0, 1)
    (origin,) = result.origins
    assert origin.source == "Alpha and Beta, crediting one another"
    assert all("circular" in derivation.evidence for derivation in result.derivations)
    witness = assessed(alpha, beta, report("Beta", [NAMED[0]], published="2020-03-02"))
    assert [origin.source for origin in witness.origins] == ["Ada Brook"]
