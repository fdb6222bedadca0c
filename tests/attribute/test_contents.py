from __future__ import annotations

from whence.attribute.contents import ranges_of


def words(parse, text: str):
    return list(parse(text).sentences[0].words)


def test_that_and_edge_punctuation_are_not_content(parse) -> None:
    text = "Officials said that rebels fled."
    found = ranges_of(words(parse, text)[2:], text)
    assert [text[a:b] for a, b in found] == ["rebels fled"]


def test_a_gap_gives_two_ranges(parse) -> None:
    text = "The bridge officials say fell down."
    all_words = words(parse, text)
    found = ranges_of(all_words[:2] + all_words[4:], text)
    assert [text[a:b] for a, b in found] == ["The bridge", "fell down"]
