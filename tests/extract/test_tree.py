from __future__ import annotations

from typing import Any

from whence.extract.tree import conjuncts, first_conjunct, measure, measured, noun_phrase, preposition


def word(sentence: Any, text: str) -> Any:
    return next(w for w in sentence.words if w.text == text)


def test_noun_phrase_stops_at_a_relative_clause(tree: Any) -> None:
    sentence = tree("The old soldiers who fled returned.")
    first, last = noun_phrase(sentence, word(sentence, "soldiers"))
    assert (first.text, last.text) == ("The", "soldiers")


def test_coordination(tree: Any) -> None:
    sentence = tree("Chad, Mali and Niger left.")
    assert [w.text for w in conjuncts(sentence, word(sentence, "Chad"))] == ["Chad", "Mali", "Niger"]
    assert first_conjunct(sentence, word(sentence, "Niger")).text == "Chad"


def test_preposition_is_shared_and_multiword(tree: Any) -> None:
    sentence = tree("They met in Chad and Mali because of the war.")
    assert preposition(sentence, word(sentence, "Mali")) == "in"
    assert preposition(sentence, word(sentence, "war")) == "because_of"


def test_partitive(tree: Any) -> None:
    sentence = tree("Dozens of rebels left.")
    assert [w.text for w in measured(sentence, word(sentence, "Dozens"))] == ["rebels"]
    assert measure(sentence, word(sentence, "rebels")).text == "Dozens"
