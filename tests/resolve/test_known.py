from __future__ import annotations

from whence.resolve.actor_table import entities_named
from whence.resolve.known import holder_of, known_body, known_person, known_surname, sectors_on, tenure_on
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
    assert known_surname("Putin", role=None, date="2015-10-01", countries={}) is None
    found = known_surname("Putin", role=None, date="2015-10-01", countries={"RUS": 1})
    assert found is not None and found.name == "Vladimir Putin"
    assert known_surname("Putin", role=None, date=None, countries={"RUS": 1}) is None


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
