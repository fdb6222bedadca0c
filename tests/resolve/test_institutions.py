from __future__ import annotations

from whence.resolve.institutions import institution, institution_worded, is_national, with_article
from whence.resolve.nationality import country_coded


def test_one_id_per_country_whatever_the_wording() -> None:
    samoa = country_coded("WSM")
    assert samoa is not None
    worded = {institution(body, samoa) for body in ("foreign ministry", "Ministry of Foreign Affairs")}
    keys = {found.key for found in worded if found}
    assert keys == {"institution:WSM:foreign ministry"}


def test_a_row_of_the_table_goes_before_the_pattern() -> None:
    usa = country_coded("USA")
    assert usa is not None
    found = institution("Senate", usa)
    assert found is not None and found.name == "United States Senate"


def test_no_country_gets_a_body_it_does_not_have() -> None:
    ukraine = country_coded("UKR")
    assert ukraine is not None
    assert institution("Congress", ukraine) is None


def test_the_police_is_nobody_in_particular() -> None:
    assert institution_worded("police")
    assert not is_national("police")
    assert is_national("government")
    assert not institution_worded("baker")


def test_countries_take_their_article() -> None:
    assert with_article("United Kingdom") == "the United Kingdom"
    assert with_article("Iran") == "Iran"


def test_one_government_however_it_is_worded() -> None:
    country = country_coded("GBR")
    assert country is not None
    found = {institution(body, country) for body in ("government", "administration", "cabinet")}
    assert {f.name for f in found if f} == {"Government of the United Kingdom"}
