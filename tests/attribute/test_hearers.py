from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The minister told the BBC that troops had left.",
        "The minister confirmed to Reuters that troops had left.",
        "The minister told The Verge that troops had left.",
        "In an interview with the BBC, the minister said that troops had left.",
    ],
)
def test_an_outlet_told_is_a_link(read, text: str) -> None:
    chain = next(c for c in map(read(text).chain, read(text).result.attributions) if len(c) == 2)
    assert chain[0] == "the minister" if text.startswith("In") else chain[0] == "The minister"
    assert chain[1] in ("the BBC", "Reuters", "The Verge")


@pytest.mark.parametrize("hearers", ["reporters", "the press", "journalists"])
def test_a_crowd_told_is_none(read, hearers: str) -> None:
    reading = read(f"The minister told {hearers} that troops had left.")
    assert reading.sources() == ["The minister"]


def test_an_outlet_the_source_speaks_to(read) -> None:
    reading = read("The officers speaking to Reuters said that troops had left.")
    assert reading.event_chain("left")[-1] == "Reuters"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (
            "One activist, Omar Haddad, on Sunday told Agence France-Presse troops had left.",
            "Agence France-Presse",
        ),
        ("In remarks to the BBC, Omar Haddad observed, “The troops have left the town.”", "the BBC"),
        ("A leaked letter seen by Sky News says that troops have left.", "Sky News"),
        ("Jane Roe told The Daily Telegraph in a statement that troops had left.", "The Daily Telegraph"),
    ],
)
def test_outlets_read_from_the_words(read, text: str, outlet: str) -> None:
    assert outlet in read(text).event_chain("left")


def test_a_paper_named_after_a_place(read) -> None:
    reading = read("Defence officials told The Times of Harda that rebels attacked the port.")
    assert reading.event_chain("attacked") == ["Defence officials", "The Times of Harda"]


def test_content_before_the_outlet_told_stays(read) -> None:
    reading = read("Rebels attacked the port, an official told CBS News on condition of anonymity.")
    assert reading.event_chain("attacked") == ["an official", "CBS News"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            "Speaking to Agence France-Presse, the head of the league, Ana Lima, said, “Troops have left.”",
            ["the head of the league, Ana Lima", "Agence France-Presse"],
        ),
        ("Speaking on Fox News, the senator said troops had left.", ["the senator", "Fox News"]),
        ("Senator Ana Lima spoke on Fox News, “Troops have left.”", ["Senator Ana Lima", "Fox News"]),
    ],
)
def test_who_speaks_to_or_on_an_outlet_is_told_by_it(read, text: str, chain: list[str]) -> None:
    assert read(text).event_chain("left") == chain


def test_who_goes_on_in_the_paragraph_still_speaks_to_the_outlet(read) -> None:
    text = "In an interview with Reuters, Ana Lima said troops had left. She also said that rebels had fled."
    assert read(text).event_chain("fled") == ["She", "Reuters"]


@pytest.mark.parametrize("between", ["\n\n", " The mayor said the port was safe. Rebels came. "])
def test_another_paragraph_is_not_told_to_it(read, between: str) -> None:
    text = f"In an interview with Reuters, Ana Lima said troops had left.{between}"
    assert read(f"{text}The mayor said that rebels had fled.").event_chain("fled") == ["The mayor"]
