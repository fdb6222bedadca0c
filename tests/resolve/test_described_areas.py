"""Strips of countries: where the text names no point, no point is given."""

from collections.abc import Callable

import pytest

from whence.extract import extract
from whence.handover import ParsedDocument
from whence.records import Place
from whence.resolve.places import resolve_places

Parse = Callable[..., ParsedDocument]


def told(parse: Parse, text: str) -> dict[str, Place]:
    """Text of place phrases → place."""
    parsed = parse(text)
    extraction = extract(parsed)
    places, referents, _ = resolve_places(parsed, extraction)
    by_id = {place.place_id: place for place in places}
    return {
        p.text: by_id[referents[p.index].place_id or ""]
        for p in extraction.phrases
        if p.index in referents and referents[p.index].place_id
    }


@pytest.mark.parametrize(
    ("text", "phrase", "name", "country"),
    [
        ("A jet violated Turkish airspace on Monday.", "Turkish airspace", "airspace of Turkey", "TUR"),
        ("Pirates seized a ship off the Somali coast.", "the Somali coast", "coast of Somalia", "SOM"),
        (
            "Shells hit the border between Iraq and Iran.",
            "the border between Iraq and Iran",
            "border of Iran and Iraq",
            None,
        ),
        ("Troops gathered at the border with Jordan.", "the border with Jordan", "border of Jordan", "JOR"),
    ],
)
def test_a_strip_of_a_country_is_an_area_without_a_point(
    parse: Parse, text: str, phrase: str, name: str, country: str | None
) -> None:
    place = told(parse, text)[phrase]
    assert (place.name, place.country, place.precision) == (name, country, "region")
    assert place.lat is place.lon is place.geonames is None


def test_the_soil_of_a_country_is_the_country(parse: Parse) -> None:
    place = told(parse, "Forces entered Lebanese territory.")["Lebanese territory"]
    assert (place.name, place.precision) == ("Lebanon", "country")


def test_what_stands_on_a_border_is_there_and_ids_do_not_depend_on_the_wording(parse: Parse) -> None:
    found = told(parse, "Shells hit areas close to the border between Iraq and Iran.")
    inner = found["the border between Iraq and Iran"]
    assert found["areas close to the border between Iraq and Iran"] == inner
    other = told(parse, "Troops gathered at the Iraqi-Iranian border.")
    assert other["the Iraqi-Iranian border"].place_id == inner.place_id


def test_a_border_of_no_named_country_is_not_resolved(parse: Parse) -> None:
    assert "the border" not in told(parse, "They crossed the border on Monday.")


def test_the_soil_of_two_countries_is_no_one_place(parse: Parse) -> None:
    assert "Jordanian and Syrian territory" not in told(
        parse, "Shells fell on Jordanian and Syrian territory."
    )
