"""Where things stand in a document that is judged."""

from dataclasses import replace

import pytest

from builders import Claim, filled, report
from whence.judge.document import Draft, as_written
from whence.judge.known import Known
from whence.records import Mention

TOLD = report("The Gazette", [Claim(voice="Ada Brook"), Claim(target="Lomi")])
TEXT = TOLD.document.text


def mention(word: str, refers_to: str) -> Mention:
    start = TEXT.rindex(word)
    made: Mention = filled(
        Mention, mention_id=word, document_id="d", start=start, end=start + len(word), text=word,
        kind="actor", refers_to=refers_to,
    )  # fmt: skip
    return made


def test_a_name_is_looked_for_in_the_sentence_and_a_referent_in_the_document() -> None:
    found = Draft(replace(TOLD, mentions=(mention("Lomi", "a-1"),)), Known([]))
    first, second = TOLD.event_mentions
    assert found.find(first, "ada brook", None) == (0, 9)
    assert found.find(first, "rook", None) is None, "whole words only"
    assert found.find(first, "Lomi", None) is None
    assert found.find(first, "the town", "a-1") == (TEXT.index("Lomi"), TEXT.index("Lomi") + 4)
    assert found.find(second, "the town", "a-1") == (TEXT.index("Lomi"), TEXT.index("Lomi") + 4)


def test_what_was_not_touched_is_as_it_was() -> None:
    assert Draft(TOLD, Known([])).finished() == TOLD


@pytest.mark.parametrize(
    ("text", "name"),
    [("the army", "army"), ("An  official", "official"), ("The", "The"), ("Thebes", "Thebes")],
)
def test_a_name_has_no_article(text: str, name: str) -> None:
    assert as_written(text) == name
