from __future__ import annotations

from typing import Any


def test_portfolio_is_no_country(read: Any) -> None:
    ties = read("US Secretary of State Anna Berg left.").ties()
    assert {(kind, other) for _, kind, other in ties} == {("holds_office", "US")}


def test_country_before_an_office_of_two_words(read: Any) -> None:
    ties = read("US Attorney General Anna Berg left.").ties()
    assert {(kind, other) for _, kind, other in ties} == {("holds_office", "US")}


def test_chief_of_staff_leads_nobody(read: Any) -> None:
    assert read("Anna Berg, the chief of staff, left.").ties() == set()
