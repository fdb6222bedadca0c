"""Fields of an event mention that follow from its others."""

import pytest

from whence.derived import factuality, is_political
from whence.records import Argument, EventDate


@pytest.mark.parametrize(
    ("country", "sectors", "political"),
    [("SYR", (), True), (None, ("REB",), True), (None, ("CVL", "CRM"), False), (None, (), False)],
)
def test_who_is_political(country: str | None, sectors: tuple[str, ...], political: bool) -> None:
    party = Argument(
        text="x", start=0, end=1, actor_id=None, name=None, country=country, sectors=sectors, title=None
    )
    assert is_political(party) is political


@pytest.mark.parametrize(("to", "historical"), [("2015-03-04", True), ("2015-03-05", False), (None, False)])
def test_what_is_a_year_old_is_history(to: str | None, historical: bool) -> None:
    date = EventDate(from_=None, to=to, text=None, start=None, end=None, precision="range", anchor="explicit")
    found = factuality("past", date, "2016-03-04", negated=False)
    assert found == (("historical",) if historical else ())


def test_a_plan_that_is_denied_has_both_flags() -> None:
    assert factuality("future", None, None, negated=True) == ("future", "negation")
    assert factuality("generic", None, None, negated=False) == ("hypothetical",)
