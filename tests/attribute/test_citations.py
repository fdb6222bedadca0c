from __future__ import annotations

import pytest


def test_citing_nests_the_cited_in_the_one_who_reports(read) -> None:
    reading = read("The Daily Mirror, citing local doctors, reported that soldiers attacked the clinic.")
    assert reading.event_chain("attacked") == ["local doctors", "The Daily Mirror"]


def test_quoted_as_saying(read) -> None:
    reading = read("The governor was quoted by Reuters as saying that rebels attacked the port.")
    assert reading.event_chain("attacked") == ["The governor", "Reuters"]


def test_reported_by(read) -> None:
    reading = read("As reported by Reuters, rebels attacked the port.")
    assert reading.event_chain("attacked") == ["Reuters"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Rebels attacked the port, according to Reuters, citing two officials.",
            ["two officials", "Reuters"],
        ),
        (
            "Rebels attacked the port, the Kyiv Herald reported, citing the mayor.",
            ["the mayor", "the Kyiv Herald"],
        ),
        ("Police quoted the suspect as saying that rebels attacked the port.", ["the suspect", "Police"]),
        ("The mayor said a nurse told him that rebels attacked the port.", ["a nurse", "The mayor"]),
    ],
)
def test_a_citation_is_told_by_who_cites(read, text: str, chain: list[str]) -> None:
    assert read(text).event_chain("attacked") == chain


def test_who_is_quoted_by_an_outlet_is_told_by_it(read) -> None:
    reading = read("“Rebels attacked the port”, the mayor said, as quoted by the Kyiv Herald.")
    assert reading.event_chain("attacked") == ["the mayor", "the Kyiv Herald"]
