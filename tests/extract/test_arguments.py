from __future__ import annotations

from typing import Any

import pytest


def test_meeting_with_and_meeting_of(read: Any) -> None:
    told = read("Anna Berg met Ivan Orlov in Oslo.")
    assert (told.actors("met"), told.recipients("met")) == (["Anna Berg"], ["Ivan Orlov"])
    told = read("Anna Berg and Ivan Orlov met in Oslo.")
    assert (told.actors("met"), told.recipients("met")) == (["Anna Berg", "Ivan Orlov"], [])


def test_a_slot_that_is_no_actor_stands_for_whose_it_is(read: Any) -> None:
    assert read("The army attacked ISIS targets.").recipients("attacked") == ["ISIS"]


def test_partitive_keeps_the_whole_phrase(read: Any) -> None:
    assert read("Hundreds of Chadian soldiers attacked the town.").actors("attacked") == [
        "Hundreds of Chadian soldiers"
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "place", "time"),
    [
        ("Police arrested the student in Oslo on Monday.", "arrested", "Oslo", "Monday"),
        ("On Monday, police arrested the student and killed his brother.", "killed", None, "Monday"),
        ("The rebels said on Monday that the army attacked the town of Karm.", "attacked", None, None),
        ("The ministers held talks in Oslo on Friday.", "talks", "Oslo", "Friday"),
        ("A meeting, which took place in late July, followed.", "meeting", None, "late July"),
    ],
)
def test_setting(read: Any, text: str, trigger: str, place: str | None, time: str | None) -> None:
    told = read(text)
    assert told.time(trigger) == time
    if place is not None:
        assert told.place(trigger) == place


def test_a_thing_fills_a_slot(read: Any) -> None:
    told = read("Parliament rejected the bill.")
    assert told.recipients("rejected") == ["the bill"]
    assert told.extraction.phrases[told.event("rejected").recipients[0]].kind == "thing"


def test_things_come_last(read: Any) -> None:
    told = read("Parliament rejected the bill. Police arrested Anna Berg.")
    kinds = [phrase.kind for phrase in told.extraction.phrases]
    assert kinds[-1] == "thing"
    assert "thing" not in kinds[:-1]
    assert [phrase.index for phrase in told.extraction.phrases] == list(range(len(kinds)))


def test_no_thing_is_asked(read: Any) -> None:
    assert read("The union demanded a law.").recipients("demanded") == []


def test_what_is_told_on_a_day_did_not_happen_then(read: Any) -> None:
    told = read("On Monday the minister revealed a deal with Chad. On Friday he signed it and left.")
    assert told.time("deal") is None
    assert told.time("left") == "Friday"


def test_a_day_beside_one_verb_dates_no_further_verb(read: Any) -> None:
    told = read("Police arrested Anna Berg on Monday and released her.")
    assert (told.time("arrested"), told.time("released")) == ("Monday", None)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("He himself attacked the town.", "attacked", ["He"]),
        ("Russia and its ally Iran bombed the town.", "bombed", ["Russia", "Iran"]),
        ("He, the president, ordered it to leave.", "ordered", ["He"]),
        ("He and the president attacked the town.", "attacked", ["He", "the president"]),
    ],
)
def test_nobody_acts_twice(read: Any, text: str, trigger: str, actors: list[str]) -> None:
    assert read(text).actors(trigger) == actors


def test_actor_is_no_recipient(read: Any) -> None:
    told = read("The ministers met. Chad's army attacked Chad.")
    for event in told.extraction.events:
        assert not set(event.actors) & set(event.recipients)


def test_two_nationalities_of_one_noun_are_two_parties(read: Any) -> None:
    assert read("The Turkish and Greek sides agreed to meet.").actors("agreed") == ["Turkish", "Greek"]
    assert read("The Turkish side agreed to meet.").actors("agreed") == ["The Turkish side"]
