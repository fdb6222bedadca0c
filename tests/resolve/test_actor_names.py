from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from whence.resolve.actor_names import seat_worded, town_named

Read = Callable[..., Any]


def test_surname_takes_up_the_full_name(read_actors: Read) -> None:
    referents, actors = read_actors("Maria Duarte resigned on Monday. Duarte blamed the mayor.")
    assert referents["Duarte"].name == "Maria Duarte"
    assert referents["Duarte"].actor_id == actors["Maria Duarte"].actor_id


def test_the_full_name_may_come_later(read_actors: Read) -> None:
    referents, _ = read_actors("Duarte resigned on Monday. Maria Duarte blamed the mayor.")
    assert referents["Duarte"].name == "Maria Duarte"


def test_seat_of_government_is_the_country(read_actors: Read) -> None:
    referents, actors = read_actors("Moscow said on Thursday that it would send food.")
    assert referents["Moscow"].name == "Russia"
    assert actors["Russia"].kind == "country"


def test_known_body_by_alias(read_actors: Read) -> None:
    referents, actors = read_actors("The Pentagon criticized ISIS in a statement to Reuters.")
    assert referents["ISIS"].name == "Islamic State"
    assert actors["Reuters"].kind == "outlet"
    assert actors["Reuters"].sectors == ("JRN",)


def test_acronym_is_defined_in_the_document(read_actors: Read) -> None:
    text = "The Northern Farmers Association (NFA) protested on Monday. The NFA blocked a road."
    referents, _ = read_actors(text)
    names = {r.name for t, r in referents.items() if "NFA" in t or "Farmers" in t}
    assert names == {"Northern Farmers Association"}


def test_unknown_namesakes_stay_in_the_document(read_actors: Read) -> None:
    _, actors = read_actors("Paul Brandner, a baker, opened a shop in Vienna.")
    assert actors["Paul Brandner"].wikidata is None


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Toronto Police Service", "CAN"),
        ("Kano State government", "NGA"),
        ("Amherst College", None),
        ("Harbour Police", None),
        ("Toronto", None),
    ],
)
def test_an_institution_is_of_the_country_of_its_seat(name: str, country: str | None) -> None:
    assert seat_worded(name) == country


def test_a_large_town_taken_for_a_person_is_a_town_and_a_given_name_is_none() -> None:
    assert town_named("Mariupol") == "UKR"
    assert town_named("Sofia") is None
    assert town_named("New York") is None
