"""How probable it is that of two roots one is no origin of its own."""

import pytest

from whence.assess.dependence import CERTAIN, dependence
from whence.assess.roots import Root

ADA = Root("person", ("ada brook",), "Ada Brook")
MINISTRY = Root("statement", ("ministry",), "Ministry")
REUTERS = Root("newsroom", ("reuters",), "Reuters")
OFFICIAL = Root("anonymous", ("reuters", "official"), "officials (Reuters)")
DIPLOMAT = Root("anonymous", ("reuters", "diplomat"), "diplomats (Reuters)")
RESIDENT = Root("anonymous", ("gazette", "resident"), "residents (Gazette)")
GAZETTE = Root("unknown", ("outlet", "gazette"), "Gazette")
COURIER = Root("unknown", ("outlet", "courier"), "Courier")


@pytest.mark.parametrize("other", [MINISTRY, REUTERS, OFFICIAL, GAZETTE])
def test_firm_roots_never_depend(other: Root) -> None:
    assert dependence(ADA, other) == 0


def test_no_root_depends_on_itself_or_without_a_sign_of_it_on_a_firm_one() -> None:
    assert dependence(OFFICIAL, OFFICIAL) == 0
    for root in (OFFICIAL, REUTERS, GAZETTE):
        assert dependence(root, ADA) == 0


def test_two_roles_in_one_newsroom_are_likelier_one_person_than_two_newsrooms_sources() -> None:
    same, other = dependence(DIPLOMAT, OFFICIAL), dependence(RESIDENT, OFFICIAL)
    assert 0 < other < same < CERTAIN


def test_own_voice_may_but_need_not_rest_on_another_report() -> None:
    assert 0 < dependence(COURIER, GAZETTE) < CERTAIN
    assert 0 < dependence(GAZETTE, OFFICIAL) < CERTAIN


def test_it_does_not_matter_which_comes_first() -> None:
    roots = (ADA, MINISTRY, REUTERS, OFFICIAL, DIPLOMAT, RESIDENT, GAZETTE, COURIER)
    assert all(dependence(a, b) == dependence(b, a) for a in roots for b in roots)
