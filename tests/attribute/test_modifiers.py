from __future__ import annotations


def test_according_to_before_and_after(read) -> None:
    for text in (
        "According to the ministry, rebels attacked two villages.",
        "Rebels attacked two villages, according to the ministry.",
    ):
        reading = read(text)
        assert reading.content("the ministry")[0].lower() == "rebels attacked two villages"
        assert reading.by("the ministry").cue.text.lower() == "according to"


def test_adverb_withholds_its_source(read) -> None:
    reading = read("Rebels reportedly attacked two villages.")
    assert reading.by(None).source.naming == "withheld"
    assert reading.stances("attacked") == {None: ("+", "probable"), "article": ("?", "none")}


def test_possessor_of_a_claim(read) -> None:
    reading = read("The ministry's statement that rebels attacked the port surprised many.")
    assert reading.event_chain("attacked") == ["The ministry's"[:-2]]


def test_headline_colon(read) -> None:
    text = "Reuters: Rebels attack northern port\n\nThe port burned."
    reading = read(text, (0, 36, "headline"), (36, len(text), "body"))
    assert reading.content("Reuters") == ["Rebels attack northern port"]


def test_headline_says_at_the_end(read) -> None:
    text = "Rebels attacked northern port, says minister\n\nThe port burned."
    reading = read(text, (0, 44, "headline"), (44, len(text), "body"))
    assert reading.event_chain("attacked") == ["minister"]
