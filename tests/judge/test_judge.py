"""A document as people judged it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import Claim, report
from whence.assess import assess
from whence.assess.roots import chain as roots
from whence.judge import judge, unanchored
from whence.judge.anchors import SUBJECTS, anchored, identity
from whence.link import link
from whence.records import EventMention, Judgement, Stance
from whence.tables import Held

Make = Callable[..., Judgement]
REPORT = report("The Gazette", [Claim(voice="Ada Brook"), Claim(target="Lomi")])
OTHER = report("The Post", [Claim(voice="Ada Brook")])


def test_what_nobody_judged_is_the_same_object(on_event: Make) -> None:
    found = judge([REPORT, OTHER], [on_event(REPORT, "corrected", "realis", "future")])
    assert found[0] is not REPORT
    assert found[1] is OTHER
    assert judge([REPORT], []) == [REPORT]


def test_the_stages_records_are_as_they_were(on_event: Make) -> None:
    before = replace(REPORT)
    judge([REPORT], [on_event(REPORT, "wrong", "event"), on_event(REPORT, "corrected", "type", "AID", at=1)])
    assert before == REPORT


def test_the_order_of_judgements_changes_nothing(on_event: Make) -> None:
    judgements = [
        on_event(REPORT, "corrected", "actor", "navy"),
        on_event(REPORT, "corrected", "actor", "marines", when="2031-02-04"),
        on_event(REPORT, "added", "actor", "coast guard", when="2031-02-05"),
        on_event(REPORT, "right", "type", when="2031-02-06"),
    ]
    found = [judge([REPORT], order)[0] for order in permutations(judgements)]
    assert all(other == found[0] for other in found)
    assert [party.name for party in found[0].event_mentions[0].actors] == ["marines", "coast guard"]


def test_a_judgement_holds_in_every_document_of_its_text(on_event: Make) -> None:
    copy = replace(
        OTHER,
        document=replace(OTHER.document, document_id="d-copy"),
        event_mentions=tuple(replace(m, document_id="d-copy") for m in OTHER.event_mentions),
    )
    found = judge([OTHER, copy], [on_event(OTHER, "corrected", "realis", "ongoing")])
    assert [item.event_mentions[0].realis for item in found] == ["ongoing", "ongoing"]


def test_a_judgement_is_lost_with_its_text_or_reading(on_event: Make, on_attribution: Make) -> None:
    of_event = on_event(REPORT, "corrected", "realis", "future")
    of_source = on_attribution(REPORT, "corrected", "kind", "government")
    both = [of_event, of_source]
    assert unanchored([REPORT], both) == []
    assert unanchored([OTHER], both) == both
    assert unanchored([replace(REPORT, event_mentions=(), stances=())], both) == [of_event]


def test_what_cannot_stand_in_a_field_is_applied_nowhere_and_listed(on_event: Make) -> None:
    no_realis: Any = on_event(REPORT, "corrected", "realis", "perhaps")
    no_field = on_event(REPORT, "corrected", "colour", "red")
    assert judge([REPORT], [no_realis, no_field]) == [REPORT]
    assert unanchored([REPORT], [no_realis, no_field]) == [no_realis, no_field]


VALUES = {
    ("event", "event"): ("ASSAULT",),
    ("event", "type"): ("PROTEST", "NONE"),
    ("event", "actor"): ("army; Ada Brook", "Karm"),
    ("event", "recipient"): ("the Blue Brigade",),
    ("event", "place"): ("Lomi",),
    ("event", "date"): ("2020-02/..",),
    ("event", "realis"): ("future",),
    ("event", "quantity"): ("killed 12..20",),
    ("event", "attribution"): ("none",),
    ("attribution", "attribution"): (None,),
    ("attribution", "name"): ("Tom Reed",),
    ("attribution", "naming"): ("bare",),
    ("attribution", "parent"): ("none",),
    ("attribution", "source"): (None,),
    ("stance", "stance"): (None,),
    ("stance", "sign"): ("+", "-", "?"),
    ("stance", "certainty"): ("possible",),
}
"""Field → values to try."""
CHAIN = report(
    "The Herald",
    [
        Claim(voice="Ada Brook", outlet="Reuters", sign="-", narrowed=True, killed=3),
        Claim(voice="Tom Reed", outlet="Reuters", target="Lomi"),
        Claim(target="Asu"),
    ],
)


@st.composite
def some(draw: st.DrawFn) -> list[Judgement]:
    """Judgements on anything in ``CHAIN``; an attribution can be the value where one is asked for."""
    places = sorted(set(anchored(CHAIN, CHAIN)), key=repr)
    subjects = [about for about in places if about[0].field in SUBJECTS]
    attributions = [about for about in places if about[0].field == "value"]
    found = []
    for number in range(draw(st.integers(1, 6))):
        about = draw(st.sampled_from(subjects))
        of, field = draw(st.sampled_from([key for key in VALUES if key[0] == about[0].field]))
        value, anchors = draw(st.sampled_from(VALUES[of, field])), about
        if field in ("attribution", "parent") and of != field and draw(st.booleans()):
            value, anchors = "t", (*about, *draw(st.sampled_from(attributions)))
        found.append(
            Judgement(
                anchors=anchors,
                verdict=draw(st.sampled_from(["right", "wrong", "corrected", "added", "unsure"])),
                field=field,
                value=draw(st.sampled_from([value, None])),
                who="A. Nowak",
                when=str(number),
                note=None,
            )
        )
    return found


@given(some())
def test_whatever_is_judged_records_hold_together(judgements: list[Judgement]) -> None:
    (found,) = judge([CHAIN], judgements)
    text = CHAIN.document.text
    attributions = {a.attribution_id: a for a in found.attributions}
    assert all(a.parent_id is None or a.parent_id in attributions for a in found.attributions)
    for told in found.event_mentions:
        spans = [told.trigger, *told.actors, *told.recipients, *told.quantities]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert {p.actor_id for p in (*told.actors, *told.recipients)} <= {
            a.actor_id for a in found.actors
        } | {None}
        chain = [None, *(a.attribution_id for a in roots(told.attribution_id, attributions))]
        rows = [s.attribution_id for s in found.stances if of_event(s, told)]
        assert sorted(map(str, chain)) == sorted(map(str, rows)), "one stance of every holder on the chain"
    assert len({s.stance_id for s in found.stances}) == len(found.stances)
    assert {s.event_mention_id for s in found.stances} <= {m.event_mention_id for m in found.event_mentions}
    linked = link(Held([found]), judgements)
    assert {e.event_id for e in assess([found], linked).events} == set(linked.event_of.values())


def of_event(stance: Stance, told: EventMention) -> bool:
    return stance.event_mention_id == told.event_mention_id and stance.scope == "event"


@given(some())
def test_taking_everything_back_gives_what_was_read(judgements: list[Judgement]) -> None:
    back = [
        replace(judgement, verdict="unsure", anchors=identity(judgement), value=None, when="9")
        for judgement in judgements
    ]
    assert judge([CHAIN], [*judgements, *back]) == [CHAIN]
