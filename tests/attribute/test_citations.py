from __future__ import annotations


def test_citing_nests_the_cited_in_the_one_who_reports(read) -> None:
    reading = read("The Daily Mirror, citing local doctors, reported that soldiers attacked the clinic.")
    assert reading.event_chain("attacked") == ["local doctors", "The Daily Mirror"]


def test_quoted_as_saying(read) -> None:
    reading = read("The governor was quoted by Reuters as saying that rebels attacked the port.")
    assert reading.event_chain("attacked") == ["The governor", "Reuters"]


def test_reported_by(read) -> None:
    reading = read("As reported by Reuters, rebels attacked the port.")
    assert reading.event_chain("attacked") == ["Reuters"]
