from __future__ import annotations

from typing import Any


def test_light_verb_steps_back_behind_its_noun(read: Any) -> None:
    assert read("The army carried out an attack on the town.").triggers() == ["attack"]


def test_time_anchor_is_no_event(read: Any) -> None:
    assert read("The road was blocked after the attack.").triggers().count("attack") == 0


def test_telling_is_no_request(read: Any) -> None:
    assert "told" not in read("The colonel told reporters that they knew it.").triggers()


def test_standing_tie_is_no_event(read: Any) -> None:
    assert "backed" not in read("US-backed rebels attacked the town.").triggers()


def test_a_compound_whose_two_words_are_read_as_events_is_told_once(read: Any) -> None:
    found = read("The government has declared a cease-fire.").triggers()
    assert found.count("cease-fire") <= 1
