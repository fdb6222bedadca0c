"""Fillers that exclude each other, and those that are only coarser, missing or unknown."""

import pytest

from builders import filled
from whence.assess.exclusive import days_apart, exclusive_parties, exclusive_places
from whence.assess.told import World
from whence.records import Actor, Argument, EventDate, EventPlace, Place


def actor(actor_id: str, kind: str, country: str | None = None, *sectors: str) -> Actor:
    made: Actor = filled(Actor, actor_id=actor_id, name=actor_id, kind=kind, country=country, sectors=sectors)
    return made


def place(place_id: str, kind: str, country: str, admin1: str | None, lat: float, lon: float) -> Place:
    made: Place = filled(
        Place, place_id=place_id, name=place_id, kind=kind, country=country, admin1=admin1, lat=lat, lon=lon
    )
    return made


ACTORS = [
    actor("Russia", "country", "RUS"),
    actor("Turkey", "country", "TUR"),
    actor("Islamic State", "armed_group", None, "REB"),
    actor("Hezbollah", "armed_group", None, "REB"),
    actor("Houthis", "armed_group", None, "REB"),
]
PLACES = [
    place("Syria", "country", "SYR", None, 35.0, 38.0),
    place("Homs", "city", "SYR", "Homs", 34.73, 36.72),
    place("Hama", "city", "SYR", "Hama", 35.13, 36.76),
    place("Aleppo", "city", "SYR", "Aleppo", 36.20, 37.16),
    place("Aleppo province", "admin1", "SYR", "Aleppo", 36.3, 37.6),
    place("Manbij", "city", "SYR", "Aleppo", 36.53, 37.95),
    place("Baghdad", "city", "IRQ", "Baghdad", 33.3, 44.4),
    place("Euphrates", "river", "SYR", "Aleppo", 36.0, 38.0),
]
WORLD = World(
    actors={a.actor_id: a for a in ACTORS},
    actor_of={},
    places={p.place_id: p for p in PLACES},
    version_of={},
    rebels=frozenset({"Houthis"}),
)


def party(text: str, *sectors: str, country: str | None = None) -> Argument:
    known = text if text in WORLD.actors else None
    found = WORLD.actors.get(text)
    return Argument(
        text=text, start=0, end=len(text), actor_id=known, name=text, country=country,
        sectors=sectors or (found.sectors if found else ()), title=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([party("Government forces", "MIL")], [party("rebels", "REB")]),
        ([party("Russia", country="RUS")], [party("Turkey", country="TUR")]),
        ([party("Turkish jets", "MIL", country="TUR")], [party("Russian jets", "MIL", country="RUS")]),
        ([party("Islamic State")], [party("Hezbollah")]),
        ([party("rebels", "REB")], [party("Islamic State")]),
    ],
)
def test_parties_of_two_sides(a: list[Argument], b: list[Argument]) -> None:
    assert exclusive_parties(a, b, WORLD) and exclusive_parties(b, a, WORLD)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([party("gunmen", "UAF")], [party("militants", "REB")]),
        ([party("Russia", country="RUS")], [party("Russian warplanes", "MIL", country="RUS")]),
        ([party("warplanes", "MIL")], [party("Russia", country="RUS")]),
        ([], [party("rebels", "REB")]),
        ([party("rebels", "REB")], [party("rebels", "REB")]),
        # Others call the Houthis rebels.
        ([party("rebels", "REB")], [party("Houthis")]),
        # One of two is the same.
        ([party("Russia", country="RUS"), party("Turkey", country="TUR")], [party("Turkey", country="TUR")]),
        ([party("civilians", "CVL")], [party("rebels", "REB")]),
    ],
)
def test_parties_that_may_be_the_same(a: list[Argument], b: list[Argument]) -> None:
    assert not exclusive_parties(a, b, WORLD) and not exclusive_parties(b, a, WORLD)


def at(name: str | None) -> EventPlace | None:
    return EventPlace(text=name, start=0, end=1, place_id=name, name=name) if name else None


@pytest.mark.parametrize(("a", "b"), [("Homs", "Hama"), ("Homs", "Baghdad"), ("Aleppo", "Manbij")])
def test_places_apart(a: str, b: str) -> None:
    assert exclusive_places(at(a), at(b), WORLD) and exclusive_places(at(b), at(a), WORLD)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Aleppo", "Aleppo province"),
        ("Homs", "Syria"),
        ("Homs", "Homs"),
        ("Homs", None),
        ("Homs", "Karm"),
        ("Homs", "Euphrates"),
    ],
)
def test_coarser_missing_and_unknown_places_exclude_none(a: str, b: str | None) -> None:
    assert not exclusive_places(at(a), at(b), WORLD)


def on(from_: str | None, to: str | None, text: str | None = "then") -> EventDate:
    return EventDate(
        from_=from_, to=to, text=text, start=0, end=4, precision="day",
        anchor="explicit" if text else "inherited",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (on("2020-03-02", "2020-03-02"), on("2020-03-06", "2020-03-06"), 4),
        (on("2020-03-06", "2020-03-06"), on("2020-03-01", "2020-03-04"), 2),
        (on("2020-03-01", "2020-03-31"), on("2020-03-03", "2020-03-03"), 0),
        (on("2020-03-01", "2020-03-01"), on("2020-03-05", "2020-03-05", None), 0),  # carried over
        (on("2020-03-01", "2020-03-01"), on("2020-03-05", None), 0),
    ],
)
def test_days_apart(a: EventDate, b: EventDate, days: int) -> None:
    assert days_apart(a, b) == days_apart(b, a) == days
    assert days_apart(a, None) == 0
