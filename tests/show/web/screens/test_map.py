from __future__ import annotations

from pathlib import Path

from whence.show.web.page import Ask
from whence.show.web.screens.map import AREAS, map_
from whence.store import Store


def test_areas_are_drawn_as_areas_and_unknown_places_counted(example: Path) -> None:
    with Store.open(example) as store:
        page = map_(Ask(store=store))
        events = store.count("events")
        places = {place.place_id: place for place in store.table("places")}
    for site in page.data["drawn"]:
        assert site["area"] is (places[site["place_id"]].precision in AREAS)
        assert 0 <= site["x"] <= 360 and 0 <= site["y"] <= 180
    placed = sum(site.events for site in page.data["sites"])
    assert page.data["unknown"] == events - placed > 0
