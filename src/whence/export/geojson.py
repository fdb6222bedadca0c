"""GeoJSON (RFC 7946): a point for every event whose place is known no coarser than a district or province.

A point is not a finding: ``precision`` says how much its coordinates can bear, and ``status`` says in words
who reports, plans, considers or denies the event; every event is there whatever its status. The middle of a
country or a region is no place, so such events, and those whose place is unknown or in dispute, have no
point: they are counted by reason in the foreign member ``whence:unplaced`` and in the manifest.

Coordinates are longitude, latitude (WGS 84). Unknown is null.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whence.export import single
from whence.export.folder import replacing, without_tokens
from whence.export.gathered import Gathered, gathered
from whence.export.view import View
from whence.export.web import json_text, web_address
from whence.records import Event
from whence.show import wording
from whence.store import Store

FILE = "events.geojson"


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``events.geojson`` into the folder ``out``, a feature on each line."""
    view = View.of(store, no_text=no_text)
    without_tokens(out, "A GeoJSON file", with_tokens=with_tokens)
    view.written = {"features": 0}
    unplaced: dict[str, int] = {}
    path = out / FILE
    with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as lines:
        lines.write('{"type": "FeatureCollection", "features": [')
        for found in gathered(view):
            why = _unplaced(found)
            if why is not None:
                unplaced[why] = unplaced.get(why, 0) + 1
                continue
            lines.write(",\n" if view.written["features"] else "\n")
            lines.write(json_text(_feature(found)))
            view.written["features"] += 1
        unplaced = dict(sorted(unplaced.items()))
        lines.write(f'\n], "whence:unplaced": {json_text(unplaced)}}}\n')
    view.left_out.update(unplaced)
    return (path,)


def _unplaced(found: Gathered) -> str | None:
    """Why an event has no point."""
    place = found.place
    if "place" in found.event.disputed_fields:
        return "accounts differ on the place"
    if place is None or place.lat is None or place.lon is None:
        return "no known place"
    if place.precision not in single.PLACED:
        return "a country or region only"
    # RFC 7946, 4: longitude and latitude in degrees.
    return None if abs(place.lat) <= 90 and abs(place.lon) <= 180 else "no point on the globe"


def _feature(found: Gathered) -> dict[str, Any]:
    place = found.place
    assert place is not None
    return {
        "type": "Feature",
        "id": found.event.event_id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "title": single.sentence(found.event),
            "status": wording.status(found.event),
            "who": wording.who(found.event, found.origins),
            **_properties(found.event),
            "place": place.name,
            "place_kind": place.kind,
            "precision": place.precision,
            "country": place.country,
            "admin1": place.admin1,
            "geonames": place.geonames,
            "outlets": single.outlets(found),
            "addresses": sorted({url for d in found.documents.values() if (url := web_address(d.url))}),
            "reviewed": wording.reviews(found.event.reviewed),
        },
    }


def _properties(event: Event) -> dict[str, Any]:
    date = event.date
    return {
        "type": event.type,
        "mode": event.mode,
        "other": event.other,
        "cameo": event.cameo,
        "actors": [party.name for party in event.actors],
        "recipients": [party.name for party in event.recipients],
        "from": date.from_ if date else None,
        "to": date.to if date else None,
        "date_precision": date.precision if date else None,
        "realis": event.realis,
        "origins": wording.span(event.origins),
        "denials": wording.span(event.denials) if event.denials.high else None,
        "accounts_differ_on": list(event.disputed_fields),
        "quantities": [
            {"role": q.role, "amount": wording.amount(q.low, q.high, q.approximate)} for q in event.quantities
        ],
        "reports": event.reports,
        "first_reported": event.first_reported,
        "story_id": event.story_id,
    }
