from dataclasses import replace

from builders import Claim, filled, report
from whence.link.tellings import Telling, telling
from whence.records import Place

(HIT,) = report("Gazette", [Claim()]).event_mentions
(KARM,) = HIT.recipients
TOWN = filled(Place, place_id="p-1", name="Karm", kind="city", country="LBY", admin1="Fezzan")


def compared(mention: object = HIT, places: dict[str, Place] | None = None) -> Telling:
    return telling(
        mention,  # type: ignore[arg-type]
        contested=frozenset(),
        actors={},
        actor_of={},
        named=(),
        places=places or {},
        at={(KARM.start, KARM.end): "p-1"},
        published="2020-03-01",
    )


def test_force_is_used_where_its_recipient_is_if_that_is_a_place() -> None:
    assert compared().places == frozenset()
    found = compared(places={"p-1": TOWN})
    assert (found.places, found.located) == (frozenset({"karm"}), True)
    assert {"fezzan", "lby"} <= found.within


def test_what_is_said_of_a_place_is_not_said_there() -> None:
    assert compared(replace(HIT, type="ACCUSE"), {"p-1": TOWN}).places == frozenset()


def test_an_area_is_no_located_place() -> None:
    assert not compared(places={"p-1": replace(TOWN, kind="admin1")}).located
