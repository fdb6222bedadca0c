from __future__ import annotations

import pytest

from whence.resolve.actor_table import entities_named
from whence.resolve.known import (
    country_held,
    holder_of,
    known_body,
    known_person,
    known_surname,
    sectors_on,
    tenure_on,
)
from whence.resolve.roles import read_role


def test_full_name_in_office_on_the_date() -> None:
    found = known_person("Sergey Lavrov", role=None, date="2015-10-01", countries={"RUS": 2}, country=None)
    assert found is not None and found.wikidata == "Q58217"


def test_namesake_of_another_country_is_left_alone() -> None:
    assert (
        known_person("Sergey Lavrov", role=None, date="2015-10-01", countries={"FRA": 1}, country="FRA")
        is None
    )


def test_bare_surname_needs_support() -> None:
    assert known_surname("May", role=None, date="2018-10-01", countries={}) is None
    found = known_surname("May", role=None, date="2018-10-01", countries={"GBR": 1})
    assert found is not None
    assert known_surname("May", role=None, date=None, countries={"GBR": 1}) is None


def test_the_one_head_of_a_state_of_a_long_surname_needs_none() -> None:
    found = known_surname("Putin", role=None, date="2015-10-01", countries={})
    assert found is not None
    assert found.name == "Vladimir Putin"
    assert known_surname("Putin", role=None, date=None, countries={}) is None


def test_title_supports_a_surname() -> None:
    role = read_role("President")
    found = known_surname("Trump", role=role, date="2019-06-01", countries={})
    assert found is not None and found.name == "Donald Trump"
    assert known_surname("Trump", role=role, date="2012-06-01", countries={}) is None


def test_description_of_an_office() -> None:
    lavrov = read_role("Russia's foreign minister")
    assert lavrov is not None
    found = holder_of(lavrov, date="2015-10-01")
    assert found is not None and found.name == "Sergey Lavrov"
    assert holder_of(lavrov, date=None) is None
    former = read_role("former Russian foreign minister")
    assert former is not None and holder_of(former, date="2015-10-01") is None


def test_short_forms_count_as_written() -> None:
    found = known_body("ISIS", countries={})
    assert found is not None and found.name == "Islamic State"
    assert known_body("isis", countries={}) is None
    assert known_body("is", countries={}) is None


def test_role_and_sectors_on_a_date() -> None:
    kerry = entities_named("John Kerry")[0][0]
    tenure = tenure_on(kerry, "2015-10-01")
    assert tenure is not None and tenure.title == "Secretary of State"
    assert sectors_on(kerry, tenure) == ("GOV",)
    assert tenure_on(kerry, None) is None


def test_armed_groups_of_the_conflict_list_need_their_country() -> None:
    assert known_body("Moro Islamic Liberation Front", countries={"PHL": 1}) is not None
    assert known_body("National Front", countries={"FRA": 3}) is None


@pytest.mark.parametrize(
    "name", ["Resistance", "Black", "The Family", "Liberation Army", "aid group", "the mirror"]
)
def test_common_words_name_no_body(name: str) -> None:
    assert known_body(name, countries={"USA": 2}) is None


def test_a_neighbour_is_no_alias() -> None:
    board = known_body("National Transportation Safety Board", countries={"USA": 1})
    assert board is not None and board.name == "National Transportation Safety Board"
    army = known_body("People's Liberation Army", countries={"CHN": 1})
    assert army is not None and army.country == "CHN"


def test_a_professor_is_not_the_politician_of_that_name() -> None:
    countries = {"GBR": 2}
    professor = read_role("criminology professor")
    assert professor is not None and professor.sectors == ("EDU",)
    for name in ("David Wilson", "Andrew Smith"):
        assert (
            known_person(name, role=professor, date="2019-05-01", countries=countries, country=None) is None
        )


@pytest.mark.parametrize("name", ["Guam", "American Samoa", "Tibet", "Gibraltar"])
def test_territories_are_no_organisations(name: str) -> None:
    assert known_body(name, countries={"USA": 1, "CHN": 1, "GBR": 1}) is None


def test_a_title_finds_its_one_holder_without_a_date() -> None:
    president = read_role("President")
    found = known_surname("Mugabe", role=president, date=None, countries={})
    assert found is not None
    assert found.name == "Robert Mugabe"
    assert known_surname("Mugabe", role=None, date=None, countries={"ZWE": 1}) is None


def test_several_holders_of_one_country_still_tell_the_country() -> None:
    assert country_held("Obama", read_role("President"), None) == "USA"
    assert country_held("Obama", None, None) is None
    assert country_held("Nobodyhaseverbeencalledthis", read_role("President"), None) is None


def test_a_person_whose_roles_have_ended_is_of_the_former_elite() -> None:
    (merkel, _), *_ = entities_named("Angela Merkel")
    assert sectors_on(merkel, tenure_on(merkel, "2015-10-01"), "2015-10-01") == ("GOV",)
    assert sectors_on(merkel, tenure_on(merkel, "2023-01-01"), "2023-01-01") == ("ELI",)


def test_a_full_name_nobody_else_has_speaks_for_an_official() -> None:
    assert known_person("Paul Kagame", role=None, date="2015-10-01", countries={}, country=None) is not None


def test_a_bare_surname_of_a_former_head_is_known_for_some_years() -> None:
    found = known_surname("Trump", role=None, date="2022-04-01", countries={})
    assert found is not None and found.name == "Donald Trump"
    assert known_surname("Trump", role=None, date="1999-04-01", countries={}) is None


def test_a_report_on_another_country_tells_of_a_namesake() -> None:
    # A member of Pakistan's National Assembly since 2018 has the name of an attacker shot in London.
    abroad = known_person("Usman Khan", role=None, date="2019-11-29", countries={"GBR": 2}, country=None)
    home = known_person("Usman Khan", role=None, date="2019-11-29", countries={"PAK": 2}, country=None)
    assert abroad is None
    assert home is not None and home.country == "PAK"
