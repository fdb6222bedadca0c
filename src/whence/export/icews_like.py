"""ICEWS-like: a row per event between tabs, coded in CAMEO, with 20 columns laid out like ICEWS.

The columns are remembered, not checked against ICEWS, and this is not ICEWS data: files and manifest say
"icews-like". A row cannot say who reports it, so only events stand here that somebody reports as happened
(:mod:`whence.export.plain`). How the columns are filled:

* *Source* and *Target* are the actor and the recipient of the event, not who reports it. Several stand in one
  cell, "; " between them; what accounts differ on is empty.
* *Event Text* and *CAMEO Code* are CAMEO's label and code; *Intensity* is Goldstein's score of the code.
* *Publisher* are all outlets that tell of the event. Countries are ISO 3166-1 alpha-3.
* *City*, *District*, *Province* hold what the place is known as; a country or region has no coordinates.
* Always empty: *Sentence Number* (an event has several tellings).

Events without a CAMEO code have no row, and are counted.
"""

from __future__ import annotations

from pathlib import Path

from whence.export import single
from whence.export.delimited import Cell, Outside, write_events
from whence.export.folder import without_tokens
from whence.export.gathered import Gathered
from whence.export.view import View
from whence.schema import cameo
from whence.store import Store

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number",
    "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
_HEADS: dict[single.Side, str] = {"actor": "Source", "recipient": "Target"}


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``events.icews-like.tsv`` (and ``left-out.icews-like.tsv``) into the folder ``out``."""
    view = View.of(store, no_text=no_text)
    without_tokens(out, "An ICEWS-like file", with_tokens=with_tokens)
    return write_events(
        view,
        out,
        name="icews-like",
        suffix="tsv",
        delimiter="\t",
        columns=COLUMNS,
        row=lambda found: _row(view, found),
    )


def _row(view: View, found: Gathered) -> dict[str, Cell]:
    event, place = found.event, found.place
    code = cameo().get(event.cameo or "")
    if code is None:
        raise Outside("no CAMEO code")
    lat, lon = single.coordinates(view, found)
    row: dict[str, Cell] = {
        "Event ID": event.event_id,
        "Event Date": single.day(view, found),
        "Event Text": code.label,
        "CAMEO Code": code.code,
        "Intensity": code.goldstein,
        "Story ID": event.story_id,
        "Publisher": single.outlets(found),
        "City": single.city(place),
        "District": single.district(place),
        "Province": single.province(place),
        "Country": place.country if place else None,
        "Latitude": lat,
        "Longitude": lon,
    }
    for side, head in _HEADS.items():
        told = single.parties(view, found, side)
        if told is not None:
            row |= {
                f"{head} Name": single.names(found, side),
                f"{head} Sectors": single.joined(sector for party in told for sector in party.sectors),
                f"{head} Country": single.joined(party.country for party in told),
            }
    return row
