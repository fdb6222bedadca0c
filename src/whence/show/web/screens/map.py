"""Where events are told to be, with how exactly that is known; and how many have no known place."""

from __future__ import annotations

from whence.show.web.brush import bars
from whence.show.web.page import Ask, Page
from whence.show.web.screens.stories import always, filters, wanted
from whence.store import browse

SITES = 400
"""Places drawn; how many there are in all is said."""
MANY = 20
"""Events of the largest dot, if no place has more: a judgement."""
AREAS = frozenset({"admin", "country", "region"})
"""Precisions of a place that is an area: it is drawn as one, not as a point inside it."""


def map_(ask: Ask) -> Page:
    with ask.store.reading() as connection:
        found, total, unknown = browse.sites(connection, wanted(ask), most=SITES)
        days = browse.days(connection, always(ask))
    most = max((MANY, *(site.events for site in found)))
    drawn = [
        {
            "place_id": site.place_id,
            "name": site.name,
            "events": site.events,
            "area": site.precision in AREAS,
            "precision": site.precision,
            "x": round(site.lon + 180, 2),  # equirectangular, as static/world.svg
            "y": round(90 - site.lat, 2),
            "size": round(1.2 + 5 * (site.events / most) ** 0.5, 2),
        }
        for site in found
    ]
    return Page(
        template="map.html",
        title="Map",
        data={
            "sites": found,
            "drawn": drawn,
            "total": total,
            "unknown": unknown,
            "filters": filters(ask),
            "bars": bars(days, ask.get("from"), ask.get("to")),
        },
        rows=[
            {"place_id": s.place_id, "name": s.name, "kind": s.kind, "country": s.country, "lat": s.lat,
             "lon": s.lon, "precision": s.precision, "events": s.events}
            for s in found
        ],
    )  # fmt: skip
