"""The event nearest to the root of its sentence is what the sentence chiefly tells."""

import pytest


@pytest.mark.parametrize(
    ("text", "chief"),
    [
        ("The minister condemned the attack on the school.", ["condemned"]),
        ("The spokesman said that troops had shelled the town after protesters burned a bus.", ["shelled"]),
        ("Rebels shelled the town. Police arrested a man who attacked a shop.", ["shelled", "arrested"]),
        ("Rebels shelled the town and burned the school.", ["shelled"]),
    ],
)
def test_one_event_of_each_sentence_is_principal(read, text: str, chief: list[str]) -> None:
    assert [e.trigger.text for e in read(text).extraction.events if e.principal] == chief
