import whence


def actors_of(text: str, trigger: str) -> list[str | None]:
    analysis = whence.analyse(text, published="2020-03-04")
    mention = next(m for m in analysis.event_mentions if m.trigger.text == trigger)
    return [argument.name for argument in mention.actors]


def test_i_is_the_speaker() -> None:
    assert actors_of("“I met the rebels in Karm on Monday,” Ada Brook told reporters.", "met")[:1] == [
        "Ada Brook"
    ]


def test_we_without_a_body_is_the_speaker() -> None:
    assert "Ada Brook" in actors_of("“We attacked the base at dawn,” Ada Brook said.", "attacked")


def test_an_outlet_that_was_told_does_not_speak() -> None:
    assert actors_of("“I met the rebels in Karm,” Ada Brook told Reuters.", "met")[:1] == ["Ada Brook"]


def test_outside_quotations_nobody_is_guessed() -> None:
    assert "Ada Brook" not in actors_of("Ada Brook watched. We attacked the base at dawn.", "attacked")
