from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The president's claim that rebels attacked the port was repeated.", "rebels attacked the port"),
        ("The general issued an order that troops should leave the town.", "troops should leave the town"),
        ("Officials denied the president's claim of fraud.", "fraud"),
    ],
)
def test_content_of_a_cue_noun(read, text: str, content: str) -> None:
    reading = read(text)
    assert [content] in [[text[a:b] for a, b in x.content] for x in reading.result.attributions]


def test_a_noun_without_a_clause_reports_nothing(read) -> None:
    assert read("The claims office closed on Monday.").sources() == []
