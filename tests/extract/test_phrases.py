from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def phrases(read: Any, text: str, kind: str) -> list[str]:
    return [p.text for p in read(text).extraction.phrases if p.kind == kind]


def test_title_and_possessor_are_part_of_the_phrase(read: Any) -> None:
    found = phrases(read, "Norway's foreign minister Ine Holm met the rebels.", "actor")
    assert {"Norway", "Norway's foreign minister Ine Holm", "the rebels"} <= set(found)


def test_nationality_before_a_noun_is_an_actor_of_its_own(read: Any) -> None:
    assert phrases(read, "Chadian troops crossed the border.", "actor") == ["Chadian", "Chadian troops"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fighting broke out in Mali.", "Mali"),
        ("The convoy left for the airport near Tripoli.", "Tripoli"),
    ],
)
def test_place_after_a_preposition(read: Any, text: str, place: str) -> None:
    assert place in phrases(read, text, "place")


def test_place_name_that_acts_is_an_actor(read: Any) -> None:
    assert "Mali" in phrases(read, "Mali expelled the ambassador.", "actor")


def test_relative_clause_and_apposition_are_left_out(read: Any) -> None:
    found = phrases(read, "The soldiers, who came from Kenya, attacked Anna Berg, the mayor.", "actor")
    assert "The soldiers" in found
    assert "Anna Berg" in found


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("They met on Thursday.", "Thursday"),
        ("They met in late July.", "late July"),
        ("They arrived in the last 10 days.", "the last 10 days"),
        ("They met three days ago.", "three days ago"),
        ("They met in 2014.", "2014"),
        ("They met yesterday.", "yesterday"),
    ],
)
def test_time(read: Any, text: str, time: str) -> None:
    assert phrases(read, text, "time") == [time]


def test_common_may_is_no_month(read: Any) -> None:
    assert phrases(read, "They may march to the palace.", "time") == []


def test_one_phrase_per_head_word(read: Any) -> None:
    found = read(
        "Russian President Ivan Orlov and the Chinese prime minister met in Oslo on Monday."
    ).extraction
    heads = [(p.sentence, p.head) for p in found.phrases]
    assert len(heads) == len(set(heads))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            ["the", "rebels'", "attack", "on", "US", "-", "20", "to", "killed", ",", "(", "and", "Monday"]
        ),
        max_size=25,
    ).map(" ".join)
)
def test_any_text_gives_exact_spans(read: Any, text: str) -> None:
    extraction = read(text).extraction
    for phrase in extraction.phrases:
        assert text[phrase.start : phrase.end] == phrase.text
        assert phrase.text
    for event in extraction.events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text
        assert all(text[q.start : q.end] == q.text for q in event.quantities)
        assert event.cluster <= event.index
        assert set(event.actors).isdisjoint(event.recipients)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("It began on June 27.", "June 27"),
        ("He left on Thursday, October 1, 2015.", "Thursday, October 1, 2015"),
        ("He died on 3 May 2014.", "3 May 2014"),
        ("It was over by 8:00 am.", "8:00 am"),
    ],
)
def test_date_is_one_phrase(read: Any, text: str, time: str) -> None:
    assert phrases(read, text, "time") == [time]


def test_age_is_no_time(read: Any) -> None:
    assert phrases(read, "Roberts is about 20 years old.", "time") == []
