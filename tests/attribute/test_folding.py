from __future__ import annotations


def test_ones_own_belief_is_no_other_source(read) -> None:
    reading = read("The colonel added, “We don’t believe” that rebels attacked the port.")
    assert reading.sources() == ["The colonel"]
    assert reading.by("The colonel").act == "doubts"


def test_reported_belief_of_the_speaker(read) -> None:
    assert read("The minister said he believed that rebels attacked the port.").sources() == ["The minister"]


def test_anothers_belief_is_nested(read) -> None:
    reading = read("The minister said that police believe rebels attacked the port.")
    assert reading.event_chain("attacked") == ["police", "The minister"]
