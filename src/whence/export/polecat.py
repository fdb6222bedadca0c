"""POLECAT: a row per event between tabs, in PLOVER 2021, with the 40 columns of its loaders in their order.

A row cannot say who reports it, so only events stand here that somebody reports as happened
(:mod:`whence.export.plain`). How the columns are filled:

* Several actors, countries, sectors or outlets stand in one cell, "; " between them; the columns *Primary …
  Sector* hold one if there is one. What accounts differ on is empty, and so is a day that is not known to the
  day and the coordinates of a country or region. The manifest counts these.
* *Intensity* is PLOVER's score of the mode, else of the type; *Quad Code* is PLOVER's class of the type.
* *City*, *District* and *Province* hold what the place is known as. *Feature Type* is our kind of place, not
  GeoNames' code; countries are ISO 3166-1 alpha-3, languages ISO 639.
* *Source* are all outlets that tell of the event, *Publication Date* is that of the first of them.
* *Story People*, *Story Organizations* and *Story Locations* are those named in the reports that tell of it.
* Always empty: *Actor COW*, *Recipient COW* (no table of the Correlates of War is in the package) and the two
  *Wikipedia … ID* (we know Wikidata's).

Events outside PLOVER (type ``NONE``) have no row, and are counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from sys import intern

from whence import __version__
from whence.export import single
from whence.export.delimited import Cell, Outside, write_events
from whence.export.folder import without_tokens
from whence.export.gathered import Gathered
from whence.export.view import View
from whence.records import Event
from whence.schema import plover
from whence.store import Store

SIDES: tuple[single.Side, ...] = ("actor", "recipient")
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
_BODIES = ("organization", "government", "armed_group", "outlet")


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``events.polecat.tsv`` (and ``left-out.polecat.tsv``) into the folder ``out``."""
    view = View.of(store, no_text=no_text)
    without_tokens(out, "A POLECAT file", with_tokens=with_tokens)
    named = _Named(view)
    return write_events(
        view,
        out,
        name="polecat",
        suffix="tsv",
        delimiter="\t",
        columns=COLUMNS,
        row=lambda found: _row(view, found) | named.cells(found.documents),
    )


class _Named:
    """Whom and what each report names: ids by report, and names by id."""

    def __init__(self, view: View) -> None:
        self._ids: dict[str, list[str]] = {}
        self._names: dict[str, tuple[str, str]] = {}
        for mention in view.table("mentions", form="name"):
            if mention.refers_to:
                self._ids.setdefault(mention.document_id, []).append(intern(mention.refers_to))
        for actor in view.table("actors"):
            head = "Story People" if actor.kind == "person" else "Story Organizations"
            if actor.kind in ("person", *_BODIES):
                self._names[actor.actor_id] = (head, actor.name)
        for place in view.table("places"):
            self._names[place.place_id] = ("Story Locations", place.name)

    def cells(self, document_ids: Iterable[str]) -> dict[str, Cell]:
        ids = {key for document_id in document_ids for key in self._ids.get(document_id, ())}
        told = sorted({self._names[key] for key in ids if key in self._names})
        heads = ("Story People", "Story Organizations", "Story Locations")
        return {head: single.joined(name for of, name in told if of == head) for head in heads}


def _row(view: View, found: Gathered) -> dict[str, Cell]:
    event, place = found.event, found.place
    if event.type not in plover().types:
        raise Outside("outside PLOVER")
    lat, lon = single.coordinates(view, found)
    row: dict[str, Cell] = {
        "Event ID": event.event_id,
        "Event Date": single.day(view, found),
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": intensity(event),
        "Quad Code": plover().types[event.type].quad.replace("_", " ").upper(),
        "Contexts": single.joined(event.contexts),
        "Placename": place.name if place else _placename(event),
        "City": single.city(place),
        "District": single.district(place),
        "Province": single.province(place),
        "Country": place.country if place else None,
        "Latitude": lat,
        "Longitude": lon,
        "GeoNames ID": place.geonames if place else None,
        "Raw Placename": single.joined(t.place.text for t in found.tellings if t.place and place),
        "Feature Type": place.kind if place else None,
        "Source": single.outlets(found),
        "Publication Date": event.first_reported,
        "Language": single.joined(document.language for document in found.documents.values()),
        "Version": f"whence {__version__}",
    }
    for side in SIDES:
        row |= _party(view, found, side)
    return row


def intensity(event: Event) -> float | None:
    """PLOVER's score, −10 to 10; ``None`` where the manual has none."""
    kind = plover().types[event.type]
    mode = kind.modes.get(event.mode or "")
    return mode.score if mode and mode.score is not None else kind.score


def _placename(event: Event) -> str | None:
    """A place that no record is known of."""
    return event.place.name if event.place and "place" not in event.disputed_fields else None


def _party(view: View, found: Gathered, side: single.Side) -> dict[str, Cell]:
    told, head = single.parties(view, found, side), side.capitalize()
    if told is None:
        return {}
    sectors = [sector for party in told for sector in party.sectors]
    return {
        f"{head} Name": single.names(found, side),
        f"{head} Country": single.joined(party.country for party in told),
        f"Primary {head} Sector": single.only_one(sectors),
        f"{head} Sectors": single.joined(sectors),
        f"{head} Title": single.joined(party.title for party in told),
        f"{head} Name Raw": single.joined(party.text for party in told),
    }
