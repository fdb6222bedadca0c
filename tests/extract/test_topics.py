"""What a document is about, read from its first sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.extract.coding import code
from whence.extract.frames import frames
from whence.extract.topics import topic_words, topics
from whence.handover import ParsedDocument

Parse = Callable[[str], ParsedDocument]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("A ferry capsized off the coast.", "accident"),
        ("A typhoon reached the islands.", "disaster"),
        ("The outbreak of measles grew.", "epidemic"),
    ],
)
def test_a_lead_names_its_topic(parse: Parse, text: str, about: str) -> None:
    assert about in topics(parse(text))


def test_an_attack_makes_an_explosion_no_accident(parse: Parse) -> None:
    assert topics(parse("A car bomb caused an explosion at the market.")) == {"attack", "bombs"}


def test_only_the_lead_counts(parse: Parse) -> None:
    text = "The queen met the mayor. They had tea. They spoke of trade. Later a ferry capsized."
    assert topics(parse(text)) == frozenset()


def test_people_killed_in_a_report_of_a_shipwreck_are_no_victims_of_an_attack(parse: Parse) -> None:
    parsed = parse("A ferry sank off the coast. Ten people were killed.")
    frame = next(f for f in frames(parsed.sentences[1]) if f.lemma == "kill")
    about = code(frame, topics=topics(parsed))
    unknown = code(frame)
    assert about is not None
    assert unknown is not None
    assert (about.type, about.other) == ("NONE", "death")
    assert unknown.type == "ASSAULT"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(text=st.text(max_size=60))
def test_any_text_has_topics(parse: Parse, text: str) -> None:
    assert topics(parse(text)) <= {name for names in topic_words().values() for name in names}
