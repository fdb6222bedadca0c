from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.actor_table import (
    Tenure,
    entities_named,
    noun_sectors,
    office_holders,
    offices_of,
    tenures,
)


@pytest.mark.parametrize(
    ("position", "country", "date", "name"),
    [
        ("foreign_minister", "RUS", "2015-10-01", "Sergey Lavrov"),
        ("president", "RUS", "2015-10-01", "Vladimir Putin"),
        ("chancellor", "DEU", "2015-10-01", "Angela Merkel"),
        ("chancellor", "DEU", "2023-05-01", "Olaf Scholz"),
        ("monarch", "QAT", "2015-10-01", "Tamim bin Hamad Al Thani"),
        ("prime_minister", "GBR", "2019-07-01", "Theresa May"),
        ("prime_minister", "GBR", "2019-09-01", "Boris Johnson"),
        ("secretary_of_state", "USA", "2015-10-01", "John Kerry"),
        ("president", "SYR", "2015-10-01", "Bashar al-Assad"),
        ("president", "IRN", "2015-10-01", "Hassan Rouhani"),
        ("supreme_leader", "IRN", "2015-10-01", "Ali Khamenei"),
    ],
)
def test_office_on_a_date(position: str, country: str, date: str, name: str) -> None:
    assert [entity.name for entity in office_holders(position, country, date)] == [name]


def test_deputies_and_regional_namesakes_do_not_hold_the_office() -> None:
    assert len(office_holders("president", "RUS", "2005-06-01")) == 1
    assert len(office_holders("secretary_of_state", "USA", "2010-06-01")) == 1


def test_aliases_lead_to_one_entity() -> None:
    keys = {
        entities_named(written)[0][0].key
        for written in ("ISIS", "ISIL", "Daesh", "Islamic State", "the Islamic State")
    }
    assert len(keys) == 1
    assert entities_named("Qassem Suleimani")[0][0].name == "Qasem Soleimani"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Reuters", "outlet"),
        ("Xinhua", "outlet"),
        ("TASS", "outlet"),
        ("The Daily Telegraph", "outlet"),
        ("Al Jazeera", "outlet"),
        ("Hezbollah", "armed_group"),
        ("NATO", "organization"),
        ("Pentagon", "government"),
    ],
)
def test_agencies_bodies_and_groups(written: str, kind: str) -> None:
    assert entities_named(written)[0][0].kind == kind


def test_a_month_or_year_bound_holds_the_whole_month_or_year() -> None:
    assert Tenure("spokesman", None, None, "2015-10", None).holds_on("2015-10-01")
    assert not Tenure("spokesman", None, None, "2015-10", None).holds_on("2015-09-30")
    assert Tenure("spokesman", None, None, "2013", "2015").holds_on("2015-12-31")
    assert not Tenure("spokesman", None, None, "2013", "2015").holds_on("2016-01-01")


def test_a_spell_that_touches_a_month_may_hold_on_a_date_known_to_the_month() -> None:
    assert Tenure("spokesman", None, None, "2015-10-14", None).holds_on("2015-10")
    assert Tenure("spokesman", None, None, None, "2015-10-14").holds_on("2015-10")
    assert not Tenure("spokesman", None, None, "2015-11-01", None).holds_on("2015-10")
    assert Tenure("spokesman", None, None, "2015-11-01", None).holds_on("2015")


def test_roles_follow_the_date() -> None:
    warren = entities_named("Steve Warren")[0][0]
    held = [t.organization for t in tenures(warren.number) if t.holds_on("2015-10-01")]
    assert held == ["Operation Inherent Resolve"]


def test_surname_of_office_holders() -> None:
    assert ("president", "RUS") in {(p, c) for _, p, c in offices_of("putin", "2015-10-01")}
    assert not offices_of("putin", "1970-01-01")


def test_media_noun_is_not_medicine() -> None:
    assert noun_sectors("reporter") == ("JRN",)
    assert noun_sectors("doctor") == ("MED",)
    assert noun_sectors("no such noun") == ()


@given(st.text(max_size=60))
def test_any_name_can_be_looked_up(text: str) -> None:
    assert all(rank in (0, 1, 2) for _, rank in entities_named(text))
