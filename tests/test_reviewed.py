"""What people decided, told on events and actors."""

from dataclasses import replace
from typing import Any

from builders import Claim, event, filled, report
from whence.records import Actor, Anchor, Judgement, Mention, Review
from whence.reviewed import actors_reviewed, events_reviewed
from whence.tables import Assessment, DocumentRecords, Linked

TOLD = report("The Gazette", [Claim(voice="Ada Brook"), Claim(target="Lomi")])
FIRST, SECOND = TOLD.event_mentions
NOTHING = Linked(event_of={m.event_mention_id: m.event_id for m in TOLD.event_mentions}, actor_of={})
EVENTS = Assessment(events=(event(FIRST.event_id),))
REVIEW = Review(field="realis", verdict="corrected", value="past", who="A. Nowak", when="2031-02-03")


def of_two(field: str, *spans: tuple[int, int], verdict: Any = "same", when: str = "2031-02-04") -> Judgement:
    anchors = tuple(
        Anchor(sha256=TOLD.document.sha256, start=start, end=end, field=field) for start, end in spans
    )
    return Judgement(
        anchors=anchors, verdict=verdict, field=field, value=None, who="B. Roy", when=when, note=None
    )


def reviews(item: DocumentRecords, *judgements: Judgement) -> list[tuple[str, str, str | None]]:
    found = events_reviewed(EVENTS, NOTHING.event_of, [item], judgements or (of_two("actor"),))
    return [(review.field, review.verdict, review.who) for review in found.events[0].reviewed]


def test_an_event_says_what_was_decided_of_its_tellings_stances_and_sources() -> None:
    sign, name = replace(REVIEW, field="sign"), replace(REVIEW, field="name", when="2031-02-01")
    item = replace(
        TOLD,
        event_mentions=(replace(FIRST, reviewed=(REVIEW,)), SECOND),
        stances=tuple(
            replace(s, reviewed=(sign,)) for s in TOLD.stances if s.event_mention_id == FIRST.event_mention_id
        ),
        attributions=tuple(replace(a, reviewed=(name,)) for a in TOLD.attributions),
    )
    assert [field for field, _, _ in reviews(item)] == ["name", "realis", "sign"], "in order of time"
    assert reviews(TOLD) == []


def test_an_event_says_what_it_was_made_one_with_until_that_is_taken_back() -> None:
    places = [(m.trigger.start, m.trigger.end) for m in TOLD.event_mentions]
    apart = replace(TOLD, event_mentions=(FIRST, replace(SECOND, event_id="e-other")))
    same = of_two("event", *places)
    assert reviews(apart, same) == [("event", "same", "B. Roy")]
    assert reviews(apart, same, of_two("event", *places, verdict="unsure", when="2031-02-05")) == []


def test_an_actor_says_of_whom_it_was_parted() -> None:
    actors = tuple(
        filled(Actor, actor_id=f"a-{n}", name=name, kind="group") for n, name in ((1, "army"), (2, "Karm"))
    )
    mentions = tuple(
        filled(
            Mention,
            mention_id=f"m-{n}",
            document_id="d",
            start=n,
            end=n + 1,
            kind="actor",
            refers_to=f"a-{n}",
        )
        for n in (1, 2)
    )
    item = replace(TOLD, actors=actors, mentions=mentions)
    linked = replace(NOTHING, actors=actors[:1], actor_of={"a-2": "a-1"})
    (found,) = actors_reviewed(linked, [item], [of_two("actor", (1, 2), (2, 3), verdict="different")])
    assert [(r.field, r.verdict, r.value) for r in found.reviewed] == [("actor", "different", None)]


def test_without_judgements_everything_is_as_it_was() -> None:
    assert events_reviewed(EVENTS, NOTHING.event_of, [TOLD], []) == EVENTS
    assert actors_reviewed(NOTHING, [TOLD], []) == NOTHING.actors
