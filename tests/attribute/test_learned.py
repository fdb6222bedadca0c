"""What the model adds to the rules; its readings are given by hand, but for the last tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from whence.attribute import attribute
from whence.attribute.tables import verb_rules_of
from whence.extract import extract
from whence.handover import CueScore, ParsedDocument, WordRef
from whence.records import Attribution
from whence.resolve import resolve

Parse = Callable[..., ParsedDocument]


def places(parsed: ParsedDocument, text: str) -> tuple[WordRef, ...]:
    """The words of the one stretch of a document that reads so."""
    start = parsed.text.index(text)
    return tuple(
        (sentence.index, word.index)
        for sentence in parsed.sentences
        for word in sentence.words
        if start <= word.start and word.end <= start + len(text)
    )


def told(parse: Parse, text: str, *scores: tuple[str, str, str]) -> tuple[str, tuple[Attribution, ...]]:
    """Attributions of a text in which the model sees (cue, source, content)."""
    parsed = parse(text)
    seen = tuple(
        CueScore(
            cue=places(parsed, cue),
            probability=0.9,
            source=places(parsed, source) if source else (),
            content=places(parsed, content) if content else (),
        )
        for cue, source, content in scores
    )
    parsed = replace(parsed, cues=seen)
    extraction = extract(parsed)
    return text, attribute(parsed, extraction, resolve(parsed, extraction)).attributions


def written(found: tuple[str, tuple[Attribution, ...]]) -> list[tuple[str | None, str | None, list[str]]]:
    text, attributions = found
    return [(a.source.text, a.cue and a.cue.text, [text[x:y] for x, y in a.content]) for a in attributions]


def test_a_cue_without_a_row_tells_what_the_model_sees(parse: Parse) -> None:
    found = told(
        parse,
        "The mayor waffled about the broken bridge on Monday.",
        ("waffled", "The mayor", "about the broken bridge"),
    )
    assert written(found) == [("The mayor", "waffled", ["about the broken bridge"])]


def test_a_rule_keeps_its_source_and_gets_the_whole_cue(parse: Parse) -> None:
    found = told(
        parse,
        "The mayor has also said that the bridge had collapsed.",
        ("has also said", "bridge", "the bridge had collapsed"),
    )
    assert written(found) == [("The mayor", "has also said", ["the bridge had collapsed"])]


def test_without_a_content_the_verb_tells_what_it_governs(parse: Parse) -> None:
    found = told(parse, "The mayor waffled about the broken bridge.", ("waffled", "The mayor", ""))
    (attribution,) = found[1]
    assert "bridge" in found[0][slice(*attribution.content[0])]


def test_a_wish_tells_no_words(parse: Parse) -> None:
    found = told(parse, "The family wanted to leave.", ("wanted", "The family", "to leave"))
    assert found[1] == ()


def test_a_cue_inside_its_own_content_is_no_telling(parse: Parse) -> None:
    found = told(parse, "The mayor waffled about the bridge.", ("waffled", "", "The mayor waffled about"))
    assert found[1] == ()


def test_words_that_a_pronoun_says_inside_a_content_are_part_of_it(parse: Parse) -> None:
    text = "The mayor said that he said the bridge had collapsed."
    outer = ("said that", "The mayor", "he said the bridge had collapsed")
    assert [source for source, _, _ in written(told(parse, text, outer))] == ["The mayor"]


def test_what_the_model_does_not_see_is_told_by_the_rules(parse: Parse) -> None:
    found = told(parse, "Reuters reported that police said rebels attacked the port.")
    assert {source for source, _, _ in written(found)} == {"Reuters", "police"}


def test_the_shipped_model_sees_a_cue_of_no_row(parse: Parse) -> None:
    text = "Senator Ana Lima likened the minister's plan to a swindle."
    assert not verb_rules_of("likened", "liken")
    parsed = parse(text)
    extraction = extract(parsed)
    found = attribute(parsed, extraction, resolve(parsed, extraction)).attributions
    assert [(a.source.text, a.cue and a.cue.text) for a in found] == [("Senator Ana Lima", "likened")]


def test_a_source_reaches_as_far_as_the_model_sees_it(parse: Parse) -> None:
    text = "Residents who had fled said that the bridge had collapsed."
    seen = ("said", "Residents who had fled", "the bridge had collapsed")
    assert [source for source, _, _ in written(told(parse, text, seen))] == ["Residents who had fled"]
    assert [source for source, _, _ in written(told(parse, text))] == ["Residents"]
