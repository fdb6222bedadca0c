"""Countries that a description words: of whom, where, whose."""

import pytest

import whence


def country(text: str, phrase: str) -> str | None:
    found = whence.analyse(text, published="2016-03-04")
    actors = {actor.actor_id: actor.country for actor in found.actors}
    (mention,) = (m for m in found.mentions if m.text == phrase and m.kind == "actor")
    return actors[mention.refers_to]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Young Algerians blocked the road.", "Young Algerians", "DZA"),
        ("Tribal elders in Afghanistan met.", "Tribal elders in Afghanistan", "AFG"),
        ("Ethnic Turks in Bulgaria met.", "Ethnic Turks in Bulgaria", "BGR"),
        ("Workers from Peru met.", "Workers from Peru", "PER"),
        ("Critics of Israel met.", "Critics of Israel", None),
        ("Citizens of Israel met.", "Citizens of Israel", "ISR"),
        ("Angry workers met in Lima.", "Angry workers", None),
        ("Doctors from two Peruvian groups met.", "Doctors from two Peruvian groups", "PER"),
        ("Lima rebels met.", "Lima rebels", "PER"),
        ("Tens of thousands of students in Peru met.", "Tens of thousands of students in Peru", "PER"),
        ("Some children near Peru met.", "Some children near Peru", None),
    ],
)
def test_a_group_is_of_the_country_its_description_words(text: str, phrase: str, expected: str) -> None:
    assert country(text, phrase) == expected
