from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Read = Callable[..., Any]


def test_pronouns_take_up_the_person(read_actors: Read) -> None:
    referents, _ = read_actors("Maria Duarte met farmers on Monday. She promised new roads.")
    assert referents["She"].name == "Maria Duarte"
    assert referents["She"].antecedent is not None


def test_first_person_is_left_to_attribution(read_actors: Read) -> None:
    referents, _ = read_actors('"We will leave," said Maria Duarte.')
    assert "We" not in referents


def test_title_apposition_and_organisation(read_actors: Read) -> None:
    text = "Lena Vogt, a spokeswoman for the Coastal Relief Fund, criticized the government."
    _, actors = read_actors(text)
    vogt = actors["Lena Vogt"]
    assert vogt.kind == "person"
    assert vogt.roles[0].title.startswith("spokeswoman")
    assert vogt.roles[0].organization == "Coastal Relief Fund"


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        (
            "Jean Akande, the Nigerian government's top spokesman, condemned the raid.",
            "Government of Nigeria",
        ),
        ("Nigerian Minister of Defence Jean Akande condemned the raid.", "Ministry of Defence (Nigeria)"),
    ],
)
def test_what_every_country_has_is_that_of_the_holders_country(
    read_actors: Read, text: str, affiliation: str
) -> None:
    referents, _ = read_actors(text)
    assert {r.affiliation for r in referents.values() if r.name == "Jean Akande"} == {affiliation}


def test_known_actor_has_one_id_in_every_document(read_actors: Read) -> None:
    _, first = read_actors("Sergey Lavrov condemned the attack.")
    _, second = read_actors("Reporters asked about Sergey Lavrov on Monday.")
    assert first["Sergey Lavrov"].actor_id == second["Sergey Lavrov"].actor_id
    assert first["Sergey Lavrov"].wikidata == "Q58217"


def test_why_names_the_rule(read_actors: Read) -> None:
    referents, _ = read_actors("Sergey Lavrov condemned the attack.")
    assert referents["Sergey Lavrov"].why == "actor:table-name"


@pytest.mark.parametrize("text", ["", " ", "((((", "He.", "U.S. U.S. U.S.", "the the the", "'s 's"])
def test_odd_texts(read_actors: Read, text: str) -> None:
    read_actors(text)


@given(st.text(max_size=80))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text(read_actors: Read, text: str) -> None:
    _, actors = read_actors(text)
    assert all(actor.name for actor in actors.values())


def test_a_number_beside_a_name_is_not_who_bears_it(read_actors: Read) -> None:
    text = "Shells hit the market, killing three people and wounding 11, hospital doctor Lena Vogt said."
    referents, _ = read_actors(text)
    assert referents["11"].name != "Lena Vogt"
    assert referents["hospital doctor Lena Vogt"].name == "Lena Vogt"
