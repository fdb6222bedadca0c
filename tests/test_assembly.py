"""What of an event mention is worked out when its record is put together."""

from collections.abc import Sequence

import pytest

import whence


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


def mentioned(text: str, kind: str) -> dict[str, str | None]:
    """Text → id of the mentions of a kind, or first day of a time."""
    found = whence.analyse(text, published="2016-03-04")
    return {
        m.text: (m.value.from_ if m.value else None) if kind == "time" else m.refers_to
        for m in found.mentions
        if m.kind == kind
    }


def test_a_time_mention_is_what_its_words_name_and_the_date_what_they_bound() -> None:
    text = "The town was shelled before 2014."
    assert mentioned(text, "time") == {"2014": "2014-01-01"}
    (event,) = (e for e in whence.analyse(text, published="2016-03-04").event_mentions if e.date)
    assert event.date is not None
    assert (event.date.from_, event.date.to) == (None, "2013-12-31")


def test_every_place_that_is_named_is_mentioned() -> None:
    places = mentioned(
        "Russia said a court in Columbus, Ohio jailed a U.S. officer of the Columbus Police Department.",
        "place",
    )
    assert {"Russia", "Ohio", "U.S."} <= set(places)
    text = "Shells fell in Mosul on Monday. The Mosul Police Department opened an inquiry."
    found = whence.analyse(text, published="2016-03-04")
    assert [m.text for m in found.mentions if m.kind == "place"].count("Mosul") == 2
