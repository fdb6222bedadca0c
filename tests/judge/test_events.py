"""Event mentions as people judged them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders import Claim, report
from whence.judge import anchors, unanchored
from whence.records import Anchor, EventMention, Judgement, Review
from whence.tables import DocumentRecords

Make = Callable[..., Judgement]
One = Callable[..., DocumentRecords]
REPORT = report("The Gazette", [Claim(voice="Ada Brook", killed=3), Claim(target="Lomi")])
"""Ada Brook said that the army shelled Karm, killing 3 people.  The army shelled Lomi."""
TEXT = REPORT.document.text


def signs(found: DocumentRecords, told: EventMention) -> list[tuple[str | None, str]]:
    """Who holds what of a mention, in order of the records."""
    return [(s.attribution_id, s.sign) for s in found.stances if s.event_mention_id == told.event_mention_id]


def added(word: str, sentence: str, type_: str = "RETREAT", records: DocumentRecords = REPORT) -> Judgement:
    document = records.document
    spans = [
        (document.text.index(part), document.text.index(part) + len(part), field)
        for part, field in ((word, "event"), (sentence, "value_sentence"))
    ]
    return Judgement(
        anchors=tuple(
            Anchor(sha256=document.sha256, start=start, end=end, field=field) for start, end, field in spans
        ),
        verdict="added",
        field="event",
        value=type_,
        who="A. Nowak",
        when="2031-02-03",
        note=None,
    )


def test_a_corrected_field_keeps_what_was_read_and_says_who_decided(on_event: Make, one: One) -> None:
    told = one(REPORT, on_event(REPORT, "corrected", "realis", "future")).event_mentions[0]
    assert told.realis == "future"
    assert told.reviewed == (
        Review(field="realis", verdict="corrected", value="past", who="A. Nowak", when="2031-02-03T00:00:00"),
    )
    assert told.why["realis"] == "corrected by A. Nowak, 2031-02-03"
    assert told.factuality == ("future",)
    assert replace(told, realis="past", reviewed=(), why={}, factuality=()) == REPORT.event_mentions[0]


def test_what_is_right_stays_and_says_so(on_event: Make, one: One) -> None:
    told = one(REPORT, on_event(REPORT, "right", "type")).event_mentions[0]
    assert (told.type, told.why) == ("ASSAULT", {})
    assert [(r.verdict, r.value) for r in told.reviewed] == [("right", "ASSAULT")]


def test_another_type_has_no_mode_of_the_old_one_unless_that_is_judged_too(on_event: Make, one: One) -> None:
    aerial = replace(REPORT.event_mentions[0], mode="aerial", cameo="195")
    records = replace(REPORT, event_mentions=(aerial, *REPORT.event_mentions[1:]))
    to_protest = on_event(records, "corrected", "type", "PROTEST")
    told = one(records, to_protest).event_mentions[0]
    assert (told.type, told.mode, told.cameo) == ("PROTEST", None, None)
    riot = on_event(records, "corrected", "mode", "riot")
    assert one(records, to_protest, riot).event_mentions[0].mode == "riot"


def test_what_is_no_event_goes_with_the_stances_on_it(on_event: Make, one: One) -> None:
    found = one(REPORT, on_event(REPORT, "wrong", "event"))
    assert found.event_mentions == REPORT.event_mentions[1:]
    (left,) = {stance.event_mention_id for stance in found.stances}
    assert left == REPORT.event_mentions[1].event_mention_id


def test_an_event_that_is_added_is_told_by_whose_words_hold_it(one: One) -> None:
    sentence = TEXT[: TEXT.index(".") + 1]
    found = one(REPORT, added("killing", sentence))
    told = next(m for m in found.event_mentions if m.trigger.text == "killing")
    (holder,) = REPORT.attributions
    assert (told.type, told.lemma, told.realis) == ("RETREAT", "killing", "past")
    assert (told.attribution_id, TEXT[slice(*told.sentence)]) == (holder.attribution_id, sentence)
    assert [(r.field, r.verdict, r.value) for r in told.reviewed] == [("event", "added", None)]
    assert set(signs(found, told)) == {(holder.attribution_id, "+"), (None, "?")}


def test_an_event_that_is_added_can_be_corrected_and_stands_in_the_order_of_the_text(one: One) -> None:
    event = added("killing", TEXT[: TEXT.index(".") + 1])
    actor = replace(event, verdict="corrected", field="actor", value="army", anchors=event.anchors[:1])
    found = one(REPORT, actor, event)
    assert [m.trigger.text for m in found.event_mentions] == ["shelled", "killing", "shelled"]
    (party,) = found.event_mentions[1].actors
    assert (party.name, TEXT[party.start : party.end]) == ("army", "army")


def test_an_event_that_is_read_by_now_is_not_told_twice(one: One) -> None:
    event = added("shelled", TEXT[: TEXT.index(".") + 1])
    found = one(REPORT, event)
    assert len(found.event_mentions) == 2
    assert found.event_mentions[0].type == "RETREAT"
    assert found.stances == REPORT.stances


def test_told_by_another_or_by_the_article_itself(on_event: Make, one: One) -> None:
    by_article = one(REPORT, on_event(REPORT, "corrected", "attribution", "none"))
    told = by_article.event_mentions[0]
    assert told.attribution_id is None
    assert signs(by_article, told) == [(None, "+")]
    holder = REPORT.attributions[0]
    value = anchors.of_attribution(REPORT.document, holder, value=True)
    second = on_event(REPORT, "corrected", "attribution", holder.attribution_id, at=1)
    found = one(REPORT, replace(second, anchors=(*second.anchors, *value)))
    told = found.event_mentions[1]
    assert told.attribution_id == holder.attribution_id
    assert set(signs(found, told)) == {(holder.attribution_id, "+"), (None, "?")}


def test_an_attribution_that_is_no_longer_read_changes_nothing(on_event: Make, one: One) -> None:
    judgement = on_event(REPORT, "corrected", "attribution", "t-1", at=1)
    gone = Anchor(sha256=REPORT.document.sha256, start=0, end=2, field="value")
    judgement = replace(judgement, anchors=(*judgement.anchors, gone))
    assert one(REPORT, judgement).event_mentions[1].attribution_id is None
    assert one(REPORT, judgement).stances == REPORT.stances
    assert unanchored([REPORT], [judgement]) == [judgement]


@pytest.mark.parametrize(
    ("field", "value", "attribute", "expected"),
    [
        ("restated", "true", "restated", True),
        ("context", "military; health", "contexts", ("military", "health")),
        ("other", "death", "other", "death"),
    ],
)
def test_plain_fields(
    field: str, value: str, attribute: str, expected: Any, on_event: Make, one: One
) -> None:
    told = one(REPORT, on_event(REPORT, "corrected", field, value)).event_mentions[0]
    assert getattr(told, attribute) == expected
