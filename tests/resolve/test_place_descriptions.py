"""Places told without their name at the head."""

from collections.abc import Callable

import pytest

from whence.extract import extract
from whence.handover import ParsedDocument
from whence.resolve.places import resolve_places

Parse = Callable[..., ParsedDocument]


def named(parse: Parse, text: str) -> dict[str, str]:
    """Text of place phrases → name of the place; of equal phrases the last counts."""
    parsed = parse(text)
    extraction = extract(parsed)
    places, referents, _ = resolve_places(parsed, extraction)
    names = {place.place_id: place.name for place in places}
    return {
        p.text: names[place_id]
        for p in extraction.phrases
        if p.index in referents and (place_id := referents[p.index].place_id)
    }


def test_the_city_is_the_one_that_is_named_most(parse: Parse) -> None:
    found = named(
        parse,
        "Rebels attacked Aleppo on Monday. Shells hit Aleppo again. A bus from Damascus arrived. "
        "Thousands fled the city.",
    )
    assert found["the city"] == "Aleppo"


def test_the_country_is_no_city(parse: Parse) -> None:
    found = named(parse, "Rebels attacked Aleppo in Syria on Monday. Thousands fled the country.")
    assert found["the country"] == "Syria"


@pytest.mark.parametrize(
    "text", ["Thousands fled the city.", "Rebels attacked Aleppo. They fled an old city."]
)
def test_a_city_that_nothing_or_more_is_said_of_takes_nothing_up(parse: Parse, text: str) -> None:
    assert not {"the city", "an old city"} & named(parse, text).keys()


def test_a_name_after_of_goes_before_one_beside_the_noun(parse: Parse) -> None:
    found = named(parse, "The law was passed in the US state of Alabama.")
    assert found["the US state of Alabama"] == "Alabama"


def test_a_direction_before_a_name_makes_an_area(parse: Parse) -> None:
    parsed = parse("Fighting raged in north-eastern Syria.")
    places, _, _ = resolve_places(parsed, extract(parsed))
    assert ("north-eastern Syria", "region", "region", "SYR") in {
        (p.name, p.kind, p.precision, p.country) for p in places
    }
