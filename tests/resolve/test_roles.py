from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.roles import positions_titled, read_role, without_determiner


@pytest.mark.parametrize(
    ("written", "position", "country"),
    [
        ("Russia's foreign minister", "foreign_minister", "RUS"),
        ("the Russian Foreign Minister", "foreign_minister", "RUS"),
        ("the minister of foreign affairs of Russia", "foreign_minister", "RUS"),
        ("French President", "president", "FRA"),
        ("President", "president", None),
        ("the U.S. Secretary of State", "secretary_of_state", "USA"),
        ("deputy foreign minister", None, None),
        ("intelligence minister", None, None),
    ],
)
def test_offices(written: str, position: str | None, country: str | None) -> None:
    role = read_role(written)
    assert role is not None
    assert role.position == position
    assert (role.country.iso3 if role.country else None) == country


def test_ranks_are_spelt_out() -> None:
    role = read_role("Maj. Gen.")
    assert role is not None
    assert role.title == "major general"
    assert role.sectors == ("MIL",)


def test_organisation_is_taken_out_of_the_title() -> None:
    role = read_role("the Quds Force commander", organization="Quds Force")
    assert role is not None
    assert (role.title, role.organization) == ("commander", "Quds Force")


def test_a_former_office_is_no_office() -> None:
    role = read_role("former French president")
    assert role is not None
    assert role.former
    assert role.country is not None and role.country.iso3 == "FRA"
    assert role.sectors == ("ELI",)


@pytest.mark.parametrize("written", ["", "the", "wooden table", "Tuesday"])
def test_what_is_no_role(written: str) -> None:
    assert read_role(written) is None


def test_gender_of_titles() -> None:
    role = read_role("Mrs.")
    assert role is None or role.gender == "f"
    spokeswoman = read_role("the foreign ministry spokeswoman")
    assert spokeswoman is not None and spokeswoman.gender == "f"


def test_counts_and_determiners_are_no_part_of_the_name() -> None:
    assert without_determiner("hundreds of Iranian troops") == "Iranian troops"
    assert without_determiner("some of the protesters") == "protesters"
    assert without_determiner("more than two thousand people") == "more than two thousand people"


def test_table_titles_lead_to_offices() -> None:
    assert "foreign_minister" in positions_titled("Minister for Foreign Affairs")
    assert positions_titled("Deputy Minister of Foreign Affairs") == ()


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    read_role(text)
    read_role(text, organization=text[:5] or None)
