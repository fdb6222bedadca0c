"""Values of the fields of an event mention."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from builders import Claim, filled, report
from whence.records import Actor, Judgement, Mention, Place
from whence.tables import DocumentRecords

Make = Callable[..., Judgement]
One = Callable[..., DocumentRecords]
REPORT = report("The Gazette", [Claim(voice="Ada Brook", killed=3), Claim(target="Lomi")])
TEXT = REPORT.document.text


def known(records: DocumentRecords, *actors: Actor) -> DocumentRecords:
    return replace(records, actors=actors)


def actor(actor_id: str, name: str, **fields: Any) -> Actor:
    made: Actor = filled(Actor, actor_id=actor_id, name=name, kind="organization", **fields)
    return made


def test_an_actor_is_known_by_the_documents_own_name_or_alias(on_event: Make, one: One) -> None:
    forces = actor("a-1", "Karmian Armed Forces", aliases=("KAF",), country="KRM", sectors=("MIL",))
    found = one(known(REPORT, forces), on_event(REPORT, "corrected", "actor", "KAF"))
    (party,) = found.event_mentions[0].actors
    assert (party.actor_id, party.name, party.country) == ("a-1", "Karmian Armed Forces", "KRM")
    # Not named in the text: it stands at the words that were read as another's.
    assert TEXT[party.start : party.end] == "army"
    assert found.event_mentions[0].political
    assert found.actors == (forces,)


def test_an_actor_that_nothing_knows_is_one_of_that_name(on_event: Make, one: One) -> None:
    found = one(REPORT, on_event(REPORT, "corrected", "actor", "the Blue Brigade"))
    (party,) = found.event_mentions[0].actors
    (born,) = found.actors
    assert (party.actor_id, born.name, born.kind) == (born.actor_id, "the Blue Brigade", "group")


def test_an_actor_by_its_span_is_mentioned_there(on_event: Make, one: One) -> None:
    found = one(REPORT, on_event(REPORT, "added", "recipient", span="people"))
    karm, people = found.event_mentions[0].recipients
    assert (karm.text, people.text, TEXT[people.start : people.end]) == ("Karm", "people", "people")
    (mention,) = found.mentions
    assert (mention.kind, mention.refers_to, mention.form) == ("actor", people.actor_id, "nominal")


def test_at_a_span_where_an_actor_is_mentioned_it_is_that_actor(on_event: Make, one: One) -> None:
    start = TEXT.index("people")
    mention = filled(
        Mention, mention_id="m-1", document_id="d", start=start, end=start + 6, text="people", kind="actor",
        refers_to="a-1",
    )  # fmt: skip
    records = replace(known(REPORT, actor("a-1", "villagers of Karm")), mentions=(mention,))
    judgement = on_event(REPORT, "corrected", "recipient", span="people")
    (party,) = one(records, judgement).event_mentions[0].recipients
    assert (party.actor_id, party.text) == ("a-1", "people")


def test_parties_that_stay_keep_their_spans(on_event: Make, one: One) -> None:
    found = one(REPORT, on_event(REPORT, "corrected", "recipient", "Karm; Lomi"))
    assert found.event_mentions[0].recipients[0] == REPORT.event_mentions[0].recipients[0]
    assert len(found.event_mentions[0].recipients) == 2


def test_one_party_is_taken_out_and_the_others_stay(on_event: Make, one: One) -> None:
    both = on_event(REPORT, "added", "actor", "navy")
    less = on_event(REPORT, "wrong", "actor", "army", when="2031-02-04")
    assert [p.name for p in one(REPORT, both, less).event_mentions[0].actors] == ["navy"]
    assert one(REPORT, on_event(REPORT, "wrong", "actor")).event_mentions[0].actors == ()


def test_a_place_is_a_known_one_or_its_name(on_event: Make, one: One) -> None:
    lomi = filled(Place, place_id="p-1", name="Lomi")
    records = replace(REPORT, places=(lomi,))
    place = one(records, on_event(REPORT, "corrected", "place", "lomi")).event_mentions[0].place
    assert place is not None
    assert (place.place_id, place.name) == ("p-1", "Lomi")
    place = one(records, on_event(REPORT, "corrected", "place", span="Karm")).event_mentions[0].place
    assert place is not None
    assert (place.place_id, place.name, place.text) == (None, "Karm", "Karm")
    found = one(
        records,
        on_event(REPORT, "corrected", "place", span="Karm"),
        on_event(REPORT, "wrong", "place", when="3"),
    )
    assert found.event_mentions[0].place is None


def test_a_date_without_words_has_no_span(on_event: Make, one: One) -> None:
    date = one(REPORT, on_event(REPORT, "corrected", "date", "2020-02")).event_mentions[0].date
    assert date is not None
    assert (date.from_, date.to, date.precision, date.text, date.anchor) == (
        "2020-02-01", "2020-02-29", "month", None, None,
    )  # fmt: skip


def test_a_number_stands_where_it_is_written_else_where_one_was_read(on_event: Make, one: One) -> None:
    (toll,) = REPORT.event_mentions[0].quantities
    found = one(REPORT, on_event(REPORT, "corrected", "quantity", "killed 3; injured 12..20"))
    same, fresh = found.event_mentions[0].quantities
    assert same == toll
    assert (fresh.role, fresh.low, fresh.high, fresh.text) == ("injured", 12, 20, "shelled")
    found = one(REPORT, on_event(REPORT, "corrected", "quantity", "killed ~4"))
    (changed,) = found.event_mentions[0].quantities
    assert (changed.low, changed.approximate, changed.start) == (4, True, toll.start)


def test_a_code_of_the_readers_own_says_who_gave_it(on_event: Make, one: One) -> None:
    (code,) = one(REPORT, on_event(REPORT, "added", "code", "own:7.2")).event_mentions[0].codes
    assert (code.scheme, code.code, code.why) == ("own", "7.2", "added by A. Nowak, 2031-02-03")
