from __future__ import annotations

from typing import Any


def test_words_keep_their_places(tree: Any) -> None:
    sentence = tree("Norway's foreign minister Ine Holm said on Monday that talks had failed.")
    assert [w.index for w in sentence.words] == list(range(1, len(sentence.words) + 1))


def test_title_hangs_on_the_name(tree: Any) -> None:
    sentence = tree("Russia's foreign minister Sergey Lavrov met the delegation.")
    subjects = [w for w in sentence.words if w.relation == "nsubj"]
    assert len(subjects) == 1


def test_by_phrase_of_a_passive_is_its_agent(tree: Any) -> None:
    sentence = tree("The town was shelled by rebels.")
    assert next(w for w in sentence.words if w.text == "rebels").deprel == "obl:agent"


def test_denied_infinitive_is_coordinated(read: Any) -> None:
    told = read("The goal is to recapture territory the state lost to rebels, not to attack ISIS.")
    assert told.event("attack").polarity == "-"
    assert told.actors("attack") == []
