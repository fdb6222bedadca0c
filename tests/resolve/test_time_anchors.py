"""Times that count from an event."""

from collections.abc import Callable

from whence.extract import extract
from whence.handover import ParsedDocument
from whence.resolve import resolve

Parse = Callable[..., ParsedDocument]
OPENING = "A bomb exploded in Ankara on Saturday, October 3."


def dated(parse: Parse, text: str, published: str | None = "2015-10-09") -> dict[str, tuple[str | None, ...]]:
    """First two words of time phrases → the interval they name."""
    parsed = parse(text, published=published)
    extraction = extract(parsed)
    named = resolve(parsed, extraction).named_times
    phrases = [phrase for phrase in extraction.phrases if phrase.index in named]
    return {" ".join(p.text.split()[:2]): (named[p.index].from_, named[p.index].to) for p in phrases}


def test_units_after_and_before_an_event_count_from_its_day(parse: Parse) -> None:
    after = dated(parse, f"{OPENING} A day after the attack, police arrested two men.")
    assert after["A day"] == ("2015-10-04", "2015-10-04")
    before = dated(parse, f"{OPENING} Three days before the bombing, the group had threatened to strike.")
    assert before["Three days"] == ("2015-09-30", "2015-09-30")


def test_weeks_are_no_finer_than_weeks(parse: Parse) -> None:
    found = dated(parse, f"{OPENING} Two weeks after the attack, police arrested two men.")
    # 17 October 2015 was a Saturday: the week from Monday to Sunday.
    assert found["Two weeks"] == ("2015-10-12", "2015-10-18")


def test_the_arrest_is_dated_by_it(parse: Parse) -> None:
    parsed = parse(f"{OPENING} A day after the attack, police arrested two men.", published="2015-10-09")
    extraction = extract(parsed)
    times = resolve(parsed, extraction).times
    (arrest,) = [event for event in extraction.events if event.trigger.text == "arrested"]
    assert arrest.time is not None
    assert (times[arrest.time].from_, times[arrest.time].anchor) == ("2015-10-04", "document")


def test_without_a_dated_event_nothing_is_counted(parse: Parse) -> None:
    found = dated(parse, "A bomb exploded in Ankara. A day after the attack, police arrested two men.")
    assert "A day" not in found


def test_how_long_something_took_is_no_date(parse: Parse) -> None:
    assert "a day" not in dated(parse, f"{OPENING} The attack lasted a day and killed two men.")
