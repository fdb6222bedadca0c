"""The country of parties that are no actors themselves."""

import pytest

import whence


@pytest.mark.parametrize(
    ("text", "recipient", "country"),
    [
        ("Rebels bombed northern Syria.", "northern Syria", "SYR"),
        ("Troops demolished Palestinian homes.", "Palestinian homes", "PSE"),
        ("Norway promised to defend war-torn Mozambique.", "war-torn Mozambique", "MOZ"),
        ("Rebels bombed the warehouse.", "the warehouse", None),
    ],
)
def test_what_is_acted_on_has_the_country_it_is_in_or_of(text: str, recipient: str, country: str) -> None:
    events = whence.analyse(text, published="2016-03-04").event_mentions
    found = {each.text: each.country for event in events for each in event.recipients}
    assert found[recipient] == country
