from __future__ import annotations


def test_innermost_content_holds_the_event(read) -> None:
    reading = read("Reuters reported that police said rebels attacked the port.")
    assert reading.event_chain("attacked")[0] == "police"


def test_own_voice(read) -> None:
    assert read("Rebels attacked the port.").event_chain("attacked") == []
