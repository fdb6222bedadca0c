from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.nationality import (
    country_by_metonym,
    country_coded,
    country_named,
    country_of_adjective,
    country_of_people,
    leading_country,
    strip_possessive,
)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Iran", "IRN"),
        ("the U.S.", "USA"),
        ("UK", "GBR"),
        ("Britain", "GBR"),
        ("Burma", "MMR"),
        ("DRC", "COD"),
    ],
)
def test_names(written: str, code: str) -> None:
    found = country_named(written)
    assert found is not None and found.iso3 == code


@pytest.mark.parametrize("written", ["us", "turkey", "car", "Kerry", "polish", "", "the"])
def test_what_is_no_country(written: str) -> None:
    assert country_named(written) is None
    assert country_of_adjective(written) is None


@pytest.mark.parametrize(
    ("written", "code"), [("Iranian", "IRN"), ("Dutch", "NLD"), ("US", "USA"), ("Filipino", "PHL")]
)
def test_adjectives(written: str, code: str) -> None:
    found = country_of_adjective(written)
    assert found is not None and found.iso3 == code


def test_peoples_and_seats_of_government() -> None:
    people, seat = country_of_people("the Danes"), country_by_metonym("Moscow")
    assert people is not None and people.iso3 == "DNK"
    assert seat is not None and seat.iso3 == "RUS"
    assert country_by_metonym("Liverpool") is None


def test_leading_country_takes_the_longest_name_and_a_possessive() -> None:
    found = leading_country(["South", "Korea's", "foreign", "minister"])
    assert found is not None and (found[0].iso3, found[1]) == ("KOR", 2)
    assert leading_country(["foreign", "minister"]) is None


def test_possessive() -> None:
    assert strip_possessive("Russia’s") == "Russia"
    assert strip_possessive("the United States'") == "the United States"
    assert strip_possessive("'") == "'"


def test_code() -> None:
    found = country_coded("DEU")
    assert found is not None and found.adjective == "German"
    assert country_coded(None) is None


@given(st.text(max_size=40))
def test_any_text_can_be_asked(text: str) -> None:
    for lookup in (country_named, country_of_adjective, country_of_people, country_by_metonym):
        lookup(text)
    leading_country(text.split())
