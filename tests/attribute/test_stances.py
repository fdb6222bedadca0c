from __future__ import annotations

import pytest


def test_one_row_per_holder_and_the_article(read) -> None:
    reading = read("Sources tell Reuters that rebels attacked the port.")
    assert reading.stances("attacked") == {
        "Sources": ("+", "certain"),
        "Reuters": ("?", "none"),
        "article": ("?", "none"),
    }


def test_own_voice_is_certain(read) -> None:
    assert read("Rebels attacked the port.").stances("attacked") == {"article": ("+", "certain")}


def test_factive_cue_commits_the_article(read) -> None:
    reading = read("The minister revealed that rebels attacked the port.")
    assert reading.stances("attacked")["article"] == ("+", "certain")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied that its soldiers attacked the port.", ("-", "certain")),
        ("The army said its soldiers did not attack the port.", ("-", "certain")),
        ("The army believes that rebels attacked the port.", ("+", "probable")),
        ("The army does not believe that rebels attacked the port.", ("-", "probable")),
        ("The army said that rebels may have attacked the port.", ("+", "possible")),
        ("The army said that rebels probably attacked the port.", ("+", "probable")),
        ("The army said that rebels will attack the port.", ("+", "certain")),
        ("The army asked its allies to attack the port.", ("?", "possible")),
        ("The army threatened to attack the port.", ("+", "possible")),
    ],
)
def test_innermost_holder(read, text: str, stance: tuple[str, str]) -> None:
    reading = read(text)
    trigger = next(e.trigger.text for e in reading.extraction.events if e.trigger.text.startswith("attack"))
    assert reading.stances(trigger)["The army"] == stance


def test_every_row_says_why(read) -> None:
    reading = read("The army said that rebels may have attacked the port.")
    assert all(s.why for s in reading.result.stances)
