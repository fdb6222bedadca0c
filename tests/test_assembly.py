"""What of an event mention is worked out when its record is put together."""

from collections.abc import Sequence

import pytest

import whence
from whence.assembly import is_political
from whence.records import Argument


def flags(text: str, trigger: str) -> Sequence[str]:
    found = whence.analyse(text, published="2016-03-04")
    (mention,) = (m for m in found.event_mentions if m.trigger.text == trigger)
    return mention.factuality


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels shelled the town on Monday.", "shelled", ()),
        ("Rebels shelled the town in May 2009.", "shelled", ("historical",)),
        ("Rebels shelled the town on 4 March 2015.", "shelled", ("historical",)),
        ("Rebels shelled the town on 5 March 2015.", "shelled", ()),
        ("The parliament will ratify the treaty next week.", "ratify", ("future",)),
        ("The parliament did not ratify the treaty.", "ratify", ("negation",)),
        ("The army will not attack the town.", "attack", ("future", "negation")),
        ("If the talks fail, the army could attack the town.", "attack", ("hypothetical",)),
    ],
)
def test_the_auxiliary_modes_of_plover(text: str, trigger: str, expected: tuple[str, ...]) -> None:
    assert flags(text, trigger) == expected


@pytest.mark.parametrize(
    ("country", "sectors", "political"),
    [("SYR", (), True), (None, ("REB",), True), (None, ("CVL", "CRM"), False), (None, (), False)],
)
def test_who_is_political(country: str | None, sectors: tuple[str, ...], political: bool) -> None:
    party = Argument(
        text="x", start=0, end=1, actor_id=None, name=None, country=country, sectors=sectors, title=None
    )
    assert is_political(party) is political
